/** Links marked `data-goto` lead to their place in the document: a finding, a figure, a line. */
import type { Node } from "prosemirror-model";
import { type EditorState, NodeSelection, Selection, TextSelection } from "prosemirror-state";
import { threadsIn } from "../comments/threads";
import { placeOfSuggestion } from "../suggesting/decide";
import { findingsIn } from "./findings";

/** Where a mark like "finding:12", "thread:3", "figure:1", "node:headline" or "pos:123" points; null: nowhere. */
export function target(state: EditorState, mark: string): Selection | null {
  const [kind = "", name = ""] = mark.split(":");
  const place = PLACES[kind];
  return place ? place(state, name) : null;
}

const PLACES: Readonly<Record<string, (state: EditorState, name: string) => Selection | null>> = {
  finding(state, id) {
    const found = findingsIn(state).find((one) => one.id === Number(id));
    if (!found) return null;
    const { from, to } = found;
    return from < to ? TextSelection.create(state.doc, from, to) : near(state.doc, from);
  },
  thread(state, id) {
    const found = threadsIn(state).find((one) => one.id === Number(id));
    return found ? TextSelection.create(state.doc, found.from, found.to) : null;
  },
  suggestion(state, id) {
    const found = placeOfSuggestion(state.doc, id);
    return found ? TextSelection.between(state.doc.resolve(found.from), state.doc.resolve(found.to)) : null;
  },
  // Figures are counted from 1, as a person would.
  figure(state, number) {
    const at = blocks(state.doc, (block) => block.type.name === "figure")[Number(number) - 1];
    return at === undefined ? null : NodeSelection.create(state.doc, at);
  },
  node(state, name) {
    const wanted = name === "body" ? "dateline" : name;
    const at = blocks(state.doc, (block) => block.type.name === wanted)[0];
    if (at === undefined) return null;
    const size = state.doc.nodeAt(at)?.nodeSize ?? 0;
    return near(state.doc, name === "body" ? at + size : at);
  },
  pos(state, position) {
    return near(state.doc, Math.min(Number(position) || 0, state.doc.content.size));
  },
};

function near(document: Node, position: number): Selection {
  return Selection.near(document.resolve(position));
}

function blocks(document: Node, wanted: (block: Node) => boolean): number[] {
  const found: number[] = [];
  document.forEach((block, position) => {
    if (wanted(block)) found.push(position);
  });
  return found;
}
