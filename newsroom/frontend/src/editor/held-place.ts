/** A place in the text that is held while a dialog about it is open, and stays with its words. */
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const KEY = new PluginKey<Stretch | null>("held place");

/** Marks the words of the place; a dialog takes the focus, and the browser forgets the selection. */
export function heldPlace(): Plugin<Stretch | null> {
  return new Plugin<Stretch | null>({
    key: KEY,
    state: {
      init: () => null,
      apply(tr, place) {
        const given = tr.getMeta(KEY) as Stretch | "none" | undefined;
        if (given) return given === "none" ? null : given;
        if (!place) return null;
        const to = tr.mapping.map(place.to, -1);
        return { from: Math.min(to, tr.mapping.map(place.from, 1)), to };
      },
    },
    props: {
      decorations(state) {
        const place = KEY.getState(state);
        if (!place || place.from >= place.to) return null;
        const words = Decoration.inline(place.from, place.to, { class: "link-place" });
        return DecorationSet.create(state.doc, [words]);
      },
    },
  });
}

export function hold(tr: Transaction, { from, to }: Stretch): Transaction {
  return tr.setMeta(KEY, { from, to });
}

/** Where the held words are by now, and a transaction that lets them go. */
export function letGo(state: EditorState): { readonly place: Stretch | null; readonly tr: Transaction } {
  return { place: KEY.getState(state) ?? null, tr: state.tr.setMeta(KEY, "none") };
}
