/** Quotation marks and dashes as the desk prints them, made from what the keyboard has. */
import { closeHistory } from "prosemirror-history";
import { Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

interface Pair {
  readonly open: string;
  readonly close: string;
}

/** By the names that the desk's form has for them; any other name leaves all as it is typed. */
const KINDS: Readonly<Record<string, Readonly<Record<string, Pair>>>> = {
  curly: { '"': { open: "“", close: "”" }, "'": { open: "‘", close: "’" } },
  low: { '"': { open: "„", close: "“" }, "'": { open: "‚", close: "‘" } },
  guillemets: { '"': { open: "«", close: "»" }, "'": { open: "‹", close: "›" } },
};

/** The desk's own marks in the order in which they are used; none where all is left as typed. */
export function marksOf(kind: string): string[] {
  return Object.values(KINDS[kind] ?? {}).flatMap(({ open, close }) => [open, close]);
}

const APOSTROPHE = "’";
const HEBREW = /[\u0590-\u05ff]/;

function many(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function quotation(typed: string, pair: Pair, opening: string, before: string): string | null {
  const last = before.slice(-1);
  const unclosed = many(before, pair.open) > many(before, pair.close);
  if (!last || /[\s([{<]/.test(last) || opening.includes(last)) return pair.open;
  // What breaks off ends with a dash, and what is put in begins after one.
  if (/[-–—/]/.test(last)) return unclosed ? pair.close : pair.open;
  // Within a Hebrew word they are no quotation marks.
  if (HEBREW.test(last) && !unclosed) return null;
  if (typed === "'" && !unclosed) return APOSTROPHE;
  return pair.close;
}

/** What stands for `typed` after these words, and how many signs before it goes with it. */
export function signFor(
  kind: string,
  typed: string,
  before: string,
): { readonly sign: string; readonly takes: number } | null {
  const pairs = KINDS[kind];
  if (!pairs) return null;
  if (typed === "-") {
    if (/(?:^|[^-])-$/.test(before)) return { sign: "–", takes: 1 };
    return before.endsWith("–") ? { sign: "—", takes: 1 } : null;
  }
  const pair = pairs[typed];
  const opening = Object.values(pairs).map(({ open }) => open).join("");
  const sign = pair && quotation(typed, pair, opening, before);
  return sign ? { sign, takes: 0 } : null;
}

/** What is pasted never comes by here; one undo gives back what was typed. */
export function printedSigns(kind: string): Plugin {
  return new Plugin({
    props: {
      handleTextInput(view, from, to, text) {
        const { selection, doc } = view.state;
        if (view.composing || !(selection instanceof TextSelection)) return false;
        const $from = doc.resolve(from);
        const before = doc.textBetween($from.start(), from);
        const printed = signFor(kind, text, before);
        if (!printed) return false;
        view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
        // Where this person may not write, nothing was typed.
        if (view.state.doc !== doc) print(view, from - printed.takes, from + 1, printed.sign);
        return true;
      },
    },
  });
}

function print(view: EditorView, from: number, to: number, sign: string): void {
  view.dispatch(closeHistory(view.state.tr).insertText(sign, from, to));
}
