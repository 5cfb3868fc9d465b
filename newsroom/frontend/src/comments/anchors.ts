/**
 * Where some words stand after some steps: they are followed to wherever they are moved.
 *
 * As the server follows them, whose word counts (stories/anchors.py): there it is said why.
 */
import type { Node, Slice } from "prosemirror-model";
import { ReplaceAroundStep, ReplaceStep, type Step, type StepMap } from "prosemirror-transform";
import { counterpart, type Text } from "../suggesting/counterpart";

const AROUND = 40;
const TELLING = 20;
const COMMON = 4;
const GROWN = 200;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Words that were taken out, without their spaces, and what went with them. */
export interface Taken {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** What was typed since where they stood. */
  readonly grown: string;
  /** Whether the last step took them out. */
  readonly fresh: boolean;
}

export interface Anchor extends Stretch {
  /** Null while the words stand in the text. */
  readonly taken: Taken | null;
}

/** Some steps, and the document before each; a transaction is one. */
export interface Trail {
  readonly steps: readonly Step[];
  readonly docs: readonly Node[];
}

/** Text without its spaces, and where each unit of it stands. */
interface Letters {
  readonly text: string;
  readonly places: readonly number[];
}

/** `about` is what the words were at first. */
export function lead(anchor: Anchor, trail: Trail, about: string): Anchor {
  let { from, to, taken } = anchor;
  trail.steps.forEach((step, index) => {
    const document = trail.docs[index];
    const before = { from, to, taken };
    if (taken) ({ from, to, taken } = back(before, taken, step));
    else if (document) {
      const earlier = index ? trail.steps[index - 1] : undefined;
      ({ from, to, taken } = along(before, step, document, earlier, bare(about)));
    }
  });
  return { from, to, taken };
}

function along(
  anchor: Anchor,
  step: Step,
  document: Node,
  earlier: Step | undefined,
  about: string,
): Anchor {
  const map = step.getMap();
  const kept = moved(anchor, map);
  if (kept) return standing(kept);
  const taken = takenOut(document, map, anchor, about);
  const found = find(brought(step), taken, true);
  if (found) return standing(found);
  // A block is put in before it is taken out.
  const put = earlier && find(brought(earlier), taken, true);
  const now = (put && moved(put, map)) ?? suggested(document, map, anchor, taken);
  if (now) return standing(now);
  const place = map.map(anchor.from, 1);
  return { from: place, to: place, taken };
}

function back(anchor: Anchor, taken: Taken, step: Step): Anchor {
  const brings = brought(step);
  const at = placeOf(step);
  const there = brings.text !== "" && anchor.from <= at && at <= anchor.to;
  const found = find(brings, taken, taken.fresh || there);
  return found ? standing(found) : grow(anchor, taken, step);
}

function moved({ from, to }: Stretch, map: StepMap): Stretch | null {
  const now = { from: map.map(from, 1), to: map.map(to, -1) };
  return now.from < now.to ? now : null;
}

function standing({ from, to }: Stretch): Anchor {
  return { from, to, taken: null };
}

function takenOut(document: Node, by: StepMap, { from, to }: Stretch, about: string): Taken {
  let [begin, end] = [from, to];
  by.forEach((start, stop) => {
    if (start > to || stop < from) return;
    [begin, end] = [Math.min(begin, start), Math.max(end, stop)];
  });
  const words = between(document, from, to);
  // What wore away letter by letter is known by what it was at first.
  if (2 * words.length < about.length) {
    return { words: about, before: "", after: "", grown: "", fresh: true };
  }
  const before = between(document, Math.max(begin, from - AROUND), from);
  const after = between(document, to, Math.min(end, to + AROUND));
  return { words, before, after, grown: "", fresh: true };
}

function find({ text, places }: Letters, taken: Taken, near: boolean): Stretch | null {
  const { before, words, after } = taken;
  const whole = before + words + after;
  if (!words || (words.length < COMMON && !near)) return null;
  if (whole === text || (whole.length >= TELLING && text.includes(whole))) {
    return stretch(places, text.indexOf(whole) + before.length, words.length);
  }
  const telling = words.length >= (near ? COMMON : TELLING);
  return telling && text.includes(words)
    ? stretch(places, text.indexOf(words), words.length)
    : null;
}

/** Where a suggestion put the words that is accepted now, or had struck them if it is rejected. */
function suggested(document: Node, map: StepMap, anchor: Anchor, taken: Taken): Stretch | null {
  const found = find(letters(counterpart(document, anchor.from, anchor.to)), taken, true);
  return found && moved(found, map);
}

function grow(anchor: Anchor, taken: Taken, step: Step): Anchor {
  const map = step.getMap();
  const from = map.map(anchor.from, -1);
  const to = map.map(anchor.to, 1);
  const typed = to > from ? typedBy(step) : "";
  let { grown } = taken;
  if (typed && placeOf(step) === anchor.to) grown += typed;
  else if (typed && placeOf(step) === anchor.from) grown = typed + grown;
  if (to - from !== grown.length || grown.length > GROWN) {
    return { from, to: from, taken: { ...taken, grown: "", fresh: false } };
  }
  const { text, places } = letters([[grown, from]]);
  if (taken.words && text.includes(taken.words)) {
    return standing(stretch(places, text.indexOf(taken.words), taken.words.length));
  }
  return { from, to, taken: { ...taken, grown, fresh: false } };
}

/** What a step puts in, at positions of the document after it. */
function brought(step: Step): Letters {
  if (step instanceof ReplaceStep) return letters(texts(step.slice, step.from));
  if (!(step instanceof ReplaceAroundStep)) return letters([]);
  // What follows its gap stands behind all that is kept in it.
  const [turn, gap] = [step.from + step.insert, step.gapTo - step.gapFrom];
  return letters(texts(step.slice, step.from).map(([text, at]) => [text, at < turn ? at : at + gap]));
}

function placeOf(step: Step): number {
  return step instanceof ReplaceStep || step instanceof ReplaceAroundStep ? step.from : -1;
}

/** The text that a step puts in, where it does nothing else. */
function typedBy(step: Step): string {
  if (!(step instanceof ReplaceStep) || step.from !== step.to) return "";
  const children = step.slice.content.content;
  return children.every(({ isText }) => isText) ? children.map(({ text }) => text ?? "").join("") : "";
}

function between(document: Node, from: number, to: number): string {
  return letters(texts(document.slice(from, to), 0)).text;
}

function texts({ content, openStart }: Slice, at: number): Text[] {
  const found: Text[] = [];
  content.descendants((node, position) => {
    if (node.isText) found.push([node.text ?? "", at + position - openStart]);
  });
  return found;
}

function letters(all: readonly Text[]): Letters {
  const places: number[] = [];
  let text = "";
  for (const [one, at] of all) {
    for (let unit = 0; unit < one.length; unit += 1) {
      const letter = one.charAt(unit);
      if (/\s/.test(letter)) continue;
      text += letter;
      places.push(at + unit);
    }
  }
  return { text, places };
}

/** Without its spaces. */
export function bare(text: string): string {
  return text.replace(/\s+/g, "");
}

function stretch(places: readonly number[], start: number, count: number): Stretch {
  const [first, last] = [places[start] ?? 0, places[start + count - 1] ?? 0];
  return { from: first, to: last + 1 };
}
