/** The block of the story that a position is in, as the server knows it: "paragraph 3". */
import type { Node } from "prosemirror-model";
import type { Selection } from "prosemirror-state";

export interface Where {
  readonly block: string | null;
  /** The how manieth of its kind, from 1. */
  readonly number: number;
}

/** The place to name of a selection: where it ends; of a whole figure, the figure. */
export function spotOf({ $head, from }: Selection): number {
  return $head.depth ? $head.pos : from;
}

export function whereIn(document: Node, position: number): Where {
  const index = document.resolve(position).index(0);
  const found = document.maybeChild(index);
  if (!found) return { block: null, number: 0 };
  const before = document.content.content.slice(0, index + 1);
  return {
    block: found.type.name,
    number: before.filter(({ type }) => type === found.type).length,
  };
}
