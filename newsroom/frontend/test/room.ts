/** A newsroom of editors on one server, one clock and one shelf. */
import { FakeNetwork, FakeServer } from "./fake-authority";
import { Editor, HandClock, Shelf, story } from "./newsroom";

export function newsroom(...paragraphs: string[]) {
  const server = new FakeServer(story(...paragraphs));
  const clock = new HandClock();
  const shelf = new Shelf();
  const open = (name: string) => {
    const network = new FakeNetwork(server);
    const { version, document } = server;
    return { network, editor: new Editor(name, network, clock, shelf, { version, document }) };
  };
  return { server, clock, shelf, open };
}
