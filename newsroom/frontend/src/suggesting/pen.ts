/** Writes suggestions into a transaction, from the end of the document to its start. */
import { Fragment, type Mark, type Node } from "prosemirror-model";
import type { Transaction } from "prosemirror-state";
import { removeBlock } from "./decide";
import {
  type Facts,
  isInsertedBy,
  isStruck,
  isSuggestion,
  stays,
  suggestionMark,
} from "./marks";

/** What was put in: where it stood in the change as it was asked for, and where it stands now. */
interface Piece {
  readonly start: number;
  readonly size: number;
  readonly at: number;
  /** The steps that were written when it was put in. */
  readonly steps: number;
}

/** Positions are those of the document before: nothing before them has been written yet. */
export class Pen {
  private readonly insertion: Mark;
  private readonly deletion: Mark;
  private readonly pieces: Piece[] = [];

  constructor(
    readonly out: Transaction,
    private readonly person: number,
    facts: Facts,
  ) {
    this.insertion = suggestionMark("insertion", facts);
    this.deletion = suggestionMark("deletion", facts);
  }

  /** Words or blocks; `start` is where they begin in the document after the change asked for. */
  putIn(at: number, content: Fragment, start: number): void {
    const own = this.inOwnBlock(at);
    const fresh = this.asPutIn(content, own);
    if (!fresh.size) return;
    this.out.insert(at, fresh);
    this.pieces.push({ start, size: fresh.size, at, steps: this.out.steps.length });
  }

  /** Takes out one's own, and strikes the rest; what is struck already stays so. */
  strike(from: number, to: number): void {
    const { before } = this.out;
    const found: { node: Node; start: number; end: number }[] = [];
    before.nodesBetween(from, to, (node, position) => {
      const end = position + node.nodeSize;
      if (node.isText) {
        found.push({ node, start: Math.max(from, position), end: Math.min(to, end) });
        return false;
      }
      if (position < from || end > to || stays(node)) return true;
      found.push({ node, start: position, end });
      return false;
    });
    for (const { node, start, end } of found.reverse()) {
      if (!node.isText) this.strikeBlock(node, start);
      else if (this.inOwnBlock(start) || isInsertedBy(node, this.person)) this.out.delete(start, end);
      else if (!isStruck(node)) this.out.addMark(start, end, this.deletion);
    }
  }

  strikeBlock(node: Node, position: number): void {
    if (stays(node) || isInsertedBy(node, this.person)) removeBlock(this.out, position);
    else if (!isStruck(node)) this.out.addNodeMark(position, this.deletion);
  }

  /** Where a position of the document after the change came to stand; null outside what was put in. */
  written(position: number): number | null {
    const piece = this.pieces.find(({ start, size }) => start <= position && position <= start + size);
    if (!piece) return null;
    const at = piece.at + position - piece.start;
    return this.out.mapping.slice(piece.steps).map(at, -1);
  }

  private inOwnBlock(position: number): boolean {
    const $at = this.out.before.resolve(position);
    for (let depth = $at.depth; depth > 0; depth -= 1) {
      if (isInsertedBy($at.node(depth), this.person)) return true;
    }
    return false;
  }

  /** As new words of this person: what was struck in it is not put in again. */
  private asPutIn(content: Fragment, own: boolean): Fragment {
    const fresh: Node[] = [];
    content.forEach((node) => {
      if (isStruck(node)) return;
      const marks = node.marks.filter((one) => !isSuggestion(one));
      const inner = node.isText ? node : node.copy(this.asPutIn(node.content, true));
      const marked = own || stays(node) ? marks : this.insertion.addToSet(marks);
      fresh.push(inner.mark(marked));
    });
    return Fragment.fromArray(fresh);
  }
}
