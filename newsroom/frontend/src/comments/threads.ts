/** The threads in the text: quiet marks that stay with their words, and the words being talked of. */
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { Mapping } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";
import { type Anchor, bare, lead, type Stretch } from "./anchors";

export type { Stretch } from "./anchors";

export interface Thread extends Anchor {
  readonly id: number;
  /** What stood there when the talk began. */
  readonly words: string;
  readonly open: boolean;
  readonly must_fix: boolean;
}

interface Talk {
  /** Also those whose words are out of the text: they may come back. */
  readonly threads: readonly Thread[];
  /** What a comment is being written about. */
  readonly about: Stretch | null;
}

const NOTHING: Talk = { threads: [], about: null };

const KEY = new PluginKey<Talk>("threads");

/** `onAbout` hears where the words stand that somebody writes about, whenever they moved. */
export function markThreads(onAbout: (about: Stretch | null) => void): Plugin<Talk> {
  return new Plugin<Talk>({
    key: KEY,
    state: {
      init: () => NOTHING,
      apply(tr, before) {
        const after = { ...before, ...(tr.getMeta(KEY) as Partial<Talk> | undefined) };
        return tr.docChanged ? follow(after, before, tr) : after;
      },
    },
    props: { decorations: (state) => drawn(state) },
    view: () => ({
      update(view, previous) {
        const about = aboutIn(view.state);
        if (about !== aboutIn(previous)) onAbout(about);
      },
    }),
  });
}

/** Those whose words stand in the text. */
export function threadsIn(state: EditorState): readonly Thread[] {
  return allThreads(state).filter(({ taken }) => !taken);
}

export function allThreads(state: EditorState): readonly Thread[] {
  return KEY.getState(state)?.threads ?? [];
}

export function aboutIn(state: EditorState): Stretch | null {
  return KEY.getState(state)?.about ?? null;
}

export function setThreads(state: EditorState, threads: readonly Thread[]): Transaction {
  return quiet(state, { threads });
}

export function setAbout(state: EditorState, about: Stretch | null): Transaction {
  return quiet(state, { about });
}

export function threadAt(state: EditorState, position: number): Thread | undefined {
  return threadsIn(state).find(
    ({ open, from, to }) => open && from <= position && position <= to,
  );
}

/**
 * What the server said, some steps ago, brought to now. What only those steps move or bring back is
 * where this page has followed it to: it saw them, and has no more than their maps by now.
 */
export function brought(
  said: readonly Thread[],
  mapping: Mapping,
  known: readonly Thread[],
): readonly Thread[] {
  if (!mapping.maps.length) return said;
  return said.map((one) => {
    const seen = known.find(({ id }) => id === one.id);
    const kept = one.taken ? null : carried(one, mapping);
    if (kept) return { ...one, ...kept };
    const at = mapping.map(one.from);
    const { from, to, taken } = seen ?? { from: at, to: at, taken: emptied(one) };
    return { ...one, from, to, taken };
  });
}

function emptied({ taken, words }: Thread): Anchor["taken"] {
  const { before, after, words: known } = taken ?? { before: "", after: "", words: bare(words) };
  return { words: known, before, after, grown: "", fresh: false };
}

function quiet(state: EditorState, change: Partial<Talk>): Transaction {
  return state.tr.setMeta(KEY, change).setMeta("addToHistory", false);
}

/** What a transaction itself brings counts in the document after it. */
function follow(after: Talk, before: Talk, tr: Transaction): Talk {
  const { threads, about } = after;
  const now = about && followed({ ...about, taken: null }, tr, "");
  return {
    threads:
      threads === before.threads
        ? threads.map((one) => ({ ...one, ...followed(one, tr, one.words) }))
        : threads,
    about: about === before.about ? now && (now.taken ? null : now) : about,
  };
}

/** By the whole way first: it knows what is taken out only to be put in again where others wrote. */
function followed(anchor: Anchor, tr: Transaction, words: string): Anchor {
  const kept = anchor.taken ? null : carried(anchor, tr.mapping);
  return kept ? { ...kept, taken: null } : lead(anchor, tr, words);
}

function carried({ from, to }: Stretch, mapping: Mapping): Stretch | null {
  const now = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
  return now.from < now.to ? now : null;
}

function drawn(state: EditorState): DecorationSet {
  const about = aboutIn(state);
  const marks = threadsIn(state)
    .filter(({ open }) => open)
    .map(({ id, must_fix, from, to }) =>
      Decoration.inline(from, to, {
        nodeName: "span",
        class: must_fix ? "mark-thread mark-thread--must-fix" : "mark-thread",
        "data-thread": String(id),
      }),
    );
  const place = about ? [Decoration.inline(about.from, about.to, { class: "link-place" })] : [];
  return DecorationSet.create(state.doc, [...marks, ...place]);
}
