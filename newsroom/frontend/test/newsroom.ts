/** Editors without a page, on a clock and a shelf that the tests hold in their hands. */
import type { Node } from "prosemirror-model";
import type { EditorState, Plugin, Transaction } from "prosemirror-state";
import { history } from "prosemirror-history";
import type { Clock } from "../src/editor/clock";
import { Keeper } from "../src/editor/keeper";
import type { Authority, Loaded } from "../src/editor/protocol";
import { type EditorPort, Replica } from "../src/editor/replica";
import { opened, restored } from "../src/editor/restore";
import { saveWords, type SaveState } from "../src/editor/save-state";
import { schema } from "../src/editor/schema";
import { Sync } from "../src/editor/sync";

export function story(...paragraphs: string[]): Node {
  const line = (name: string, text = ""): Node =>
    schema.node(name, null, text ? [schema.text(text)] : []);
  return schema.node("doc", null, [
    line("headline", "Ferry runs again"),
    line("standfirst"),
    line("byline", "Noa Lind"),
    line("dateline", "HAIFA"),
    ...paragraphs.map((text) => line("paragraph", text)),
    line("credit_line"),
  ]);
}

export class HandClock implements Clock {
  private waiting: { at: number; act: () => void }[] = [];
  private now = 0;

  after(milliseconds: number, act: () => void): () => void {
    const entry = { at: this.now + milliseconds, act };
    this.waiting.push(entry);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== entry);
    };
  }

  /** Lets so much time pass, and everything happen that happens in it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.now + milliseconds;
    for (;;) {
      await settled();
      const due = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.waiting = this.waiting.filter((other) => other !== due);
      this.now = Math.max(this.now, due.at);
      due.act();
    }
    this.now = end;
  }
}

/** All promises that are only waiting for each other have run. */
export function settled(): Promise<void> {
  return new Promise((done) => {
    setImmediate(done);
  });
}

export class Shelf {
  private readonly items = new Map<string, string>();
  full = false;

  get length(): number {
    return this.items.size;
  }

  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }

  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }

  setItem(name: string, value: string): void {
    if (this.full) throw new Error("no room");
    this.items.set(name, value);
  }

  removeItem(name: string): void {
    this.items.delete(name);
  }
}

class PlainPort implements EditorPort {
  onChange: (() => void) | null = null;

  constructor(public state: EditorState) {}

  dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr);
    if (tr.docChanged && !tr.getMeta("collab$")) this.onChange?.();
  };

  updateState = (state: EditorState): void => {
    this.state = state;
  };
}

export class Editor {
  readonly said: string[] = [];
  readonly refused: { sentence: string; words: string }[] = [];
  readonly port: PlainPort;
  readonly sync: Sync;
  readonly replica: Replica;
  readonly keeper: Keeper;
  readOnly: string | null = null;
  signedOut = 0;
  /** Words with which the page fails at the next answer, and what it failed with. */
  readonly stumbles: { next: string; over: string[] } = { next: "", over: [] };
  private closed = false;

  constructor(
    name: string,
    authority: Authority,
    clock: Clock,
    shelf: Shelf,
    { version, document }: Pick<Loaded, "version" | "document">,
  ) {
    const plugins: Plugin[] = [history()];
    this.keeper = new Keeper(this.mortal(shelf), name);
    const kept = this.keeper.read();
    const start = kept ? restored(kept, plugins) : opened({ version, document }, plugins);
    this.port = new PlainPort(start.state);
    this.replica = new Replica(this.port, start.client, plugins, start.base);
    this.sync = new Sync(this.replica, authority, this.keeper, this.guarded(clock), {
      onState: (state: SaveState) => this.said.push(saveWords(state)),
      onWordsRefused: (sentence, words) => this.refused.push({ sentence, words }),
      onReadOnly: (sentence) => (this.readOnly = sentence),
      onSignedOut: () => (this.signedOut += 1),
      onVersion: () => {
        if (this.stumbles.next) throw new Error(this.stumbles.next);
      },
      onStumble: (error) => {
        this.stumbles.over.push(String(error));
        this.stumbles.next = "";
      },
    });
    this.port.onChange = () => {
      this.sync.changed();
    };
  }

  get document(): Node {
    return this.port.state.doc;
  }

  get text(): string {
    return this.document.textBetween(0, this.document.content.size, "|");
  }

  get saying(): string | undefined {
    return this.said.at(-1);
  }

  /** Types after the first place where these words stand. */
  type(text: string, after: string): void {
    this.port.dispatch(this.port.state.tr.insertText(text, endOf(this.document, after)));
  }

  /** The page is gone, as in a crash: nothing more is sent or taken. */
  crash(): void {
    this.closed = true;
  }

  /** What a lost page would still have written stays unwritten: the next one holds the shelf now. */
  private mortal(shelf: Shelf): Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> {
    return {
      length: shelf.length,
      key: (index) => shelf.key(index),
      getItem: (name) => shelf.getItem(name),
      setItem: (name, value) => {
        if (!this.closed) shelf.setItem(name, value);
      },
      removeItem: (name) => {
        if (!this.closed) shelf.removeItem(name);
      },
    };
  }

  private guarded(clock: Clock): Clock {
    return {
      after: (milliseconds, act) =>
        clock.after(milliseconds, () => {
          if (!this.closed) act();
        }),
    };
  }
}

export function endOf(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, position) => {
    const start = node.isText && found < 0 ? node.text!.indexOf(words) : -1;
    if (start >= 0) found = position + start + words.length;
  });
  if (found < 0) throw new Error(`"${words}" is not in the story`);
  return found;
}
