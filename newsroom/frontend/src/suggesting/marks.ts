/** Suggested insertions and deletions as marks: of whom, since when, and which belong together. */
import type { Mark, Node } from "prosemirror-model";
import { mark, schema } from "../editor/schema";

export type Kind = "insertion" | "deletion";

/** What all marks of one suggestion say. */
export interface Facts {
  readonly id: string;
  /** The number of the person who suggests. */
  readonly author: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export function suggestionMark(kind: Kind, { id, author, at }: Facts): Mark {
  return schema.mark(kind, { id, author, at });
}

export function isSuggestion({ type }: Mark): boolean {
  return type === mark("insertion") || type === mark("deletion");
}

export function factsOf({ attrs }: Mark): Facts {
  return attrs as unknown as Facts;
}

export function insertionOn(node: Node): Mark | undefined {
  return mark("insertion").isInSet(node.marks);
}

export function isStruck(node: Node): boolean {
  return Boolean(mark("deletion").isInSet(node.marks));
}

export function isInsertedBy(node: Node, person: number): boolean {
  const found = insertionOn(node);
  return found !== undefined && factsOf(found).author === person;
}

/** Any suggestion of this person on the node; words that join it become part of it. */
export function ownOn(node: Node | null, person: number): Facts | undefined {
  return node?.marks.filter(isSuggestion).map(factsOf).find(({ author }) => author === person);
}

const STAY: ReadonlySet<string> = new Set([
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "credit_line",
  "figure",
]);

/** The lines always stand, and a figure is put in and taken out, never suggested. */
export function stays({ type }: Node): boolean {
  return STAY.has(type.name);
}
