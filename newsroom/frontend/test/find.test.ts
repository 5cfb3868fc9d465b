import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { history, undo } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { search, setSearchState } from "prosemirror-search";
import { EditorState, TextSelection } from "prosemirror-state";
import {
  chosen,
  matchAfter,
  matchBefore,
  matchesIn,
  queryFor,
  replacing,
  type Wanted,
  within,
} from "../src/editor/find-in-story";
import { schema } from "../src/editor/schema";
import { story } from "./newsroom";

const LOOSE = { matchCase: false, wholeWords: false };

function looking(doc: Node, wanted: Partial<Wanted> & { words: string }): EditorState {
  const state = EditorState.create({ doc, plugins: [search(), history()] });
  return state.apply(setSearchState(state.tr, queryFor({ ...LOOSE, ...wanted })));
}

function found(doc: Node, wanted: Partial<Wanted> & { words: string }): string[] {
  const state = looking(doc, wanted);
  return matchesIn(state).map(({ from, to }) => state.doc.textBetween(from, to));
}

function body(state: EditorState): string {
  return state.doc.textBetween(0, state.doc.content.size, "|").split("HAIFA|")[1]!;
}

describe("words looked for", () => {
  const doc = story("The Ferry, a ferryman and 12 ferries.", "No ferry for $5 (or US$5).");

  test("are found in every line of the story, whatever their case", () => {
    assert.deepEqual(found(doc, { words: "ferry" }), ["Ferry", "Ferry", "ferry", "ferry"]);
  });

  test("are found in this case only, or as whole words only, when asked", () => {
    assert.deepEqual(found(doc, { words: "ferry", matchCase: true }), ["ferry", "ferry"]);
    assert.deepEqual(found(doc, { words: "ferry", wholeWords: true }), ["Ferry", "Ferry", "ferry"]);
    assert.deepEqual(found(doc, { words: "1", wholeWords: true }), []);
  });

  test("are never read as a pattern", () => {
    assert.deepEqual(found(doc, { words: "f.r" }), []);
    assert.deepEqual(found(doc, { words: "$5 (" }), ["$5 ("]);
    assert.deepEqual(found(story("a\\b [c] x/y-z"), { words: "a\\b [c] x/y-z" }), ["a\\b [c] x/y-z"]);
  });

  test("are found across marks and never across paragraphs", () => {
    const strong = [schema.mark("strong")];
    const mixed = schema.node("paragraph", null, [schema.text("fer"), schema.text("ry", strong)]);
    const parted = story("one two", "three");
    assert.deepEqual(found(parted.copy(parted.content.replaceChild(4, mixed)), { words: "ferry" }), [
      "Ferry",
      "ferry",
    ]);
    assert.deepEqual(found(parted, { words: "two three" }), []);
  });

  test("as a keyboard types them find what print makes of them", () => {
    assert.deepEqual(found(story("He didn’t say “no” at 5\u00a0pm."), { words: "didn't" }), ["didn’t"]);
    assert.deepEqual(found(story("He said “no” at 5\u00a0pm."), { words: '"no" at 5 pm' }), [
      "“no” at 5\u00a0pm",
    ]);
  });

  test("stand where they are though a letter before them grows in small letters", () => {
    assert.deepEqual(found(story("İİİ ferry at last"), { words: "FERRY" }), ["Ferry", "ferry"]);
  });
});

describe("going through matches", () => {
  const state = looking(story("pier pier", "pier"), { words: "pier" });
  const [first, second, third] = matchesIn(state);

  test("leads around the story in both ways", () => {
    const all = matchesIn(state);
    assert.equal(all.length, 3);
    assert.equal(matchAfter(all, first!.to), all[1]);
    assert.equal(matchAfter(all, third!.to), all[0]);
    assert.equal(matchBefore(all, second!.from), all[0]);
    assert.equal(matchBefore(all, first!.from), all[2]);
  });

  test("knows which one is chosen", () => {
    const at = TextSelection.create(state.doc, second!.from, second!.to);
    assert.equal(chosen(matchesIn(state), at), 1);
    assert.equal(chosen(matchesIn(state), TextSelection.create(state.doc, second!.from)), -1);
  });
});

describe("replacing", () => {
  test("puts the very words in, for all at once, and one undo takes them out again", () => {
    let state = looking(story("pier, Pier", "pier"), { words: "pier" });
    state = state.apply(state.tr.insertText("Typed before. ", 30));
    const before = body(state);
    state = state.apply(replacing(state, matchesIn(state), "$& $1 $5"));
    assert.equal(body(state).match(/\$& \$1 \$5/g)?.length, 3);
    undo(state, (tr) => (state = state.apply(tr)));
    assert.equal(body(state), before);
  });

  test("keeps the look of the first letter, and empties a paragraph where nothing comes", () => {
    const link = [schema.mark("link", { href: "https://port.example" })];
    const base = story("x", "pier");
    const linked = schema.node("paragraph", null, [schema.text("a "), schema.text("pier", link)]);
    let state = looking(base.copy(base.content.replaceChild(4, linked)), { words: "pier" });
    state = state.apply(replacing(state, matchesIn(state).slice(0, 1), "quay"));
    assert.ok(state.doc.child(4).lastChild?.marks[0]?.eq(link[0]!));
    state = state.apply(replacing(state, matchesIn(state), ""));
    assert.equal(body(state), "a quay||");
    state.doc.check();
  });

  test("leaves alone what stands where the person may not write", () => {
    const figure = schema.node("figure", null, schema.text("The pier."));
    const base = story("A pier.");
    const credit = base.lastChild!;
    const { content } = base;
    const head = content.cut(0, content.size - credit.nodeSize);
    const doc = base.copy(head.addToEnd(figure).addToEnd(credit));
    const state = looking(doc, { words: "pier" });
    const all = matchesIn(state);
    const inCopy = within({ copy: true, figures: false }, state.doc, all);
    const inFigures = within({ copy: false, figures: true }, state.doc, all);
    assert.deepEqual([all.length, inCopy, inFigures], [2, [all[0]], [all[1]]]);
  });
});
