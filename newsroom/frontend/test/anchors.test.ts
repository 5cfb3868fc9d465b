/** The marks of threads go with their words in an open page, before the server says anything. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { collab, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { history, undo } from "prosemirror-history";
import type { Node, Slice } from "prosemirror-model";
import { EditorState, type Transaction } from "prosemirror-state";
import { Mapping, Step } from "prosemirror-transform";
import moved from "../../../tests/samples/moved_words.json";
import { lead } from "../src/comments/anchors";
import {
  aboutIn,
  allThreads,
  brought,
  markThreads,
  setAbout,
  setThreads,
  threadsIn,
} from "../src/comments/threads";
import { moveFigure } from "../src/editor/figures";
import { schema } from "../src/editor/schema";
import { story } from "./newsroom";

const ONE = "The last boat left at noon.";
const TWO = "Second thoughts came late.";

/** An open page with one thread, on these words. */
class Page {
  state: EditorState;

  constructor(words: string, document = story(ONE, TWO)) {
    const plugins = [history(), markThreads(() => undefined), collab({ version: 0 })];
    this.state = EditorState.create({ doc: document, plugins });
    const from = at(document, words);
    const place = { from, to: from + words.length, taken: null };
    const thread = { id: 1, open: true, must_fix: false, words, ...place };
    this.dispatch(setThreads(this.state, [thread]));
  }

  readonly dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr);
  };

  /** The words of the thread where they stand; none while they are out of the text. */
  get words(): string | null {
    const [thread] = threadsIn(this.state);
    return thread ? this.state.doc.textBetween(thread.from, thread.to) : null;
  }

  /** What stands before them in their block. */
  get before(): string {
    const $from = this.state.doc.resolve(threadsIn(this.state)[0]?.from ?? 0);
    return $from.parent.textContent.slice(0, $from.parentOffset);
  }

  slice(words: string): Slice {
    const from = at(this.state.doc, words);
    return this.state.doc.slice(from, from + words.length);
  }

  cut(words: string): Slice {
    const slice = this.slice(words);
    const from = at(this.state.doc, words);
    this.dispatch(this.state.tr.delete(from, from + words.length));
    return slice;
  }

  paste(slice: Slice, behind: string): void {
    const place = at(this.state.doc, behind) + behind.length;
    this.dispatch(this.state.tr.replace(place, place, slice));
  }

  drag(words: string, behind: string): void {
    const from = at(this.state.doc, words);
    const tr = this.state.tr.delete(from, from + words.length);
    const place = at(tr.doc, behind) + behind.length;
    this.dispatch(tr.replace(place, place, this.slice(words)));
  }

  undo(): void {
    undo(this.state, this.dispatch);
  }

  take(steps: readonly Step[]): void {
    this.dispatch(receiveTransaction(this.state, steps, steps.map(() => "another")));
  }
}

function at(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, position) => {
    const index = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (index >= 0 && found < 0) found = position + index;
  });
  assert.ok(found >= 0, words);
  return found;
}

