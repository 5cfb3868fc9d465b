/** Accepting and rejecting suggestions: some of them, all, or those of one person. */
import { type Mark, type Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { schema } from "../editor/schema";
import { factsOf, type Facts, isSuggestion } from "./marks";

export type Decision = "accept" | "reject";
export type Which = (facts: Facts) => boolean;

/** Which kind of suggestion takes the words out when it is decided so. */
const REMOVES: Readonly<Record<Decision, string>> = { accept: "deletion", reject: "insertion" };

/** Changes nothing where there is no such suggestion. */
export function decide(state: EditorState, which: Which, decision: Decision): Transaction {
  const { tr } = state;
  const leaves = ({ marks }: Marked): boolean =>
    marks.some(({ type }) => type.name === REMOVES[decision]);
  // From the end to the start: no step moves the place of one that is still to come. First what
  // leaves: of words that were moved it still shows in which suggestion, so that comments go along.
  for (const { node, position } of marked(state.doc, which).filter(leaves).reverse()) {
    remove(tr, node, position);
  }
  for (const { node, position, marks } of marked(tr.doc, which).reverse()) {
    for (const one of marks) keep(tr, node, position, one);
  }
  return tr.setMeta(DECIDED, true);
}

/** Says of a transaction that it decides, so that it is no suggestion itself. */
export const DECIDED = "suggestions decided";

/** Ids of the suggestions that the range touches; at a cursor those on either side of it. */
export function suggestionsIn(document: Node, from: number, to: number): ReadonlySet<string> {
  const found = new Set<string>();
  const [start, end] = [Math.max(0, from - 1), Math.min(document.content.size, to + 1)];
  document.nodesBetween(start, end, (node, position) => {
    const touches = position <= to && position + node.nodeSize >= from;
    if (touches) for (const mark of node.marks.filter(isSuggestion)) found.add(factsOf(mark).id);
  });
  return found;
}

/** Where the suggestion begins and its first stretch ends; null where it is there no more. */
export function placeOfSuggestion(document: Node, id: string): { from: number; to: number } | null {
  const first = marked(document, (facts) => facts.id === id)[0];
  return first ? { from: first.position, to: first.position + first.node.nodeSize } : null;
}

interface Marked {
  readonly node: Node;
  readonly position: number;
  readonly marks: readonly Mark[];
}

function marked(document: Node, which: Which): Marked[] {
  const found: Marked[] = [];
  document.descendants((node, position) => {
    const marks = node.marks.filter((one) => isSuggestion(one) && which(factsOf(one)));
    if (marks.length) found.push({ node, position, marks });
  });
  return found;
}

function keep(tr: Transaction, node: Node, position: number, mark: Mark): void {
  if (node.isText) tr.removeMark(position, position + node.nodeSize, mark);
  else tr.removeNodeMark(position, mark);
}

function remove(tr: Transaction, node: Node, position: number): void {
  if (node.isText) tr.delete(position, position + node.nodeSize);
  else removeBlock(tr, position);
}

/** With what holds nothing else; of a body that would be empty a paragraph is left. */
export function removeBlock(tr: Transaction, position: number): void {
  const $at = tr.doc.resolve(position);
  const end = position + ($at.nodeAfter?.nodeSize ?? 0);
  const { parent } = $at;
  if (parent.canReplace($at.index(), $at.index() + 1)) tr.delete(position, end);
  else if ($at.depth) removeBlock(tr, $at.before());
  else tr.replaceWith(position, end, schema.node("paragraph"));
}
