/** The findings in the text: quiet marks that stay with their words while people type around them. */
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { Mappable } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";

export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface Finding extends Range {
  /** Below zero where nobody keeps it yet: found in words that were just typed. */
  readonly id: number;
  readonly check: string;
  readonly rule: string;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly words: string;
  readonly suggestion: string | null;
  readonly reason: string | null;
  /** More about it, by kind; a passage of agency copy has its agency's colour. */
  readonly detail?: { readonly hue?: number };
}

/** A block that was asked about while typing, and what was found there; it stands until the worker has read it. */
export interface TypedBlock extends Range {
  /** The first version that has its words; null while they are not saved. */
  readonly version: number | null;
  readonly findings: readonly Finding[];
}

interface Sources {
  /** What the worker found, and people decided about. */
  readonly told: readonly Finding[];
  readonly typed: readonly TypedBlock[];
}

interface Marked extends Sources {
  readonly shown: readonly Finding[];
  readonly marks: DecorationSet;
}

const KEY = new PluginKey<Marked>("findings");

type News = Partial<Sources>;

export function markFindings(): Plugin<Marked> {
  return new Plugin<Marked>({
    key: KEY,
    state: {
      init: (_, state) => drawn({ told: [], typed: [] }, state.doc),
      apply(tr, before) {
        const news = tr.getMeta(KEY) as News | undefined;
        if (!news && !tr.docChanged) return before;
        const { told, typed } = tr.docChanged ? carried(before, tr) : before;
        return drawn({ told: news?.told ?? told, typed: news?.typed ?? typed }, tr.doc);
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.marks },
  });
}

export function findingsIn(state: EditorState): readonly Finding[] {
  return KEY.getState(state)?.shown ?? [];
}

/** What the worker found, having read that version: of older words it knows better than any pause. */
export function setFindings(state: EditorState, told: readonly Finding[], read: number | null) {
  const typed = typedIn(state).filter(({ version }) => version === null || read === null || version > read);
  return tell(state, { told, typed });
}

/** What was found in blocks just typed, in place of what was found there before. */
export function tellTyped(state: EditorState, blocks: readonly TypedBlock[]) {
  const others = typedIn(state).filter((one) => !blocks.some((block) => meet(one, block)));
  return tell(state, { typed: [...others, ...blocks] });
}

/** All words of this page are in that version now; null where there is nothing that waits for it. */
export function tellSaved(state: EditorState, version: number): Transaction | null {
  const typed = typedIn(state);
  if (!typed.some((one) => one.version === null)) return null;
  return tell(state, { typed: typed.map((one) => ({ ...one, version: one.version ?? version })) });
}

function tell(state: EditorState, news: News): Transaction {
  return state.tr.setMeta(KEY, news).setMeta("addToHistory", false);
}

function typedIn(state: EditorState): readonly TypedBlock[] {
  return KEY.getState(state)?.typed ?? [];
}

/** Carried along with the text; a finding whose words were deleted is gone. */
export function moved(findings: readonly Finding[], mapping: Mappable): Finding[] {
  return findings
    .map((one) => ({ ...one, from: mapping.map(one.from, 1), to: mapping.map(one.to, -1) }))
    .filter(({ from, to, words }) => from < to || (from === to && !words));
}

/** Of those that moved, the ones that nobody touched: `before` is what they were in the old document. */
export function standing(
  after: readonly Finding[],
  before: readonly Finding[],
  old: Node,
  doc: Node,
): Finding[] {
  const was = new Map(before.map((one) => [one.id, around(old, one)]));
  return after.filter((one) => around(doc, one) === was.get(one.id));
}

/** The words with the sign on each side: a letter more, and they are another word. */
function around(doc: Node, { from, to }: Range): string {
  const $from = doc.resolve(from);
  return doc.textBetween(Math.max($from.start(), from - 1), Math.min($from.end(), to + 1));
}

function carried({ told, typed }: Sources, { mapping, before, doc }: Transaction): Sources {
  return {
    told: moved(told, mapping),
    typed: typed
      .map((one) => ({
        ...one,
        from: mapping.map(one.from, -1),
        to: mapping.map(one.to, 1),
        findings: standing(moved(one.findings, mapping), one.findings, before, doc),
      }))
      .filter(({ from, to }) => from < to),
  };
}

/** In a block just typed, what was found there counts; under the worker's number where it has one. */
function merged({ told, typed }: Sources): Finding[] {
  const kept = told.flatMap((one) => {
    const block = isStyle(one) && typed.find((block) => block.from <= one.from && one.to <= block.to);
    if (!block) return [one];
    const same = block.findings.find((other) => isSame(one, other));
    if (one.status === "dismissed") return [one];
    return same ? [{ ...one, kind: same.kind, severity: same.severity }] : [];
  });
  const fresh = typed.flatMap(({ findings }) => findings);
  return [...kept, ...fresh.filter((one) => !told.some((other) => isSame(one, other)))];
}

function isStyle({ check }: Finding): boolean {
  return check === "house_style";
}

function isSame(one: Finding, other: Finding): boolean {
  return one.rule === other.rule && one.from === other.from && one.to === other.to;
}

function meet(one: Range, other: Range): boolean {
  return one.from <= other.to && other.from <= one.to;
}

/** What an editor should look at when going through them with the keys, in document order. */
export function toDecide(state: EditorState): Finding[] {
  return findingsIn(state)
    .filter(({ status, kind, from, to }) => status === "open" && kind !== "left" && from < to)
    .sort((a, b) => a.from - b.from);
}

/** Of several at one place, the one that asks for a decision. */
export function findingAt(state: EditorState, position: number): Finding | undefined {
  const here = toDecide(state).filter(({ from, to }) => from <= position && position <= to);
  return here.find(({ severity }) => severity !== "note") ?? here[0];
}

function drawn(sources: Sources, doc: Node): Marked {
  const shown = merged(sources);
  return { ...sources, shown, marks: DecorationSet.create(doc, marksFor(shown)) };
}

/** Each mark is an element of its own: words may be a name to change and a source at once. */
function marksFor(findings: readonly Finding[]): Decoration[] {
  return findings
    .filter(({ status, from, to }) => status === "open" && from < to)
    .map(({ id, check, severity, kind, detail, from, to }) =>
      Decoration.inline(from, to, {
        nodeName: "span",
        class:
          `mark-finding mark-finding--${check} mark-finding--${severity} is-${kind}` +
          (detail?.hue ? ` agency--${detail.hue}` : ""),
        "data-finding": String(id),
      }),
    );
}
