/** The undo of somebody whose hands are beside the text: what was accepted there is taken back. */
import { undo } from "prosemirror-history";
import type { EditorView } from "prosemirror-view";

export function undoFromBeside(event: KeyboardEvent, view: EditorView): void {
  const { key, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  const asked = (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === "z";
  if (!asked || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  // In a field it is the undo of what was typed there.
  if (target.isContentEditable || target.matches("input, textarea, select")) return;
  if (!undo(view.state, view.dispatch)) return;
  event.preventDefault();
  view.focus();
}
