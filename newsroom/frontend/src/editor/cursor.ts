/** The cursor's true place at the moment of a key that joins or splits lines, or is a command. */
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

const DECISIVE = new Set(["Backspace", "Delete", "Enter"]);

/**
 * The browser tells of a moved cursor a moment late. Who presses Home and at once Backspace would
 * have it act on the old place, and the browser would join two lines of the story by itself; who
 * clicks into the body and at once selects all would select the headline.
 */
export function readCursorFirst(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, { key, ctrlKey, metaKey }) {
        const acts = DECISIVE.has(key) || ctrlKey || metaKey;
        if (acts && !view.composing) catchUp(view);
        return false;
      },
    },
  });
}

function catchUp(view: EditorView): void {
  const { selection, doc, tr } = view.state;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!(selection instanceof TextSelection) || !anchorNode || !focusNode) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0);
  if (anchor === selection.anchor && head === selection.head) return;
  const place = TextSelection.between(doc.resolve(anchor), doc.resolve(head));
  if (!place.eq(selection)) view.dispatch(tr.setSelection(place));
}
