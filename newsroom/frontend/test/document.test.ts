import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Slice } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { insertFigure } from "../src/editor/figures";
import { type Finding, moved } from "../src/editor/findings";
import { target } from "../src/editor/goto";
import { leaveCaption, leaveLine, newParagraph, selectPart } from "../src/editor/lines";
import { allowedLink } from "../src/editor/links";
import { cleanedHtml, cleanedSlice } from "../src/editor/paste";
import { oneLine, printable } from "../src/editor/printable";
import { allowed } from "../src/editor/reach";
import { schema } from "../src/editor/schema";
import { wordsOnlyIn } from "../src/editor/words";
import { withPhoto } from "../src/photos/chosen";
import { story } from "./newsroom";

function stateWithCursorIn(name: string, ...paragraphs: string[]): EditorState {
  const doc = story(...paragraphs);
  let at = -1;
  doc.forEach((block, position) => {
    if (block.type.name === name && at < 0) at = position + 1;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) });
}

function names(state: EditorState): string[] {
  return state.doc.content.content.map((block) => block.type.name);
}

describe("a link", () => {
  for (const [typed, kept] of [
    ["https://port.example/a", "https://port.example/a"],
    ["port.example/a", "https://port.example/a"],
    ["mailto:desk@port.example", "mailto:desk@port.example"],
    ["javascript:alert(1)", null],
    ["java\nscript:alert(1)", null],
    ["data:text/html,x", null],
    ["ferry", null],
    ["", null],
  ] as const) {
    test(`to ${JSON.stringify(typed)} ${kept ? `is kept as ${kept}` : "is refused"}`, () => {
      assert.equal(allowedLink(typed), kept);
    });
  }
});

describe("pasted text", () => {
  test("loses what cannot be printed and keeps every letter", () => {
    assert.equal(printable("a\u0000b\u0007c\ud800d\uffffe\tf 🌊 שלום"), "abcde\tf 🌊 שלום");
    assert.equal(oneLine(" two\n\n lines\u2028"), " two lines ");
  });

  test("keeps its styles under another name, and words that look like styles", () => {
    assert.equal(
      cleanedHtml('<p style="font-weight:700" class="x">a style="b"</p>'),
      '<p data-style="font-weight:700" class="x">a style="b"</p>',
    );
  });

  test("brings no second headline into the body", () => {
    const whole = story("Body.");
    const cleaned = cleanedSlice(new Slice(whole.content, 1, 1));
    const kinds = cleaned.content.content.map((block) => block.type.name);
    assert.deepEqual([...new Set(kinds)], ["paragraph"]);
    assert.equal(cleaned.content.textBetween(0, cleaned.content.size, "|"), [
      "Ferry runs again",
      "Noa Lind",
      "HAIFA",
      "Body.",
    ].join("|"));
  });
});

describe("reach", () => {
  const before = story("One.");
  const figure = schema.node("figure", null, schema.text("The pier."));
  const figureAdded = before.copy(
    before.content
      .replaceChild(before.childCount - 1, figure)
      .append(before.slice(before.content.size - 2).content),
  );
  const copyChanged = story("One, changed.");

  test("of the photo desk holds figures and leaves the copy alone", () => {
    const may = { copy: false, figures: true };
    assert.ok(allowed(may, before, figureAdded));
    assert.ok(!allowed(may, before, copyChanged));
  });

  test("of nobody holds nothing", () => {
    const may = { copy: false, figures: false };
    assert.ok(!allowed(may, before, figureAdded));
    assert.ok(!allowed(may, before, copyChanged));
  });
});

