/** Where a transaction changes the document: each stretch before it, and what stands there after. */
import type { Transaction } from "prosemirror-state";
import { AddMarkStep, Mapping, RemoveMarkStep, type Step } from "prosemirror-transform";

export interface Change {
  /** In the document before. */
  readonly from: number;
  readonly to: number;
  /** In the document after. */
  readonly start: number;
  readonly end: number;
}

/** Apart from one another, in document order. */
export function changesOf(tr: Transaction): Change[] {
  const found = tr.steps.flatMap((step, index) => {
    // Not `slice(0, index).invert()`, which inverts the maps that were left out as well.
    const back = new Mapping(tr.mapping.maps.slice(0, index).map((map) => map.invert()).reverse());
    const on = tr.mapping.slice(index + 1);
    return stretches(step).map(
      ([from, to, start, end]): Change => ({
        from: back.map(from, -1),
        to: back.map(to, 1),
        start: on.map(start, -1),
        end: on.map(end, 1),
      }),
    );
  });
  return joined(found.sort((one, other) => one.from - other.from || one.start - other.start));
}

type Stretch = readonly [from: number, to: number, start: number, end: number];

function stretches(step: Step): Stretch[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    return [[step.from, step.to, step.from, step.to]];
  }
  const found: Stretch[] = [];
  step.getMap().forEach((from, to, start, end) => {
    found.push([from, to, start, end]);
  });
  return found;
}

function joined(changes: readonly Change[]): Change[] {
  const found: Change[] = [];
  for (const change of changes) {
    const last = found.at(-1);
    if (!last || (change.from > last.to && change.start > last.end)) {
      found.push(change);
      continue;
    }
    found[found.length - 1] = {
      from: Math.min(last.from, change.from),
      to: Math.max(last.to, change.to),
      start: Math.min(last.start, change.start),
      end: Math.max(last.end, change.end),
    };
  }
  return found;
}

/** Whether words alone come and go; all else is a change of blocks. */
export function isTyping(tr: Transaction, changes: readonly Change[]): boolean {
  // A step that moves nothing changes what a block is, as the photo of a figure.
  const ofBlocks = tr.steps.some((step) => !stretches(step).length);
  return !ofBlocks && changes.every((change) => isTyped(tr, change));
}

/** In one block, or in place of words chosen over several. */
function isTyped(tr: Transaction, { from, to, start, end }: Change): boolean {
  const [$from, $to] = [tr.before.resolve(from), tr.before.resolve(to)];
  const [$start, $end] = [tr.doc.resolve(start), tr.doc.resolve(end)];
  if (!$from.parent.isTextblock || !$to.parent.isTextblock) return false;
  if (!$start.parent.isTextblock || !$start.sameParent($end)) return false;
  if (!$from.parent.hasMarkup($start.parent.type, $start.parent.attrs, $from.parent.marks)) {
    return false;
  }
  return $from.sameParent($to) || tr.before.textBetween(from, to).length > 0;
}
