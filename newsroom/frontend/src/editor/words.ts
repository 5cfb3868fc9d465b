/** The words in an editor that the server does not have, whole lines of them, for keeping by hand. */
import type { Node } from "prosemirror-model";

function lines(document: Node): string[] {
  const found: string[] = [];
  document.descendants((node) => {
    if (node.type.name === "figure") {
      const { creator, credit, alt } = node.attrs as Record<string, string>;
      found.push(...[creator, credit, alt].filter((text): text is string => Boolean(text)));
    }
    if (!node.isTextblock) return true;
    if (node.textContent) found.push(node.textContent);
    return false;
  });
  return found;
}

export function wordsOnlyIn(current: Node, confirmed: Node): string {
  const known = new Set(lines(confirmed));
  return lines(current)
    .filter((line) => !known.has(line))
    .join("\n\n");
}
