/** Holds each change to the part of the story that this person may change; the server does too. */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { onlySuggested } from "../suggesting/standing";
import type { Reach } from "./protocol";

function parts(document: Node): Record<"copy" | "figures", Node[]> {
  const found: Record<"copy" | "figures", Node[]> = { copy: [], figures: [] };
  document.forEach((block) => {
    found[block.type.name === "figure" ? "figures" : "copy"].push(block);
  });
  return found;
}

function same(before: readonly Node[], after: readonly Node[]): boolean {
  return (
    before.length === after.length &&
    before.every((block, index) => block === after[index] || block.eq(after[index] as Node))
  );
}

export function allowed(may: Reach, before: Node, after: Node): boolean {
  if (may.copy && may.figures) return true;
  if (typeof may.suggestsAs === "number" && onlySuggested(before, after, may.suggestsAs)) return true;
  const [old, fresh] = [parts(before), parts(after)];
  const copy = !same(old.copy, fresh.copy);
  // A figure that moves among the paragraphs is a change of figures, as it is to the server.
  const figures = !same(old.figures, fresh.figures) || (!copy && !before.eq(after));
  return (may.copy || !copy) && (may.figures || !figures);
}

/** `may` is asked for each change, for it changes when the story moves. */
export function keepWithin(may: () => Reach): Plugin {
  return new Plugin({
    filterTransaction: (tr) =>
      // What comes from the authority has been allowed by it.
      !tr.docChanged || tr.getMeta("collab$") !== undefined || allowed(may(), tr.before, tr.doc),
  });
}