describe("the cursor", () => {
  test("goes from the headline to the standfirst with Enter", () => {
    let state = stateWithCursorIn("headline", "One.");
    leaveLine(state, (tr) => (state = state.apply(tr)));
    assert.equal(state.selection.$head.parent.type.name, "standfirst");
    assert.deepEqual(names(state), names(stateWithCursorIn("headline", "One.")));
  });

  test("goes from a caption to a paragraph after the figure, made where there is none", () => {
    let state = stateWithCursorIn("paragraph", "One.");
    insertFigure(state, (tr) => (state = state.apply(tr)));
    assert.equal(state.selection.$head.parent.type.name, "figure");
    leaveCaption(state, (tr) => (state = state.apply(tr)));
    assert.deepEqual(names(state).slice(4), ["paragraph", "figure", "paragraph", "credit_line"]);
    assert.equal(state.selection.$head.index(0), 6);
  });

  test("begins a new paragraph at the end of one, and parts one in its middle", () => {
    for (const [back, parts] of [
      [0, ["One.", "", "Two."]],
      [2, ["On", "e.", "Two."]],
    ] as const) {
      const doc = story("One.", "Two.");
      const end = doc.content.size - doc.child(5).nodeSize - doc.child(6).nodeSize - 1;
      let state = EditorState.create({ doc, selection: TextSelection.create(doc, end - back) });
      newParagraph(state, (tr) => (state = state.apply(tr)));
      const body = state.doc.content.content.slice(4, -1);
      assert.deepEqual(body.map(({ textContent }) => textContent), parts);
      assert.ok(body.every(({ type }) => type.name === "paragraph"));
    }
  });

  test("selects its line or the body, and only then the story", () => {
    let state = stateWithCursorIn("paragraph", "One.", "Two.");
    selectPart(state, (tr) => (state = state.apply(tr)));
    const { from, to } = state.selection;
    assert.equal(state.doc.textBetween(from, to, "|"), "One.|Two.");
    assert.equal(selectPart(state), false);
  });

  test("puts a figure into the body, wherever it stands itself", () => {
    for (const place of ["headline", "dateline", "credit_line"]) {
      let state = stateWithCursorIn(place, "One.");
      insertFigure(state, (tr) => (state = state.apply(tr)));
      state.doc.check();
      assert.ok(names(state).includes("figure"));
    }
  });
});

describe("a mark of the panel", () => {
  const state = stateWithCursorIn("headline", "One.", "Two.");

  test("leads to a line, to the body, to a position inside the story", () => {
    assert.equal(target(state, "node:byline")?.$head.parent.type.name, "byline");
    assert.equal(target(state, "node:body")?.$head.parent.textContent, "One.");
    assert.ok(target(state, "pos:99999"));
  });

  test("leads nowhere where there is nothing", () => {
    for (const mark of ["figure:1", "finding:7", "unknown:1", ""]) {
      assert.equal(target(state, mark), null);
    }
  });
});

test("a finding moves with its words and goes with them", () => {
  const finding = { id: 1, from: 10, to: 14, words: "pier" } as Finding;
  const doc = story("The long pier of Haifa was closed for a day.");
  const tr = EditorState.create({ doc }).tr;
  tr.insertText("abc", 3);
  assert.deepEqual(moved([finding], tr.mapping).map(({ from, to }) => [from, to]), [[13, 17]]);
  tr.delete(12, 20);
  assert.deepEqual(moved([finding], tr.mapping), []);
});

test("the words a server does not have are whole lines, with the credits of figures", () => {
  const figure = schema.node("figure", { creator: "Avi", credit: "Avi/Pool" }, schema.text("Pier."));
  const before = story("One.", "Two.");
  const after = before.copy(before.content.addToStart(figure));
  assert.equal(wordsOnlyIn(after, before), "Avi\n\nAvi/Pool\n\nPier.");
  assert.equal(wordsOnlyIn(story("One.", "Two, changed."), before), "Two, changed.");
});

describe("a photo put into a figure", () => {
  const photo = { id: 7, creator: "Dana", credit: "", alt: "Boats", caption: "" };

  test("that awaited it keeps the credit that came with the copy", () => {
    const awaiting = { photo: null, creator: "Avi", credit: "Avi/Pool", alt: "", crop: null };
    const { credit, creator, alt } = withPhoto(awaiting, photo);
    assert.deepEqual([creator, credit, alt], ["Dana", "Avi/Pool", "Boats"]);
  });

  test("in place of another never keeps the other's credit", () => {
    const other = { photo: 3, creator: "Avi", credit: "Avi/Pool", alt: "Pier", crop: "1,1,50,50" };
    const { credit, crop } = withPhoto(other, photo);
    assert.deepEqual([credit, crop], ["", null]);
  });
});
