import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { listenTo } from "../src/editor/listening";
import type { PullAnswer } from "../src/editor/protocol";
import { schema } from "../src/editor/schema";
import type { LiveEvent, LiveListener } from "../src/live/event";
import type { LiveClient } from "../src/live/live";
import { FakeNetwork, FakeServer } from "./fake-authority";
import { Editor, HandClock, settled, Shelf, story } from "./newsroom";

/** A network whose answers to "tell me when there is news" arrive when the test says so. */
class Held extends FakeNetwork {
  readonly held: (() => void)[] = [];

  override async waitSince(version: number): Promise<PullAnswer> {
    await new Promise<void>((arrive) => this.held.push(arrive));
    return super.waitSince(version);
  }

  async answer(): Promise<void> {
    for (const arrive of this.held.splice(0)) arrive();
    await settled();
  }
}

function listening() {
  const server = new FakeServer(story("One."));
  const network = new Asked(server);
  const clock = new HandClock();
  const { sync, replica } = new Editor("noa", network, clock, new Shelf(), server);
  let stream: LiveListener | null = null;
  const live = { listen: (listener: LiveListener) => (stream = listener) } as unknown as LiveClient;
  const ears = { story: 1, sync, replica, authority: network, clock, onPanel: () => undefined };
  listenTo(live, ears);
  const turn = (open: boolean): void => stream?.onStream?.(open);
  const tell = (facts: LiveEvent["facts"]): void => stream?.onEvent({ name: "steps", facts });
  return { network, clock, turn, server, sync, replica, tell };
}

/** What the server announces when somebody types these words at the end of the last paragraph. */
function typing(server: FakeServer, words: string): Required<Pick<LiveEvent["facts"], "since">> & LiveEvent["facts"] {
  const { document, version: since } = server;
  const step = new Transform(document).insert(endOfBody(document), schema.text(words)).steps[0]!;
  assert.equal(server.commit(since, "lena", [step]).kind, "accepted");
  return { story: 1, since, version: since + 1, client: "lena", steps: [step.toJSON()] };
}

function endOfBody(document: Node): number {
  return document.content.size - document.lastChild!.nodeSize - 1;
}

/** Counts the questions for steps. */
class Asked extends Held {
  questions = 0;

  override since(version: number): Promise<PullAnswer> {
    this.questions += 1;
    return super.since(version);
  }
}

describe("news of steps", () => {
  test("that brings them is taken without a question", async () => {
    const { network, replica, server, tell } = listening();
    tell(typing(server, " Two."));
    tell(typing(server, " Three."));
    await settled();
    assert.ok(replica.document.eq(server.document));
    assert.equal(network.questions, 0);
  });

  test("that comes twice is taken once", async () => {
    const { network, replica, server, tell } = listening();
    const news = typing(server, " Two.");
    tell(news);
    tell(news);
    await settled();
    assert.ok(replica.document.eq(server.document));
    assert.equal(network.questions, 0);
  });

  test("behind a gap is asked for, and what comes late changes nothing", async () => {
    const { network, replica, server, tell } = listening();
    const [first, second] = [typing(server, " Two."), typing(server, " Three.")];
    tell(second);
    await settled();
    assert.equal(network.questions, 1);
    tell(first);
    await settled();
    assert.ok(replica.document.eq(server.document));
    assert.equal(network.questions, 1);
  });

  test("without the steps, or with such as this page cannot read, is asked for", async () => {
    const { network, replica, server, tell } = listening();
    const { story, version } = typing(server, " Two.");
    tell({ story: story!, version: version! });
    await settled();
    tell({ ...typing(server, " Three."), steps: [{ stepType: "of tomorrow" }] });
    await settled();
    assert.equal(network.questions, 2);
    assert.ok(replica.document.eq(server.document));
  });
});

describe("without the live stream", () => {
  test("one request is held open, however often the stream comes and goes", async () => {
    const { network, clock, turn } = listening();
    for (let times = 0; times < 5; times += 1) {
      turn(false);
      turn(true);
    }
    turn(false);
    await settled();
    assert.equal(network.held.length, 1);
    await network.answer();
    await clock.pass(1000);
    assert.equal(network.held.length, 1);
  });

  test("an answer without news is not followed by the next question at once", async () => {
    const { network, clock, turn } = listening();
    turn(false);
    await network.answer();
    await clock.pass(900);
    assert.equal(network.held.length, 0);
    await clock.pass(100);
    assert.equal(network.held.length, 1);
  });

  test("nothing is asked once the stream is back, and again when it goes", async () => {
    const { network, clock, turn } = listening();
    turn(false);
    turn(true);
    await network.answer();
    await clock.pass(5000);
    assert.equal(network.held.length, 0);
    turn(false);
    await settled();
    assert.equal(network.held.length, 1);
  });
});
