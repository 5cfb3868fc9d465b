/** A change of blocks as a suggestion: block by block, and within a block that goes on by its words. */
import { Fragment, type Node } from "prosemirror-model";
import type { Pen } from "./pen";

/** `old` and `fresh` are the documents before and after the change asked for. */
export function rewriteBlocks(pen: Pen, old: Node, fresh: Node): void {
  children(pen, old, fresh, 0, 0);
}

/** `at` and `after` are where the content begins before and after. */
function children(pen: Pen, old: Node, fresh: Node, at: number, after: number): void {
  const { head, tail } = alike(old.children, fresh.children);
  const was = old.children.slice(head, old.childCount - tail);
  const is = fresh.children.slice(head, fresh.childCount - tail);
  const from = at + sizeOf(old.children.slice(0, head));
  const start = after + sizeOf(fresh.children.slice(0, head));
  const [first, next] = [was[0], is[0]];
  const goesOn = first !== undefined && next !== undefined && isContinued(first, next);
  const begin = goesOn ? 1 : 0;
  pen.putIn(
    from + sizeOf(was),
    Fragment.fromArray(is.slice(begin)),
    start + sizeOf(is.slice(0, begin)),
  );
  let position = from + sizeOf(was);
  for (const node of was.slice(begin).reverse()) {
    position -= node.nodeSize;
    pen.strikeBlock(node, position);
  }
  if (goesOn) within(pen, first, next, from + 1, start + 1);
}

function within(pen: Pen, old: Node, fresh: Node, at: number, after: number): void {
  if (old.isTextblock) words(pen, old, fresh, at, after);
  else children(pen, old, fresh, at, after);
  // A figure's photo and credits are not words: they are changed, never suggested.
  if (!old.hasMarkup(fresh.type, fresh.attrs, old.marks)) {
    pen.out.setNodeMarkup(at - 1, null, fresh.attrs, old.marks);
  }
}

function words(pen: Pen, old: Node, fresh: Node, at: number, after: number): void {
  const start = old.content.findDiffStart(fresh.content);
  const ends = old.content.findDiffEnd(fresh.content);
  if (start === null || !ends) return;
  // In a run of the same letters both searches pass the same ones.
  const passed = Math.max(0, start - Math.min(ends.a, ends.b));
  const [end, freshEnd] = [ends.a + passed, ends.b + passed];
  pen.putIn(at + end, fresh.content.cut(start, freshEnd), after + start);
  pen.strike(at + start, at + end);
}

function isContinued(old: Node, fresh: Node): boolean {
  if (old.type.name === "figure") return fresh.type === old.type;
  return old.sameMarkup(fresh);
}

function alike(
  old: readonly Node[],
  fresh: readonly Node[],
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(old.length, fresh.length);
  const same = (one: Node | undefined, other: Node | undefined): boolean =>
    one === other || (one !== undefined && other !== undefined && one.eq(other));
  let head = 0;
  while (head < shorter && same(old[head], fresh[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(old.at(-1 - tail), fresh.at(-1 - tail))) tail += 1;
  return { head, tail };
}

function sizeOf(nodes: readonly Node[]): number {
  return nodes.reduce((total, { nodeSize }) => total + nodeSize, 0);
}
