/** Where a figure goes in a story: a new one, and one that is moved among the paragraphs. */
import {
  type Command,
  type EditorState,
  NodeSelection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import { LINES, schema } from "./schema";

const HEAD = LINES.length - 1;

/** Says of a transaction that it moves a figure, which is done and never suggested. */
export const FIGURE_MOVED = "figure moved";

/** After the block of the cursor, and always inside the body. */
export const insertFigure: Command = ({ doc, selection, tr }, dispatch) => {
  const last = doc.childCount - 1;
  const index = Math.min(Math.max(selection.$from.index(0) + 1, HEAD), last);
  let position = 0;
  for (let before = 0; before < index; before += 1) position += doc.child(before).nodeSize;
  tr.insert(position, schema.node("figure"));
  tr.setSelection(TextSelection.create(tr.doc, position + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/** Whether a figure is chosen as a whole. */
export function figureIn({ selection }: EditorState): boolean {
  return selection instanceof NodeSelection && selection.node.type.name === "figure";
}

/** To between two blocks; null where the figure stands there already. */
export function moveFigure(state: EditorState, from: number, to: number): Transaction | null {
  const figure = state.doc.nodeAt(from);
  if (!figure || (from <= to && to <= from + figure.nodeSize)) return null;
  const { tr } = state;
  // Put in before it is taken out: the body is never without a block.
  tr.insert(to, figure);
  const old = tr.mapping.map(from);
  tr.delete(old, old + figure.nodeSize);
  const now = to < from ? to : to - figure.nodeSize;
  return tr.setSelection(NodeSelection.create(tr.doc, now)).setMeta(FIGURE_MOVED, true);
}

/** Past the block above or below it; null at the edge of the body. */
export function shiftFigure(
  state: EditorState,
  from: number,
  way: "up" | "down",
): Transaction | null {
  const $from = state.doc.resolve(from);
  const index = $from.index() + (way === "up" ? -1 : 1);
  if (index < HEAD || index > state.doc.childCount - 2) return null;
  const passed = state.doc.child(index).nodeSize;
  const size = $from.nodeAfter?.nodeSize ?? 0;
  return moveFigure(state, from, way === "up" ? from - passed : from + size + passed);
}
