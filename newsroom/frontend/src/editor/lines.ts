/** How Enter, Backspace and Delete behave in lines that cannot be split, joined or taken out. */
import { splitBlockAs } from "prosemirror-commands";
import type { Node, NodeType, ResolvedPos } from "prosemirror-model";
import { AllSelection, type Command, Plugin, Selection, TextSelection } from "prosemirror-state";
import { LINES, schema } from "./schema";

const LINE_NAMES: ReadonlySet<string> = new Set(LINES);

export function inLine({ parent }: ResolvedPos): boolean {
  return LINE_NAMES.has(parent.type.name);
}

/** Enter in the headline goes on to the standfirst, and so on down to the body. */
export const leaveLine: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if (!inLine($head)) return false;
  const next = Selection.near(state.doc.resolve($head.after()));
  dispatch?.(state.tr.setSelection(next).scrollIntoView());
  return true;
};

/** Enter in a caption goes on to the paragraph after the figure, made where there is none. */
export const leaveCaption: Command = (state, dispatch) => {
  const { $head } = state.selection;
  if ($head.parent.type.name !== "figure") return false;
  const { tr } = state;
  const after = $head.after();
  const next = state.doc.resolve(after).nodeAfter;
  if (next?.type.name !== "paragraph") tr.insert(after, schema.node("paragraph"));
  tr.setSelection(TextSelection.create(tr.doc, after + 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};

/**
 * At the end of a block comes a paragraph. The library would take the first kind that may follow
 * there, which is the credit line, and then do nothing, for there is only one.
 */
export const newParagraph: Command = splitBlockAs((_block, atEnd) =>
  atEnd ? { type: schema.nodes["paragraph"] as NodeType } : null,
);

/** "Select all" takes the line or the body that the cursor is in; the second time, the whole story. */
export const selectPart: Command = (state, dispatch) => {
  const { $head, from, to } = state.selection;
  const single = inLine($head) || $head.parent.type.name === "figure";
  const part = single
    ? TextSelection.create(state.doc, $head.start(), $head.end())
    : body(state.doc);
  if (!part || (part.from === from && part.to === to)) return false;
  dispatch?.(state.tr.setSelection(part));
  return true;
};

function body(document: Node): Selection | null {
  const blocks = document.content.content;
  const sizes = blocks.map(({ nodeSize }) => nodeSize);
  const start = sum(sizes.slice(0, LINES.length - 1));
  const end = document.content.size - (sizes.at(-1) ?? 0);
  const first = Selection.findFrom(document.resolve(start), 1, true);
  const last = Selection.findFrom(document.resolve(end), -1, true);
  return first && last && TextSelection.create(document, first.from, last.to);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** What is typed over the whole story begins a new one at its headline. */
export function typeOverAll(): Plugin {
  return new Plugin({
    props: {
      handleTextInput({ state, dispatch }, _from, _to, text) {
        if (!(state.selection instanceof AllSelection)) return false;
        const tr = state.tr.deleteSelection();
        tr.setSelection(Selection.atStart(tr.doc)).insertText(text);
        dispatch(tr);
        return true;
      },
    },
  });
}

/**
 * The end of the chain for Backspace and Delete: at a line's edge, where no command had anything
 * to do, the browser would join the two lines by itself.
 */
export function stopAtEdge(edge: "backward" | "forward"): Command {
  return (state, _dispatch, view) => {
    const { empty, $head } = state.selection;
    if (!empty || !$head.parent.isTextblock) return false;
    if (view) return view.endOfTextblock(edge);
    return $head.parentOffset === (edge === "backward" ? 0 : $head.parent.content.size);
  };
}
