/** Steps, half of them real edits and half spoilt ones, with what the browser makes of each. */
import { Fragment, Node, Slice } from "prosemirror-model";
import { history, undo } from "prosemirror-history";
import { EditorState, type Transaction } from "prosemirror-state";
import { AttrStep, Step } from "prosemirror-transform";
import { schema } from "../../src/editor/schema";
import { stepJson } from "../../src/editor/step-json";
import { story } from "../newsroom";
import { type Dice, dice } from "./dice";

export interface Vector {
  readonly document: unknown;
  readonly step: unknown;
  /** The document after it, or null where the browser refuses it. */
  readonly result: unknown;
}

const WORDS = ["ferry", "Ångström", "ירושלים", "قطار", "🚢", "“quoted”", "—", "e\u0301", "x"];
const MARKS = ["strong", "em", "link", "insertion", "deletion"] as const;

const ATTRIBUTES: Readonly<Record<string, object>> = {
  link: { href: "https://example.org/a" },
  insertion: { id: "s1", author: 7, at: 1_790_000_000_000 },
  deletion: { id: "s2", author: 8, at: 1_790_000_000_000 },
};

function text(roll: Dice): string {
  return Array.from({ length: 1 + roll.below(4) }, () => roll.one(WORDS)).join(" ");
}

function markOf(roll: Dice) {
  const name = roll.one(MARKS);
  return schema.mark(name, ATTRIBUTES[name] ?? null);
}

function range(tr: Transaction, roll: Dice): [from: number, to: number] {
  const one = roll.below(tr.doc.content.size + 1);
  const other = Math.min(tr.doc.content.size, one + roll.below(30));
  return [one, other];
}

const CHANGES: readonly ((tr: Transaction, roll: Dice) => void)[] = [
  (tr, roll) => void tr.insertText(text(roll), roll.below(tr.doc.content.size + 1)),
  (tr, roll) => void tr.insertText(text(roll), ...range(tr, roll)),
  (tr, roll) => void tr.delete(...range(tr, roll)),
  (tr, roll) => void tr.deleteRange(...range(tr, roll)),
  (tr, roll) => void tr.split(roll.below(tr.doc.content.size + 1)),
  (tr, roll) => void tr.join(roll.below(tr.doc.content.size + 1)),
  (tr, roll) => void tr.addMark(...range(tr, roll), markOf(roll)),
  (tr, roll) => void tr.removeMark(...range(tr, roll), markOf(roll)),
  (tr, roll) => void tr.setBlockType(...range(tr, roll), schema.nodes["heading"]!, { level: 2 + roll.below(3) }),
  (tr, roll) => void tr.replaceWith(...range(tr, roll), piece(roll)),
  (tr, roll) => void tr.replaceRange(...range(tr, roll), new Slice(Fragment.from(piece(roll)), 0, 0)),
  (tr, roll) => {
    const $at = tr.doc.resolve(roll.below(tr.doc.content.size + 1));
    const around = $at.blockRange();
    if (around) tr.wrap(around, [{ type: schema.nodes["blockquote"]! }]);
  },
  (tr, roll) => {
    const at = roll.one([...places(tr.doc, "paragraph"), ...places(tr.doc, "blockquote")]);
    if (roll.below(3)) tr.addNodeMark(at, markOf(roll));
    else tr.removeNodeMark(at, roll.one(["insertion", "deletion"].map((name) => schema.marks[name]!)));
  },
  (tr, roll) => {
    const at = places(tr.doc, "figure");
    const attribute = roll.one(["alt", "creator", "credit"]);
    if (at.length) tr.step(new AttrStep(roll.one(at), attribute, text(roll)));
  },
];

function places(document: Node, name: string): number[] {
  const found: number[] = [];
  document.descendants((node, position) => {
    if (node.type.name === name) found.push(position);
  });
  return found;
}

function piece(roll: Dice): Node {
  const words = [schema.text(text(roll), roll.below(2) ? [markOf(roll)] : [])];
  const paragraph = schema.node("paragraph", null, words);
  return roll.one([
    paragraph,
    schema.node("figure", { alt: text(roll) }, words),
    schema.node("heading", { level: 2 }, words),
    schema.node("blockquote", null, [paragraph]),
    schema.node("bullet_list", null, [schema.node("list_item", null, [paragraph])]),
  ]);
}

/** What a program that is no editor might send in place of a step. */
const SPOILT: readonly ((value: unknown, roll: Dice) => unknown)[] = [
  (value, roll) => (typeof value === "number" ? value + roll.below(9) - 4 : value),
  (value, roll) => (typeof value === "number" ? roll.one([-1, 1e9, 0.5, "3", null]) : value),
  (value, roll) => (typeof value === "string" ? roll.one(["", "paragraph", "headline", "figure"]) : value),
  (value, roll) => (typeof value === "string" ? roll.one(["replace", "addMark", "attr", "strong"]) : value),
  (value, roll) => (Array.isArray(value) ? roll.one<unknown>([[], value.concat(value), null]) : value),
  (value, roll) => (typeof value === "object" ? roll.one([null, {}, value]) : value),
];

function spoilt(json: unknown, roll: Dice): unknown {
  const spoil = roll.one(SPOILT);
  let hits = 1 + roll.below(2);
  const walk = (value: unknown): unknown => {
    if (hits && roll.next() < 0.25) {
      hits -= 1;
      return spoil(value, roll);
    }
    if (Array.isArray(value)) return value.map(walk);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)]));
  };
  return walk(json);
}

function outcome(document: Node, step: unknown): unknown {
  try {
    const { doc } = Step.fromJSON(schema, step).apply(document);
    doc?.check();
    return doc?.toJSON() ?? null;
  } catch {
    return null;
  }
}

function fresh(): EditorState {
  const doc = story("The ferry sails.", "It rains in ירושלים.", "Nobody swims 🚢.");
  return EditorState.create({ doc, plugins: [history()] });
}

/** The steps of one edit; an edit that cannot be made is none. */
function edit(state: EditorState, roll: Dice): Transaction | null {
  let made: Transaction | null = null;
  if (roll.next() < 0.15) {
    undo(state, (tr) => {
      made = tr;
    });
    return made;
  }
  const { tr } = state;
  try {
    roll.one(CHANGES)(tr, roll);
    tr.doc.check();
    return tr.docChanged ? tr : null;
  } catch {
    return null;
  }
}

const LONGEST = 3_000;

export function* vectors(seed: number, wanted: number): Generator<Vector> {
  const roll = dice(seed);
  let state = fresh();
  for (let made = 0; made < wanted; ) {
    if (state.doc.content.size > LONGEST) state = fresh();
    const tr = edit(state, roll);
    if (!tr) continue;
    for (const [index, step] of tr.steps.entries()) {
      const before = tr.docs[index]!;
      const document = before.toJSON() as unknown;
      const json = stepJson(step);
      const bad = JSON.parse(JSON.stringify(spoilt(json, roll))) as unknown;
      yield { document, step: json, result: outcome(before, json) };
      yield { document, step: bad, result: outcome(before, bad) };
      made += 2;
    }
    state = state.apply(tr);
  }
}
