/** What was pasted and is not the story: the server says so, it is taken out, and can be put back. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { make } from "../page/element";

/** Of the lines that were asked about: which are not the story, and why. */
export type Judgement = readonly { readonly line: number; readonly reason: string }[];

/** Empty where the server does not answer: then all that was pasted stays. */
export type Judge = (lines: readonly string[]) => Promise<Judgement>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Removed {
  readonly at: number;
  readonly node: Node;
  readonly reason: string;
}

interface Pasted {
  /** What was pasted last, until the server has judged it. */
  readonly fresh: Stretch | null;
  readonly removed: readonly Removed[];
}

const KEY = new PluginKey<Pasted>("pasted");

export function watchPaste(): Plugin<Pasted> {
  return new Plugin<Pasted>({
    key: KEY,
    state: {
      init: () => ({ fresh: null, removed: [] }),
      apply(tr, { fresh, removed }) {
        const told = tr.getMeta(KEY) as Pasted | undefined;
        if (told) return told;
        if (!tr.docChanged) return { fresh, removed };
        const moved = removed.map((one) => ({ ...one, at: tr.mapping.map(one.at) }));
        if (tr.getMeta("paste") === true) return { fresh: written(tr), removed: moved };
        const { from, to } = fresh ?? { from: 0, to: 0 };
        const kept = fresh && { from: tr.mapping.map(from, -1), to: tr.mapping.map(to, 1) };
        return { fresh: kept, removed: moved };
      },
    },
  });
}

function written(tr: Transaction): Stretch | null {
  let stretch: Stretch | null = null;
  tr.mapping.maps.forEach((map, index) => {
    const later = tr.mapping.slice(index + 1);
    map.forEach((_from, _to, from, to) => {
      const here = { from: later.map(from, -1), to: later.map(to, 1) };
      stretch = stretch
        ? { from: Math.min(stretch.from, here.from), to: Math.max(stretch.to, here.to) }
        : here;
    });
  });
  return stretch;
}

export interface Line {
  readonly at: number;
  readonly node: Node;
}

/** The lines that were pasted last; none where it was less than two, for then it was meant. */
export function pastedLines(state: EditorState): readonly Line[] {
  const fresh = KEY.getState(state)?.fresh;
  const found: Line[] = [];
  if (!fresh) return found;
  state.doc.nodesBetween(fresh.from, Math.min(fresh.to, state.doc.content.size), (node, at) => {
    if (!node.isTextblock) return true;
    if (node.textContent.trim() && node.type.name === "paragraph") found.push({ at, node });
    return false;
  });
  return found.length > 1 ? found : [];
}

/** Takes out the lines that are still as they were judged; null where nothing is to be done. */
export function settingAside(
  state: EditorState,
  asked: readonly string[],
  judgement: Judgement,
): Transaction | null {
  const reasons = new Map(judgement.map(({ line, reason }) => [asked[line], reason]));
  const tr = closeHistory(state.tr);
  const removed: Removed[] = [];
  for (const { at, node } of [...pastedLines(state)].reverse()) {
    const reason = reasons.get(node.textContent);
    if (reason === undefined) continue;
    const { from, to } = whole(state.doc, at);
    tr.delete(from, to);
    removed.unshift({ at: from, node, reason });
  }
  if (!removed.length || !stillWhole(tr.doc)) return null;
  // Positions before the deletions, in the order of the document, lead to those after them.
  const told = removed.map((one) => ({ ...one, at: tr.mapping.map(one.at) }));
  return tr.setMeta(KEY, { fresh: null, removed: told } satisfies Pasted);
}

/** The line with the item or list that holds nothing else. */
function whole(document: Node, at: number): Stretch {
  let $at = document.resolve(at);
  while ($at.depth > 0 && $at.parent.childCount === 1) $at = document.resolve($at.before());
  return { from: $at.pos, to: $at.pos + ($at.nodeAfter?.nodeSize ?? 0) };
}

function stillWhole(document: Node): boolean {
  try {
    document.check();
    return true;
  } catch {
    return false;
  }
}

/** Puts back what was taken out, each between the blocks where it stood. */
export function puttingBack(state: EditorState): Transaction {
  const tr = closeHistory(state.tr);
  for (const { at, node } of [...(KEY.getState(state)?.removed ?? [])].reverse()) {
    const $at = state.doc.resolve(at);
    tr.insert($at.depth ? $at.after(1) : at, node);
  }
  return tr.setMeta(KEY, { fresh: null, removed: [] } satisfies Pasted);
}

/** Asks after each paste, and says under the text what was set aside. */
export function judgePaste(writing: HTMLElement, judge: Judge): Plugin {
  return new Plugin({
    view: () => {
      const box = make("div", { class: "notice set-aside", role: "status", hidden: true });
      writing.after(box);
      return {
        update: (view, before) => {
          const [fresh, old] = [KEY.getState(view.state)?.fresh, KEY.getState(before)?.fresh];
          if (fresh && !old) void judged(view, judge, box);
          if (!KEY.getState(view.state)?.removed.length) box.hidden = true;
        },
        destroy: () => {
          box.remove();
        },
      };
    },
  });
}

async function judged(view: EditorView, judge: Judge, box: HTMLElement): Promise<void> {
  const lines = pastedLines(view.state).map(({ node }) => node.textContent);
  const judgement = lines.length ? await judge(lines) : [];
  if (view.isDestroyed) return;
  const tr = settingAside(view.state, lines, judgement);
  view.dispatch(tr ?? view.state.tr.setMeta(KEY, { fresh: null, removed: [] } satisfies Pasted));
  const removed = KEY.getState(view.state)?.removed ?? [];
  if (removed.length) show(view, box, removed);
}

function show(view: EditorView, box: HTMLElement, removed: readonly Removed[]): void {
  const count = removed.length === 1 ? "1 line" : `${removed.length} lines`;
  const rows = removed.map(({ node, reason }) =>
    make("li", { dir: "auto" }, `“${node.textContent}” `, make("span", { class: "soft" }, reason)),
  );
  const back = make("button", { class: "button", type: "button" }, "Put back");
  const leave = make("button", { class: "button button--quiet", type: "button" }, "Leave out");
  const text = make("p", {}, `${count} of what you pasted set aside:`);
  const actions = make("div", { class: "cluster" }, back, leave);
  box.replaceChildren(make("div", { class: "stack stack--tight" }, text, make("ul", {}, ...rows), actions));
  box.hidden = false;
  back.addEventListener("click", () => {
    view.dispatch(puttingBack(view.state));
    view.focus();
  });
  leave.addEventListener("click", () => {
    view.dispatch(view.state.tr.setMeta(KEY, { fresh: null, removed: [] } satisfies Pasted));
    view.focus();
  });
}
