/** The copy without suggestions: as it stands, or as it would be without those of one person. */
import { Fragment, type Mark, type Node } from "prosemirror-model";
import { schema } from "../editor/schema";
import { factsOf, isSuggestion } from "./marks";

type Whose = (mark: Mark) => boolean;

/** The very document where nothing is suggested in it. */
export function standing(document: Node): Node {
  return stripped(document, isSuggestion) ?? document;
}

/** The same of one block; null where all of it is only suggested. */
export function standingBlock(block: Node): Node | null {
  return left([block], isSuggestion)[0] ?? null;
}

/** Whether this person's own suggestions are all that differs; only what changed is looked at. */
export function onlySuggested(before: Node, after: Node, person: number): boolean {
  const whose: Whose = (mark) => isSuggestion(mark) && factsOf(mark).author === person;
  const [old, fresh] = differing(before, after);
  const [was, is] = [left(old, whose), left(fresh, whose)];
  return was.length === is.length && was.every((node, index) => node.eq(is[index] as Node));
}

function differing(before: Node, after: Node): readonly [readonly Node[], readonly Node[]] {
  const [old, fresh] = [before.children, after.children];
  const shorter = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return [old.slice(head, old.length - tail), fresh.slice(head, fresh.length - tail)];
}

/** Without these suggestions; null where nothing is left of it. */
function stripped(node: Node, whose: Whose): Node | null {
  const kept = left(node.children, whose);
  if (kept.length === node.childCount && kept.every((one, index) => one === node.child(index))) {
    return node;
  }
  const content = Fragment.fromArray([...kept]);
  if (node.type.validContent(content)) return node.copy(content);
  if (node.type.name !== "doc") return null;
  // Every block of the body was suggested: what stands is an empty story.
  return node.copy(Fragment.fromArray([...kept.slice(0, -1), schema.node("paragraph"), ...kept.slice(-1)]));
}

function left(nodes: readonly Node[], whose: Whose): Node[] {
  return nodes.flatMap((node) => {
    const ours = node.marks.filter(whose);
    if (ours.some(({ type }) => type.name === "insertion")) return [];
    const inside = node.isText ? node : stripped(node, whose);
    if (!inside) return [];
    return [ours.length ? inside.mark(inside.marks.filter((mark) => !whose(mark))) : inside];
  });
}
