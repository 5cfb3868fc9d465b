import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { history, undo } from "prosemirror-history";
import { Fragment, type Node, Slice } from "prosemirror-model";
import { EditorState, TextSelection } from "prosemirror-state";
import { isNumber, levelIn } from "../src/editor/clipboard-lists";
import { direct } from "../src/editor/links";
import { fitting, withoutEmpty } from "../src/editor/paste";
import { pastedLines, puttingBack, settingAside, watchPaste } from "../src/editor/pasted";
import { schema } from "../src/editor/schema";
import { story } from "./newsroom";

const paragraph = (text = ""): Node => schema.node("paragraph", null, text ? schema.text(text) : []);
const list = (...texts: string[]): Node =>
  schema.node(
    "bullet_list",
    null,
    texts.map((text) => schema.node("list_item", null, paragraph(text))),
  );

describe("a link that was copied", () => {
  for (const [address, leads] of [
    ["https://www.google.com/url?q=https://port.example/a%3Fb&sa=D", "https://port.example/a?b"],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fport.example%2F&data=x",
      "https://port.example/",
    ],
    ["https://port.example/url?q=1", "https://port.example/url?q=1"],
    ["/timetable", "/timetable"],
  ] as const) {
    test(`to ${address} leads to ${leads}`, () => {
      assert.equal(direct(address), leads);
    });
  }
});

test("a word processor's item says how deep it stands and whether it is counted", () => {
  assert.equal(levelIn("margin-left:36.0pt;mso-list:l0 level2 lfo1"), 2);
  assert.equal(levelIn("mso-list:Ignore"), 0);
  assert.equal(levelIn("color:red"), 0);
  assert.ok(["1.", " 12)", "a.", "(iv)"].every(isNumber));
  assert.ok(!["·", "o ", "§", "First"].some(isNumber));
});

describe("pasted blocks", () => {
  test("leave the empty ones behind, in lists too, and keep their order", () => {
    const blocks = [paragraph(), paragraph("a"), paragraph("\u00a0"), list("b", " "), list("")];
    const clean = withoutEmpty(new Slice(Fragment.from(blocks), 0, 0));
    const kinds = clean.content.content.map((block) => `${block.type.name}:${block.textContent}`);
    assert.deepEqual(kinds, ["paragraph:a", "bullet_list:b"]);
  });

  test("that are a single space stay", () => {
    const space = new Slice(Fragment.from(paragraph(" ")), 1, 1);
    assert.equal(withoutEmpty(space), space);
  });

  test("bring captions as paragraphs where the person makes no figures", () => {
    const figure = schema.node("figure", { alt: "Boats" }, schema.text("The pier."));
    const slice = new Slice(Fragment.from([paragraph("a"), figure]), 0, 0);
    assert.equal(fitting({ copy: true, figures: true }, slice), slice);
    const kinds = fitting({ copy: true, figures: false }, slice).content.content;
    assert.deepEqual(
      kinds.map(({ type, textContent }) => [type.name, textContent]),
      [
        ["paragraph", "a"],
        ["paragraph", "The pier."],
      ],
    );
  });
});

describe("what was pasted", () => {
  const PROMPT = "Subscribe to our newsletter";

  function pasted(...blocks: Node[]): EditorState {
    return pastedInto(story("Before.", ""), blocks);
  }

  function pastedInto(doc: Node, blocks: readonly Node[]): EditorState {
    const plugins = [watchPaste(), history()];
    const selection = TextSelection.create(doc, doc.content.size - 3);
    const state = EditorState.create({ doc, selection, plugins });
    const slice = Slice.maxOpen(Fragment.from(blocks));
    return state.apply(state.tr.replaceSelection(slice).setMeta("paste", true));
  }

  const asked = (state: EditorState) => pastedLines(state).map(({ node }) => node.textContent);
  const body = (state: EditorState) =>
    state.doc.textBetween(0, state.doc.content.size, "|").split("HAIFA|")[1]!;
  const reason = "a subscription prompt";

  test("is judged line by line, but one line alone was meant", () => {
    assert.deepEqual(asked(pasted(paragraph("One."), paragraph(PROMPT))), ["One.", PROMPT]);
    assert.deepEqual(asked(pasted(paragraph(PROMPT))), []);
  });

  test("loses what is not the story, takes it back where it stood, and undoes like any step", () => {
    let state = pasted(paragraph("One."), paragraph(PROMPT), paragraph("Two."));
    const lines = asked(state);
    const whole = body(state);
    state = state.apply(settingAside(state, lines, [{ line: 1, reason }])!);
    assert.equal(body(state), "Before.|One.|Two.|");
    let undone = state;
    undo(undone, (tr) => (undone = undone.apply(tr)));
    assert.equal(body(undone), whole);
    state = state.apply(state.tr.insertText("Typed since. ", 30));
    state = state.apply(puttingBack(state));
    assert.equal(body(state).replace("Typed since. ", ""), whole);
  });

  test("loses a whole item of a list, and leaves a body where all of it goes", () => {
    let state = pasted(list("One", PROMPT, "Two"));
    state = state.apply(settingAside(state, asked(state), [{ line: 1, reason }])!);
    assert.equal(body(state), "Before.|One|Two|");
    const all = pastedInto(story(""), [paragraph(PROMPT), paragraph("Log in")]);
    const judgement = [0, 1].map((line) => ({ line, reason }));
    const emptied = all.apply(settingAside(all, asked(all), judgement)!);
    emptied.doc.check();
    assert.equal(emptied.doc.child(4).textContent, "");
  });

  test("keeps a line that was changed before the answer came", () => {
    let state = pasted(paragraph("One."), paragraph(PROMPT));
    const lines = asked(state);
    const at = pastedLines(state)[1]!.at + 1;
    state = state.apply(state.tr.insertText("They said: ", at));
    assert.equal(settingAside(state, lines, [{ line: 1, reason }]), null);
  });
});
