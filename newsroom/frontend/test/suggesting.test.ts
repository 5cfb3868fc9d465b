import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { joinBackward, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { Node } from "prosemirror-model";
import { type Command, EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { newParagraph } from "../src/editor/lines";
import { schema } from "../src/editor/schema";
import { decide, suggestionsIn } from "../src/suggesting/decide";
import { factsOf, isSuggestion } from "../src/suggesting/marks";
import { asSuggestion } from "../src/suggesting/rewrite";
import { onlySuggested, standing } from "../src/suggesting/standing";
import { dice } from "./convergence/dice";
import { EDITS, place } from "./convergence/edits";
import { story } from "./newsroom";

const MIRA = { person: 7, now: () => 1_800_000_000_000 };
const JONAS = { person: 8, now: () => 1_800_000_060_000 };

/** Somebody at a story who only suggests. */
class Desk {
  state: EditorState;

  constructor(
    document: Node,
    private readonly by = MIRA,
  ) {
    this.state = EditorState.create({ doc: document });
  }

  readonly dispatch = (tr: Transaction): void => {
    this.state = this.state.apply(tr.docChanged ? asSuggestion(this.state, tr, this.by) : tr);
  };

  choose(words: string, upto = words): this {
    const [from, to] = [at(this.state.doc, words), at(this.state.doc, upto) + upto.length];
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)));
    return this;
  }

  before(words: string): this {
    return this.cursor(at(this.state.doc, words));
  }

  behind(words: string): this {
    return this.cursor(at(this.state.doc, words) + words.length);
  }

  cursor(position: number): this {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, position)));
    return this;
  }

  type(words: string): this {
    for (const letter of words) this.dispatch(this.state.tr.insertText(letter));
    return this;
  }

  backspace(times = 1): this {
    for (let done = 0; done < times; done += 1) {
      const { from, to, empty } = this.state.selection;
      this.dispatch(this.state.tr.delete(empty ? from - 1 : from, to));
    }
    return this;
  }

  delete(): this {
    const { from } = this.state.selection;
    this.dispatch(this.state.tr.delete(from, from + 1));
    return this;
  }

  does(command: Command): this {
    assert.ok(command(this.state, this.dispatch));
    return this;
  }

  handedTo(by: typeof MIRA): Desk {
    return new Desk(this.state.doc, by);
  }

  get text(): string {
    return drawn(this.state.doc);
  }

  all(decision: "accept" | "reject"): string {
    return drawn(decided(this.state.doc, decision));
  }
}

function at(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, position) => {
    const index = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (index >= 0 && found < 0) found = position + index;
  });
  assert.ok(found >= 0, `${words} in ${document.textContent}`);
  return found;
}

function decided(document: Node, decision: "accept" | "reject"): Node {
  return decide(EditorState.create({ doc: document }), () => true, decision).doc;
}

/** The body with [-what is struck-] and {+what is put in+}; | ends a block. */
function drawn(document: Node): string {
  return document.children.slice(4, -1).map(one).join("|");
}

function one(node: Node): string {
  const inner = node.isText ? (node.text ?? "") : node.children.map(one).join(node.inlineContent ? "" : "/");
  const shaped = node.type.name === "paragraph" || node.isText ? inner : `${node.type.name}:${inner}`;
  return node.marks.reduce((text, { type }) => SHOWN[type.name]?.(text) ?? text, shaped);
}

const SHOWN: Readonly<Record<string, (text: string) => string>> = {
  insertion: (text) => `{+${text}+}`,
  deletion: (text) => `[-${text}-]`,
  strong: (text) => `*${text}*`,
};

function ids(document: Node): string[] {
  const found = new Set<string>();
  document.descendants(({ marks }) => {
    for (const mark of marks.filter(isSuggestion)) found.add(factsOf(mark).id);
  });
  return [...found];
}

