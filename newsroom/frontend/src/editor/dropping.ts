/** What is dragged goes where it fits, once: words into words, a figure between the paragraphs. */
import { Fragment, type Node, type ResolvedPos, type Slice } from "prosemirror-model";
import { Plugin, TextSelection, type Transaction } from "prosemirror-state";
import { dropPoint } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import { figureIn, moveFigure } from "./figures";
import { inLine } from "./lines";
import { plainLine } from "./paste";

export function dropWhereItFits(): Plugin {
  return new Plugin({
    props: {
      handleDrop(view, event, slice, moved) {
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!place) return false;
        return moved ? move(view, place.pos, slice) : put(view, place.pos, slice, view.state.tr);
      },
    },
    view: () => ({
      /** While somebody drags others write: what is dropped is what was chosen, as it stands by then. */
      update(view, before) {
        if (!view.dragging || view.state.doc.eq(before.doc)) return;
        view.dragging = { ...view.dragging, slice: view.state.selection.content() };
      },
    }),
  });
}

/** True where nothing is left to do; the library does the rest, which is from paragraph to paragraph. */
function move(view: EditorView, at: number, slice: Slice): boolean {
  const { state } = view;
  const { from, to } = state.selection;
  if (figureIn(state)) {
    const target = dropPoint(state.doc, at, state.selection.content());
    const tr = target === null ? null : moveFigure(state, from, target);
    if (tr) dispatch(view, tr);
    return true;
  }
  // Let go over themselves the words stay, and no step is made of it.
  if (from <= at && at <= to) return true;
  return put(view, at, slice, state.tr.deleteSelection());
}

/** A line takes plain words, a caption the words of one paragraph with their marks. */
function put(view: EditorView, at: number, slice: Slice, tr: Transaction): boolean {
  const $at = view.state.doc.resolve(at);
  const caption = $at.parent.type.name === "figure";
  if (holdsFigure(slice)) return inLine($at);
  if (!caption && !inLine($at)) return false;
  const words = wordsFor($at, slice);
  if (!words.size) return true;
  const start = tr.mapping.map(at);
  tr.insert(start, words);
  tr.setSelection(TextSelection.create(tr.doc, start, start + words.size));
  dispatch(view, tr);
  return true;
}

function wordsFor({ parent }: ResolvedPos, slice: Slice): Fragment {
  const [only, ...more] = slice.content.content;
  if (parent.type.name === "figure" && only?.isTextblock && !more.length) return only.content;
  const text = plainLine(slice);
  return text ? Fragment.from(parent.type.schema.text(text)) : Fragment.empty;
}

function holdsFigure({ content }: Slice): boolean {
  let found = false;
  content.descendants((node: Node) => {
    found ||= node.type.name === "figure";
  });
  return found;
}

function dispatch(view: EditorView, tr: Transaction): void {
  view.focus();
  view.dispatch(tr.setMeta("uiEvent", "drop"));
}