describe("the mark of a thread", () => {
  test("goes with words that are dragged, and back again", () => {
    const page = new Page("boat");
    page.drag("last boat left", "Second");
    assert.deepEqual([page.words, page.before], ["boat", "Secondlast "]);
    page.undo();
    assert.deepEqual([page.words, page.before], ["boat", "The last "]);
  });

  test("goes with a figure that is moved, and back again", () => {
    const figure = schema.node("figure", null, [schema.text("The port at dawn.")]);
    const lines = story(ONE, TWO);
    const document = lines.copy(lines.content.replaceChild(4, figure));
    const page = new Page("port", document);
    const tr = moveFigure(page.state, at(document, "The port") - 1, at(document, "late.") + 6);
    assert.ok(tr);
    page.dispatch(tr);
    assert.equal(page.words, "port");
    assert.ok(at(page.state.doc, "port") > at(page.state.doc, "Second"));
    page.undo();
    assert.equal(page.words, "port");
    assert.ok(at(page.state.doc, "port") < at(page.state.doc, "Second"));
  });

  test("comes back with words that are pasted later, once", () => {
    const page = new Page("boat");
    const clipboard = page.cut("last boat left");
    assert.equal(page.words, null);
    page.dispatch(page.state.tr.insertText("Slow ", at(page.state.doc, "Second")));
    page.paste(clipboard, "late");
    assert.deepEqual([page.words, page.before], ["boat", "Slow Second thoughts came latelast "]);
    page.paste(clipboard, "Second");
    assert.equal(page.before, "Slow Secondlast boat left thoughts came latelast ");
  });

  test("stays where it is when a copy is pasted", () => {
    const page = new Page("last boat left");
    page.paste(page.slice("The last boat left"), "late");
    assert.deepEqual([page.words, page.before], ["last boat left", "The "]);
  });

  test("comes back when a deletion is undone, at once or letter by letter", () => {
    const page = new Page("boat");
    page.cut("The last boat left");
    page.undo();
    assert.deepEqual([page.words, page.before], ["boat", "The last "]);
    const end = at(page.state.doc, "boat") + 4;
    for (let place = end; place > end - 4; place -= 1) {
      page.dispatch(page.state.tr.delete(place - 1, place));
    }
    assert.equal(page.words, null);
    page.undo();
    assert.deepEqual([page.words, page.before], ["boat", "The last "]);
  });

  test("is not drawn at the same letters in another word", () => {
    const page = new Page("boat");
    page.cut("boat");
    page.dispatch(page.state.tr.insertText("!", at(page.state.doc, "Second")));
    page.dispatch(page.state.tr.insertText("steamboat", at(page.state.doc, "Second")));
    assert.equal(page.words, null);
  });

  test("goes with what another drags", () => {
    const [page, other] = [new Page("boat"), new Page("boat")];
    other.drag("last boat left", "Second");
    page.take(sent(other));
    assert.deepEqual([page.words, page.before], ["boat", "Secondlast "]);
  });

  test("stays with words dragged here while another writes", () => {
    const page = new Page("boat");
    page.drag("last boat left", "Second");
    const theirs = EditorState.create({ doc: story(ONE, TWO) });
    const place = at(theirs.doc, "thoughts");
    page.take(theirs.tr.insertText("slow ", place).steps);
    assert.deepEqual([page.words, page.before], ["boat", "Secondlast "]);
    page.take(theirs.tr.insertText("Very ", at(theirs.doc, "The")).steps);
    assert.equal(page.words, "boat");
  });

  test("is made where the words went that somebody was writing about", () => {
    const page = new Page("noon");
    const from = at(page.state.doc, "boat");
    page.dispatch(setAbout(page.state, { from, to: from + 4 }));
    page.drag("last boat left", "Second");
    const about = aboutIn(page.state);
    assert.ok(about);
    assert.equal(page.state.doc.textBetween(about.from, about.to), "boat");
    assert.ok(about.from > at(page.state.doc, "Second"));
    page.cut("boat");
    assert.equal(aboutIn(page.state), null);
  });

  test("is where this page followed it to while the server does not know yet", () => {
    const page = new Page("boat");
    const said = allThreads(page.state);
    page.drag("last boat left", "Second");
    const mapping = new Mapping(sent(page).map((step) => step.getMap()));
    const now = brought(said, mapping, allThreads(page.state));
    page.dispatch(setThreads(page.state, now));
    assert.deepEqual([page.words, page.before], ["boat", "Secondlast "]);
    // Where the two know the same, the server is right.
    assert.equal(brought(said, new Mapping(), now), said);
  });
});

describe("words stand where the server finds them", () => {
  moved.cases.forEach(({ about, from, to, steps, stands }, number) => {
    test(`after the edits of case ${number}`, () => {
      const docs = [schema.nodeFromJSON(moved.document)];
      const made = steps.map((json) => Step.fromJSON(schema, json));
      for (const step of made) docs.push(step.apply(docs.at(-1)!).doc!);
      const led = lead({ from, to, taken: null }, { steps: made, docs }, about);
      assert.deepEqual(led.taken ? null : [led.from, led.to], stands);
    });
  });
});

function sent(page: Page): readonly Step[] {
  return sendableSteps(page.state)?.steps ?? [];
}
