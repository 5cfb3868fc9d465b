/** Asks where a link goes, and takes only addresses that a story may point to. */
import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { ask } from "../page/dialog";
import { make } from "../page/element";
import { hold, letGo, type Stretch } from "./held-place";
import { allowedLink } from "./links";
import { mark } from "./schema";

export const editLink: Command = (state, dispatch, view) => {
  const found = stretch(state);
  if (!found || !state.selection.$from.parent.type.allowsMarkType(mark("link"))) return false;
  if (dispatch && view) {
    dispatch(hold(state.tr, found));
    void askForLink(view, addressAt(state));
  }
  return true;
};

async function askForLink(view: EditorView, href: string): Promise<void> {
  const field = make("input", { class: "input", id: "link-address", type: "text", value: href });
  const label = make("label", { for: "link-address" }, "Address");
  const hint = make("p", { class: "field__hint" }, "Empty takes the link away.");
  const agreed = await ask({
    title: "Link",
    body: [make("div", { class: "field" }, label, field, ...(href ? [hint] : []))],
    agree: href ? "Change the link" : "Link",
    refuse: () =>
      !field.value.trim() || allowedLink(field.value)
        ? null
        : "A link starts with http://, https:// or mailto:.",
  });
  const { place, tr } = letGo(view.state);
  if (agreed && place && place.from < place.to) {
    const address = allowedLink(field.value);
    tr.removeMark(place.from, place.to, mark("link"));
    if (address) tr.addMark(place.from, place.to, mark("link").create({ href: address }));
  }
  view.dispatch(tr);
  view.focus();
}

function linkAt({ selection: { $from } }: EditorState) {
  const type = mark("link");
  return type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
}

function addressAt(state: EditorState): string {
  return (linkAt(state)?.attrs["href"] as string | undefined) ?? "";
}

/** The selection, or the whole link that the cursor stands in. */
function stretch(state: EditorState): Stretch | null {
  const { $from, from, to, empty } = state.selection;
  if (!empty) return { from, to };
  const around = linkAt(state);
  if (!around) return null;
  const linked = (index: number): boolean =>
    around.isInSet($from.parent.maybeChild(index)?.marks ?? []);
  let first = $from.index();
  if (!linked(first)) first -= 1;
  let last = first;
  while (first > 0 && linked(first - 1)) first -= 1;
  while (linked(last + 1)) last += 1;
  return { from: $from.posAtIndex(first), to: $from.posAtIndex(last + 1) };
}