describe("somebody who only suggests", () => {
  test("types words that are marked, as one suggestion", () => {
    const desk = new Desk(story("The boat left.")).behind("The ").type("last ");
    assert.equal(desk.text, "The {+last +}boat left.");
    assert.equal(ids(desk.state.doc).length, 1);
    assert.equal(desk.all("accept"), "The last boat left.");
    assert.equal(desk.all("reject"), "The boat left.");
  });

  test("strikes what is taken out, letter by letter to the left", () => {
    const desk = new Desk(story("The last boat left.")).behind("last ").backspace(5);
    assert.equal(desk.text, "The [-last -]boat left.");
    assert.equal(ids(desk.state.doc).length, 1);
    assert.equal(desk.state.selection.from, at(desk.state.doc, "last"));
  });

  test("strikes to the right, and the cursor goes on", () => {
    const desk = new Desk(story("The last boat.")).before("last").delete().delete();
    assert.equal(desk.text, "The [-la-]st boat.");
    assert.equal(desk.state.selection.from, at(desk.state.doc, "st boat"));
  });

  test("types over words: struck and put in are one suggestion", () => {
    const desk = new Desk(story("The boat left.")).choose("boat").type("ferry");
    assert.equal(desk.text, "The [-boat-]{+ferry+} left.");
    assert.equal(ids(desk.state.doc).length, 1);
    assert.equal(desk.all("accept"), "The ferry left.");
  });

  test("types over words once more, in the same suggestion", () => {
    const desk = new Desk(story("The boat left.")).choose("boat").type("ship").choose("boat", "ship").type("ferry");
    assert.equal(desk.text, "The [-boat-]{+ferry+} left.");
    assert.equal(ids(desk.state.doc).length, 1);
  });

  test("takes out what is only suggested by themselves", () => {
    const desk = new Desk(story("The boat left.")).behind("The ").type("lasst").backspace(2).type("t");
    assert.equal(desk.text, "The {+last+}boat left.");
  });

  test("strikes, and does not take out, what another suggests", () => {
    const desk = new Desk(story("The boat left.")).behind("The ").type("last ").handedTo(JONAS);
    desk.choose("last ").backspace();
    assert.equal(desk.text, "The [-{+last +}-]boat left.");
    assert.equal(desk.all("accept"), "The boat left.");
    assert.equal(desk.all("reject"), "The boat left.");
  });

  test("begins a paragraph that is marked, and writes in it", () => {
    const desk = new Desk(story("One.", "Two.")).behind("One.").does(newParagraph).type("New");
    assert.equal(desk.text, "One.|{+New+}|Two.");
    assert.equal(desk.all("accept"), "One.|New|Two.");
    assert.equal(desk.all("reject"), "One.|Two.");
  });

  test("parts a paragraph: what moves is struck here and put in there", () => {
    const desk = new Desk(story("One. Two.")).behind("One. ").does(newParagraph).type("And ");
    assert.equal(desk.text, "One. [-Two.-]|{+And Two.+}");
    assert.equal(desk.all("accept"), "One. |And Two.");
    assert.equal(desk.all("reject"), "One. Two.");
  });

  test("joins two paragraphs", () => {
    const desk = new Desk(story("One.", "Two.")).before("Two").does(joinBackward);
    assert.equal(desk.text, "One.{+Two.+}|[-Two.-]");
    assert.equal(desk.all("accept"), "One.Two.");
    assert.equal(desk.all("reject"), "One.|Two.");
  });

  test("strikes over several paragraphs, whole ones as blocks", () => {
    const desk = new Desk(story("One is.", "Two is.", "Three is.")).choose("is.", "Three").backspace();
    assert.equal(desk.text, "One [-is.-]|[-Two is.-]|[-Three-] is.");
    assert.equal(desk.all("reject"), "One is.|Two is.|Three is.");
    assert.equal(desk.all("accept"), "One | is.");
  });

  test("sets words in bold: struck as they were, put in as they are to be", () => {
    const desk = new Desk(story("The boat left.")).choose("boat").does(toggleMark(schema.marks["strong"]!));
    assert.equal(desk.text, "The [-boat-]*{+boat+}* left.");
    assert.equal(desk.all("accept"), "The *boat* left.");
  });

  test("makes a heading or a quotation of a paragraph", () => {
    const heading = new Desk(story("One.", "Two.")).before("Two").does(setBlockType(schema.nodes["heading"]!, { level: 2 }));
    assert.equal(heading.text, "One.|[-Two.-]|{+heading:Two.+}");
    const quote = new Desk(story("One.", "Two.")).before("Two").does(wrapIn(schema.nodes["blockquote"]!));
    assert.equal(quote.text, "One.|[-Two.-]|{+blockquote:Two.+}");
    assert.equal(quote.all("accept"), "One.|blockquote:Two.");
  });

  test("replaces the same word in two places of one paragraph", () => {
    const desk = new Desk(story("A cat and a cat."));
    const { tr } = desk.state;
    desk.dispatch(tr.insertText("dog", at(tr.doc, "cat."), at(tr.doc, "cat.") + 3).insertText("dog", at(tr.doc, "cat"), at(tr.doc, "cat") + 3));
    assert.equal(desk.text, "A [-cat-]{+dog+} and a [-cat-]{+dog+}.");
  });

  test("changes a figure's words by suggestion, and its photo at once", () => {
    const figure = schema.node("figure", { photo: null }, [schema.text("A pier.")]);
    const { children } = story("One.");
    const document = schema.node("doc", null, [...children.slice(0, -1), figure, ...children.slice(-1)]);
    const desk = new Desk(document).behind("A ").type("long ");
    assert.equal(desk.text, "One.|figure:A {+long +}pier.");
    const place = at(desk.state.doc, "A ") - 1;
    desk.dispatch(desk.state.tr.setNodeAttribute(place, "credit", "Reuters"));
    assert.equal(desk.state.doc.nodeAt(place)?.attrs["credit"], "Reuters");
    assert.equal(desk.text, "One.|figure:A {+long +}pier.");
  });
});

