/** Words looked for in a story: where they stand, and other words put in their place. */
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { getMatchHighlights, SearchQuery } from "prosemirror-search";
import type { EditorState, Transaction } from "prosemirror-state";
import { printable } from "./printable";
import type { Reach } from "./protocol";
import { schema } from "./schema";

export interface Wanted {
  readonly words: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

export interface Match {
  readonly from: number;
  readonly to: number;
}

export const NOTHING_WANTED: Wanted = { words: "", matchCase: false, wholeWords: false };

const IN_WORD = String.raw`[\p{L}\p{M}\p{N}_]`;

/** What a keyboard has one key for and print has several signs for. */
const SAME: Readonly<Record<string, string>> = {
  "'": "['’‘׳]",
  '"': '["“”„״]',
  "-": "[\\-\u2010\u2011]",
  " ": "[ \u00a0\u202f]",
};

/** As a regular expression with the flag `u`. */
export function patternOf({ words, wholeWords }: Wanted): string {
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const pattern = literal.replace(/['" -]/g, (sign) => SAME[sign] ?? sign);
  if (!wholeWords) return pattern;
  const edge = (look: string, at: RegExp): string => (at.test(words) ? `(?${look}${IN_WORD})` : "");
  return edge("<!", /^[\p{L}\p{M}\p{N}_]/u) + pattern + edge("!", /[\p{L}\p{M}\p{N}_]$/u);
}

/** By a pattern even for plain words: folding the case of a whole text can move its letters. */
export function queryFor(wanted: Wanted): SearchQuery {
  const search = patternOf({ ...wanted, words: printable(wanted.words) });
  return new SearchQuery({ search, regexp: true, caseSensitive: wanted.matchCase });
}

export function matchesIn(state: EditorState): readonly Match[] {
  const marked = getMatchHighlights(state).find();
  return marked.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
}

/** Which of them the selection is, counted from 0; -1 where it is none. */
export function chosen(matches: readonly Match[], { from, to }: Match): number {
  return matches.findIndex((one) => one.from === from && one.to === to);
}

export function matchAfter(matches: readonly Match[], position: number): Match | undefined {
  return matches.find(({ from }) => from >= position) ?? matches[0];
}

export function matchBefore(matches: readonly Match[], position: number): Match | undefined {
  return matches.findLast(({ to }) => to <= position) ?? matches.at(-1);
}

/** Those that stand where this person may write. */
export function within(reach: Reach, document: Node, matches: readonly Match[]): readonly Match[] {
  return matches.filter(({ from }) =>
    document.resolve(from).node(1).type.name === "figure" ? reach.figures : reach.copy,
  );
}

/** One step back for all of them; the new words look as the first letter of the old ones did. */
export function replacing(
  state: EditorState,
  matches: readonly Match[],
  words: string,
): Transaction {
  const tr = closeHistory(state.tr);
  const fresh = printable(words);
  for (const { from, to } of [...matches].reverse()) {
    const marks = tr.doc.resolve(from).nodeAfter?.marks;
    if (fresh) tr.replaceWith(from, to, schema.text(fresh, marks));
    else tr.delete(from, to);
  }
  return tr;
}
