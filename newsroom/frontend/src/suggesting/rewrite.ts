/** A change as a suggestion: what it takes out is struck, what it puts in is marked as put in. */
import { Fragment, type Node } from "prosemirror-model";
import { type EditorState, TextSelection, type Transaction } from "prosemirror-state";
import { uniqueName } from "../page/names";
import { rewriteBlocks } from "./blocks";
import { type Change, changesOf, isTyping } from "./changes";
import { type Facts, ownOn } from "./marks";
import { Pen } from "./pen";

export interface Author {
  readonly person: number;
  /** Milliseconds since 1970. */
  now(): number;
}

/** The same change, made by `by` as a suggestion. Nobody's words are taken out but their own. */
export function asSuggestion(state: EditorState, tr: Transaction, by: Author): Transaction {
  const out = state.tr;
  const changes = changesOf(tr);
  const pen = new Pen(out, by.person, factsFor(state, changes, by));
  if (isTyping(tr, changes)) {
    for (const change of [...changes].reverse()) write(pen, tr, change);
  } else rewriteBlocks(pen, tr.before, tr.doc);
  place(state, tr, changes, pen);
  for (const [name, value] of Object.entries(metaOf(tr))) {
    if (!undoesAsAsked(value)) out.setMeta(name, value);
  }
  if (tr.storedMarksSet) out.setStoredMarks(tr.storedMarks);
  return tr.scrolledIntoView ? out.scrollIntoView() : out;
}

/** What plugins said of the change; the library has no way to ask for all of it. */
function metaOf(tr: Transaction): Readonly<Record<string, unknown>> {
  return Reflect.get(tr, "meta") as Readonly<Record<string, unknown>>;
}

/** An input rule keeps the change it made, to undo it step by step: these are other steps. */
function undoesAsAsked(value: unknown): boolean {
  return typeof value === "object" && value !== null && "transform" in value;
}

/** Words that join a suggestion of one's own become part of it; others begin a new one. */
function factsFor(state: EditorState, changes: readonly Change[], by: Author): Facts {
  const [only, ...more] = changes;
  const joined = only && !more.length ? ownAround(state.doc, only, by.person) : undefined;
  return joined ?? { id: uniqueName(), author: by.person, at: by.now() };
}

function ownAround(document: Node, { from, to }: Change, person: number): Facts | undefined {
  const [$from, $to] = [document.resolve(from), document.resolve(to)];
  const around = [$from.nodeBefore, $to.nodeAfter, from < to ? $from.nodeAfter : null];
  return around.map((node) => ownOn(node, person)).find((facts) => facts !== undefined);
}

function write(pen: Pen, tr: Transaction, { from, to, start, end }: Change): void {
  const { content } = tr.doc.slice(start, end);
  const $from = tr.before.resolve(from);
  // Chosen over several blocks: what is typed stands at the end of the first.
  const at = $from.sameParent(tr.before.resolve(to)) ? to : $from.end();
  pen.putIn(at, inline(content), start);
  pen.strike(from, to);
}

function inline(content: Fragment): Fragment {
  const first: Node | null = content.firstChild;
  return first?.isTextblock ? first.content : content;
}

/** The cursor stands behind what was put in, and passes over what was struck. */
function place(state: EditorState, tr: Transaction, changes: readonly Change[], pen: Pen): void {
  const { anchor, head } = tr.selection;
  const { out } = pen;
  const follow = (position: number): number => {
    const written = pen.written(position);
    if (written !== null) return written;
    const struck = changes.find(({ start, end }) => start === end && start === position);
    const forward = state.selection.empty && struck?.from === state.selection.head;
    if (struck) return out.mapping.map(forward ? struck.to : struck.from, forward ? 1 : -1);
    return out.mapping.map(tr.mapping.invert().map(position));
  };
  const [$anchor, $head] = [anchor, head].map((one) =>
    out.doc.resolve(Math.min(Math.max(0, follow(one)), out.doc.content.size)),
  ) as [ReturnType<Node["resolve"]>, ReturnType<Node["resolve"]>];
  out.setSelection(TextSelection.between($anchor, $head));
}