describe("deciding", () => {
  test("takes one, those at the cursor, or those of one person", () => {
    const desk = new Desk(story("The boat left.")).behind("The ").type("last ").handedTo(JONAS);
    desk.behind("left").type(" port");
    const { state } = desk;
    const touched = suggestionsIn(state.doc, at(state.doc, "last"), at(state.doc, "last"));
    assert.equal(drawn(decide(state, ({ id }) => touched.has(id), "accept").doc), "The last boat left{+ port+}.");
    assert.equal(drawn(decide(state, ({ author }) => author === 8, "reject").doc), "The {+last +}boat left.");
  });

  test("leaves a paragraph where every block of the body goes", () => {
    const desk = new Desk(story("One."));
    const position = at(desk.state.doc, "One.") - 1;
    const struck = desk.state.tr.addNodeMark(position, schema.mark("deletion", { id: "a", author: 7, at: 1 }));
    assert.equal(drawn(decided(struck.doc, "accept")), "");
    decided(struck.doc, "accept").check();
  });
});

describe("a thousand edits of one who only suggests", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    test(`change nothing of the copy as it stands (seed ${seed})`, () => {
      const roll = dice(seed);
      const begun = new Desk(story("The ferry sails at noon.", "It rains in ירושלים.", "Nobody swims 🚢."));
      const desk = begun.behind("ferry").type(" boat").handedTo(JONAS);
      const start = desk.state.doc;
      const port = { get state() { return desk.state; }, dispatch: desk.dispatch };
      const editor = { port, get document() { return desk.state.doc; } } as unknown as Parameters<typeof place>[0];
      for (let made = 0; made < 200; made += 1) {
        if (roll.below(3)) place(editor, roll);
        roll.one(EDITS)(editor, roll);
        desk.state.doc.check();
        assert.ok(onlySuggested(start, desk.state.doc, 8), desk.text);
      }
      const mine = decide(desk.state, ({ author }) => author === 8, "reject").doc;
      assert.ok(mine.eq(start));
      assert.ok(standing(decided(desk.state.doc, "accept")).eq(decided(desk.state.doc, "accept")));
    });
  }
});
