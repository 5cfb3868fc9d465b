/** Words of a suggestion, and those for which it puts them in or takes them out. */
import type { Mark, Node } from "prosemirror-model";
import { factsOf, isSuggestion } from "./marks";

export type Text = readonly [text: string, at: number];

/** A text, and the marks of the suggestions that it is part of. */
interface Part {
  readonly text: string;
  readonly at: number;
  readonly marks: readonly Mark[];
}

/**
 * What a suggestion puts in that takes out words of this range, or the other way round.
 *
 * None where the range is no part of a suggestion.
 */
export function counterpart(document: Node, from: number, to: number): Text[] {
  const parts = suggestedIn(document, 0, []);
  const wanted = new Set(
    parts
      .filter(({ text, at }) => at < to && from < at + text.length)
      .flatMap(({ marks }) => marks.map((mark) => nameOf(mark, OTHER[mark.type.name]))),
  );
  return parts
    .filter(({ marks }) => marks.some((mark) => wanted.has(nameOf(mark, mark.type.name))))
    .map(({ text, at }) => [text, at]);
}

const OTHER: Readonly<Record<string, string>> = { insertion: "deletion", deletion: "insertion" };

function nameOf(mark: Mark, kind = ""): string {
  return `${kind} ${factsOf(mark).id}`;
}

/** A block is suggested with all that it holds. */
function suggestedIn(node: Node, start: number, of: readonly Mark[]): Part[] {
  const found: Part[] = [];
  node.forEach((child, offset) => {
    const at = start + offset;
    const marks = [...of, ...child.marks.filter(isSuggestion)];
    if (!child.isText) found.push(...suggestedIn(child, at + 1, marks));
    else if (marks.length) found.push({ text: child.text ?? "", at, marks });
  });
  return found;
}
