/** Going through the findings by keyboard: to the next, to the one before, into its card, out. */
import { keymap } from "prosemirror-keymap";
import { type Command, type Plugin, TextSelection } from "prosemirror-state";
import type { FindingCard } from "./finding-card";
import { type Finding, findingAt, toDecide } from "./findings";

export const FINDING_KEYS = [
  { keys: "F8", words: "Next finding" },
  { keys: "Shift-F8", words: "Finding before" },
  { keys: "Mod-.", words: "Into the card of the finding" },
] as const;

/** The card comes later than the keys: it needs the view that the keys are part of. */
export function findingKeys(card: () => FindingCard): Plugin {
  const go =
    (pick: (all: readonly Finding[], from: number) => Finding | undefined): Command =>
    (state, dispatch) => {
      const finding = pick(toDecide(state), state.selection.from);
      if (!finding) return false;
      const there = TextSelection.create(state.doc, finding.from, finding.to);
      dispatch?.(state.tr.setSelection(there).scrollIntoView());
      if (dispatch) card().open(finding.id);
      return true;
    };
  return keymap({
    F8: go((all, from) => all.find((one) => one.from > from) ?? all[0]),
    "Shift-F8": go((all, from) => all.findLast((one) => one.from < from) ?? all.at(-1)),
    "Mod-.": (state, dispatch) => {
      const finding = findingAt(state, state.selection.from);
      if (!finding) return false;
      if (dispatch) {
        card().open(finding.id);
        card().enter();
      }
      return true;
    },
    Escape: () => {
      const open = card().isOpen;
      card().close();
      return open;
    },
  });
}
