/** Several people who write in one story of a running newsroom, and what came of it, as JSON. */
import type { Node } from "prosemirror-model";
import { HttpAuthority, type Token } from "../../src/editor/authority";
import type { Clock } from "../../src/editor/clock";
import type { Loaded } from "../../src/editor/protocol";
import { Editor, Shelf } from "../newsroom";
import { type Dice, dice } from "./dice";
import { ALL_EDITS, type Edit, place, typingOnce } from "./edits";
import { RoughNetwork, type Way } from "./rough-fetch";

export interface Asked extends Way {
  readonly story: number;
  readonly token: string;
  readonly seed: number;
  readonly editors: number;
  /** Edits of each person. */
  readonly edits: number;
  /** "all": every kind of edit. "words": only words that are all different, to be counted. */
  readonly kind: "all" | "words";
}

/** Waits pass ten times as fast as in a browser. */
const HASTE = 10;

const clock: Clock = {
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds / HASTE);
    return () => {
      clearTimeout(timer);
    };
  },
};

function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => {
    setTimeout(over, milliseconds);
  });
}

class Person {
  editor!: Editor;
  readonly shelf = new Shelf();
  readonly network: RoughNetwork;
  readonly authority: HttpAuthority;

  constructor(
    readonly name: string,
    private readonly asked: Asked,
    private readonly roll: Dice,
  ) {
    this.network = new RoughNetwork(asked, roll);
    const at = `/stories/${asked.story}`;
    const addresses = { document: `${at}/document`, steps: `${at}/steps` };
    const token: Token = { value: asked.token, renew: () => Promise.resolve() };
    this.authority = new HttpAuthority(addresses, token, this.network.fetch);
  }

  async sitDown(): Promise<Loaded> {
    for (;;) {
      const answer = await this.authority.load();
      if (answer.kind !== "loaded") {
        await pause(20);
        continue;
      }
      this.editor = new Editor(this.name, this.authority, clock, this.shelf, answer.loaded);
      return answer.loaded;
    }
  }

  async write(edits: readonly Edit[]): Promise<void> {
    for (let turn = 0; turn < this.asked.edits; turn += 1) {
      place(this.editor, this.roll);
      this.roll.one(edits)(this.editor, this.roll);
      if (this.roll.next() < 0.5) void this.editor.sync.pull();
      if (this.roll.next() < 0.04) this.network.online = !this.network.online;
      if (this.roll.next() < 0.03) await this.reload();
      await pause(this.roll.below(40));
    }
    this.network.online = true;
  }

  /** The page is lost in the middle; the next one finds what was not sent. */
  private async reload(): Promise<void> {
    this.network.online = true;
    this.editor.crash();
    await this.sitDown();
  }

  async catchUp(): Promise<number> {
    this.network.online = true;
    this.network.calm = true;
    this.editor.sync.nudge();
    await this.editor.sync.pull();
    return this.editor.sync.unsent;
  }
}

async function replayed(first: Loaded, person: Person): Promise<Node> {
  let { document, version } = first;
  for (;;) {
    const answer = await person.authority.since(version);
    if (answer.kind !== "steps") throw new Error(`no steps since ${version}: ${answer.kind}`);
    if (!answer.entries.length) return document;
    for (const { step } of answer.entries) {
      const { doc, failed } = step.apply(document);
      if (!doc) throw new Error(`version ${version + 1} cannot be made again: ${failed}`);
      document = doc;
      version += 1;
    }
  }
}

async function settled(people: readonly Person[]): Promise<void> {
  for (let round = 0; round < 2000; round += 1) {
    const unsent = await Promise.all(people.map((person) => person.catchUp()));
    const versions = new Set(people.map(({ editor }) => editor.replica.version));
    if (versions.size === 1 && unsent.every((number) => !number)) return;
    await pause(10);
  }
  throw new Error("they never came to rest");
}

export async function writeTogether(asked: Asked): Promise<Record<string, unknown>> {
  const typed: string[] = [];
  const people = Array.from(
    { length: asked.editors },
    (_, number) => new Person(`p${number}`, asked, dice(asked.seed * 100 + number)),
  );
  const [first] = await Promise.all(people.map((person) => person.sitDown()));
  const edits = asked.kind === "words" ? [typingOnce(typed)] : ALL_EDITS;
  await Promise.all(people.map((person) => person.write(edits)));
  await settled(people);
  const again = await replayed(first!, people[0]!);
  const there = again.textContent.match(/w\d+x/g) ?? [];
  return {
    steps: people[0]!.editor.replica.version - first!.version,
    document: again.toJSON() as unknown,
    equal: people.every(({ editor }) => editor.document.eq(again)),
    refused: people.flatMap(({ editor }) => editor.refused),
    wordsRight:
      asked.kind === "all" || JSON.stringify([...there].sort()) === JSON.stringify([...typed].sort()),
    lost: people.reduce((sum, { network }) => sum + network.lost, 0),
    doubled: people.reduce((sum, { network }) => sum + network.doubled, 0),
  };
}
