import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import { type Dice, dice } from "./convergence/dice";
import { EDITS, place, typingOnce } from "./convergence/edits";
import { hear } from "../src/editor/listening";
import { FakeNetwork, FakeServer, type Weather } from "./fake-authority";
import { Editor, HandClock, settled, Shelf, story } from "./newsroom";

function rough(roll: Dice): () => Weather {
  return () => {
    const chance = roll.next();
    if (chance < 0.1) return "lost answer";
    if (chance < 0.2) return "doubled";
    if (chance < 0.3) return "slow answer";
    return chance < 0.4 ? "lost request" : "fine";
  };
}

class Room {
  readonly clock = new HandClock();
  readonly shelf = new Shelf();
  readonly server = new FakeServer(story("The ferry sails.", "It rains.", "Nobody swims."));
  readonly networks = new Map<string, FakeNetwork>();
  readonly editors = new Map<string, Editor>();

  open(name: string, forecast: (() => Weather) | null): void {
    const network = new FakeNetwork(this.server);
    network.forecast = forecast;
    this.networks.set(name, network);
    const { version, document } = this.server;
    this.editors.set(name, new Editor(name, network, this.clock, this.shelf, { version, document }));
  }

  /** The live stream tells of some steps: the newest or old ones, before or after they are fetched. */
  overhear(name: string, roll: Dice): void {
    const since = Math.max(0, this.server.version - roll.below(12));
    const entries = this.server.since(since).entries.slice(0, 1 + roll.below(4));
    if (entries.length) hear(this.editors.get(name)!, { since, entries, newest: since + entries.length });
  }

  deliver(): void {
    for (const network of this.networks.values()) network.deliver();
  }

  async settle(): Promise<void> {
    for (const network of this.networks.values()) network.forecast = null;
    await settled(); // what was just sent is slow by now, if it is to be
    this.deliver();
    for (const editor of this.editors.values()) editor.sync.nudge();
    await this.clock.pass(60_000);
    for (const editor of this.editors.values()) await editor.sync.pull();
  }

  assertAllEqual(): void {
    this.server.document.check();
    for (const [name, editor] of this.editors) {
      assert.ok(editor.document.eq(this.server.document), `${name} differs from the server`);
      assert.equal(editor.sync.unsent, 0);
      assert.equal(editor.refused.length, 0);
    }
  }
}

async function day(seed: number, names: readonly string[], edits: typeof EDITS): Promise<Room> {
  const [roll, turns] = [dice(seed), dice(seed)];
  const random = mock.method(Math, "random", () => turns.next());
  const room = new Room();
  for (const name of names) room.open(name, rough(roll));
  for (let turn = 0; turn < 120; turn += 1) {
    const name = roll.one(names);
    const editor = room.editors.get(name)!;
    place(editor, roll);
    roll.one(edits)(editor, roll);
    if (roll.next() < 0.3) void editor.sync.pull();
    if (roll.next() < 0.5) room.overhear(roll.one(names), roll);
    if (roll.next() < 0.3) room.deliver();
    if (roll.next() < 0.5) await room.clock.pass(roll.below(1500));
    if (roll.next() < 0.05) {
      editor.crash();
      room.open(name, rough(roll));
    }
  }
  await room.settle();
  random.mock.restore();
  return room;
}

describe("editors on a bad network, with crashes and reloads, end with the same story", () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    test(`two editors, all kinds of edits, seed ${seed}`, async () => {
      (await day(seed, ["noa", "dan"], EDITS)).assertAllEqual();
    });
  }

  for (let seed = 101; seed <= 110; seed += 1) {
    test(`four editors, each word there exactly once, seed ${seed}`, async () => {
      const typed: string[] = [];
      const room = await day(seed, ["noa", "dan", "eli", "tal"], [typingOnce(typed)]);
      room.assertAllEqual();
      const there = room.server.document.textContent.match(/w\d+x/g) ?? [];
      assert.deepEqual([...there].sort(), [...typed].sort());
    });
  }
});
