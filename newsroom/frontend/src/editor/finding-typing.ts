/** Asks about the words just typed after each pause; the server keeps nothing of it. */
import type { Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import { changesOf } from "../suggesting/changes";
import { type Clock, whenQuiet } from "./clock";
import { placed, type TextBlock, textBlocks } from "./finding-blocks";
import { type Finding, moved, type Range, standing, tellTyped } from "./findings";

/** From the last keystroke to the question, in milliseconds. */
const PAUSE = 250;
/** Blocks on each side that go along, for a quotation may run on from one into the next. */
const AROUND = 3;
/** Of one question; what changed further away is asked about next. */
const MOST_BLOCKS = 60;

export interface AskedBlock {
  readonly kind: string;
  readonly text: string;
  readonly quoted: boolean;
  /** Else it only goes along. */
  readonly asked: boolean;
}

export interface FoundTyped extends Pick<Finding, "words" | "suggestion" | "kind" | "severity" | "reason"> {
  readonly rule: string;
  /** UTF-16 units of its block's text. */
  readonly from: number;
  readonly to: number;
}

/** What was found in each block asked about; null where there is no answer to be had. */
export type AskTyped = (blocks: readonly AskedBlock[]) => Promise<readonly (readonly FoundTyped[])[] | null>;

interface Question {
  readonly doc: Node;
  /** From the document that was asked about to `now`. */
  readonly since: Mapping;
  now: Node;
  readonly about: readonly TextBlock[];
  readonly sent: readonly TextBlock[];
}

export class TypingCheck {
  private dirty: Range[] = [];
  private open: Question | null = null;
  private lastId = 0;
  private readonly soon: () => void;

  constructor(
    private readonly view: EditorView,
    private readonly ask: AskTyped,
    clock: Clock,
    /** The version that has all words of this page; null while some are not saved. */
    private readonly saved: () => number | null,
  ) {
    this.soon = whenQuiet(clock, PAUSE, () => {
      void this.question();
    });
  }

  /** To be told of each change, of whomever: only what was changed here is asked about. */
  changed(tr: Transaction, here: boolean): void {
    this.dirty = this.dirty.map((one) => mapped(one, tr.mapping));
    if (this.open) {
      this.open.since.appendMapping(tr.mapping);
      this.open.now = tr.doc;
    }
    if (!here) return;
    this.dirty.push(...changesOf(tr).map(({ start, end }) => ({ from: start, to: end })));
    this.soon();
  }

  private async question(): Promise<void> {
    const question = this.next();
    this.open = question;
    if (!question) return;
    const { about, sent } = question;
    const found = await this.ask(
      sent.map((one) => {
        const { kind, text, quoted } = one;
        return { kind, text, quoted, asked: about.includes(one) };
      }),
    );
    if (this.open !== question) return;
    this.open = null;
    if (found) this.take(question, found);
    if (this.dirty.length) this.soon();
  }

  /** With what the last one was about, where that has no answer yet; what is too much for one waits. */
  private next(): Question | null {
    const { open } = this;
    if (open) this.dirty.push(...open.about.map((one) => mapped(one, open.since)));
    const { doc } = this.view.state;
    const blocks = textBlocks(doc);
    const numbers = numbersOf(blocks, this.dirty);
    const [first = 0] = numbers;
    const begin = Math.max(0, first - AROUND);
    const now = numbers.filter((number) => number < begin + MOST_BLOCKS - AROUND);
    const [about, waiting] = [now, numbers.slice(now.length)].map((some) =>
      some.flatMap((number) => blocks[number] ?? []),
    );
    this.dirty = waiting ?? [];
    if (!about?.length) return null;
    const sent = blocks.slice(begin, (now.at(-1) ?? first) + 1 + AROUND);
    return { doc, since: new Mapping(), now: doc, about, sent };
  }

  private take(question: Question, found: readonly (readonly FoundTyped[])[]): void {
    const { doc, since, now, about } = question;
    if (now !== this.view.state.doc) return; // the page began again from the server's text
    const blocks = about.map((block, index) => {
      const here = (found[index] ?? []).map((one) => this.finding(block, one));
      const findings = standing(moved(here, since), here, doc, now);
      return { ...mapped(block, since), version: this.saved(), findings };
    });
    this.view.dispatch(tellTyped(this.view.state, blocks));
  }

  /** Its number is below all that the server gives. */
  private finding(block: TextBlock, found: FoundTyped): Finding {
    this.lastId -= 1;
    const place = placed(block, found.from, found.to);
    return { ...found, ...place, id: this.lastId, check: "house_style", status: "open" };
  }
}

function mapped({ from, to }: Range, mapping: Mapping): Range {
  return { from: mapping.map(from, -1), to: mapping.map(to, 1) };
}

/** Of the blocks that the ranges lie in or touch, in document order. */
function numbersOf(blocks: readonly TextBlock[], ranges: readonly Range[]): number[] {
  return [...blocks.keys()].filter((number) => {
    const block = blocks[number];
    return block && ranges.some(({ from, to }) => from <= block.to && block.from <= to);
  });
}
