/** The findings in the text: quiet marks that stay with their words while people type around them. */
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import type { Mappable } from "prosemirror-transform";
import { Decoration, DecorationSet } from "prosemirror-view";

export interface Finding {
  readonly id: number;
  readonly check: string;
  readonly kind: string;
  readonly severity: string;
  readonly status: string;
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly suggestion: string | null;
  readonly reason: string | null;
}

interface Marked {
  readonly findings: readonly Finding[];
  readonly marks: DecorationSet;
}

const KEY = new PluginKey<Marked>("findings");

export function markFindings(): Plugin<Marked> {
  return new Plugin<Marked>({
    key: KEY,
    state: {
      init: () => ({ findings: [], marks: DecorationSet.empty }),
      apply(tr, { findings, marks }) {
        const fresh = tr.getMeta(KEY) as readonly Finding[] | undefined;
        if (fresh) return { findings: fresh, marks: DecorationSet.create(tr.doc, drawn(fresh)) };
        if (!tr.docChanged) return { findings, marks };
        return { findings: moved(findings, tr.mapping), marks: marks.map(tr.mapping, tr.doc) };
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.marks },
  });
}

export function findingsIn(state: EditorState): readonly Finding[] {
  return KEY.getState(state)?.findings ?? [];
}

export function setFindings(state: EditorState, findings: readonly Finding[]) {
  return state.tr.setMeta(KEY, findings).setMeta("addToHistory", false);
}

/** Carried along with the text; a finding whose words were deleted is gone. */
export function moved(findings: readonly Finding[], mapping: Mappable): Finding[] {
  return findings
    .map((one) => ({ ...one, from: mapping.map(one.from, 1), to: mapping.map(one.to, -1) }))
    .filter(({ from, to, words }) => from < to || (from === to && !words));
}

/** What an editor should look at when going through them with the keys, in document order. */
export function toDecide(state: EditorState): Finding[] {
  return findingsIn(state)
    .filter(({ status, from, to }) => status === "open" && from < to)
    .sort((a, b) => a.from - b.from);
}

/** Of several at one place, the one that asks for a decision. */
export function findingAt(state: EditorState, position: number): Finding | undefined {
  const here = toDecide(state).filter(({ from, to }) => from <= position && position <= to);
  return here.find(({ severity }) => severity !== "note") ?? here[0];
}

/** Each mark is an element of its own: words may be a name to change and a source at once. */
function drawn(findings: readonly Finding[]): Decoration[] {
  return findings
    .filter(({ status, from, to }) => status === "open" && from < to)
    .map(({ id, check, severity, kind, from, to }) =>
      Decoration.inline(from, to, {
        nodeName: "span",
        class: `mark-finding mark-finding--${check} mark-finding--${severity} is-${kind}`,
        "data-finding": String(id),
      }),
    );
}
