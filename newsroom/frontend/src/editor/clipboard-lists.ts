/** Lists as a word processor writes them: paragraphs that only say in their style that they are items. */
import { PASTED_STYLE } from "./schema";

const ITEM = /mso-list:\s*l\d+\s+level(\d+)/i;
const MARKER = `[${PASTED_STYLE}*="mso-list:Ignore" i], [${PASTED_STYLE}*="mso-list: Ignore" i]`;
const NUMBER = /^[\s\u00a0]*\(?(?:\d+|[a-z]{1,4})[.)]/i;
const BULLET = /^[\s\u00a0]*[·•▪§o-][\s\u00a0]+/;

/** How deep an item stands, from 1; 0 where the style is none of a list's. */
export function levelIn(style: string): number {
  return Number(ITEM.exec(style)?.[1] ?? 0);
}

export function isNumber(marker: string): boolean {
  return NUMBER.test(marker);
}

interface Level {
  readonly list: HTMLElement;
  last: HTMLElement;
}

export function gatherLists(body: HTMLElement): void {
  let open: Level[] = [];
  for (const paragraph of body.querySelectorAll<HTMLElement>(`[${PASTED_STYLE}*="mso-list"]`)) {
    const level = levelIn(paragraph.getAttribute(PASTED_STYLE) ?? "");
    // Other marks of a list stand inside such paragraphs, and those of real lists in their items.
    if (!level || paragraph.closest("li")) continue;
    if (paragraph.previousElementSibling !== open[0]?.list) open = [];
    const numbered = isNumber(takeMarker(paragraph));
    open = open.slice(0, level);
    if (open.length < level) open.push(begin(paragraph, open.at(-1), numbered));
    const at = open.at(-1);
    if (!at) continue;
    at.last = document.createElement("li");
    at.list.append(at.last);
    const words = document.createElement("p");
    words.append(...paragraph.childNodes);
    at.last.append(words);
    paragraph.remove();
  }
}

/** A list inside the last item of the one before, or where the paragraph stands. */
function begin(paragraph: HTMLElement, outer: Level | undefined, numbered: boolean): Level {
  const list = document.createElement(numbered ? "ol" : "ul");
  if (outer) outer.last.append(list);
  else paragraph.before(list);
  return { list, last: list };
}

function takeMarker(paragraph: HTMLElement): string {
  const marker = paragraph.querySelector(MARKER);
  if (marker) {
    marker.remove();
    return marker.textContent;
  }
  const first = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text | null;
  if (first) first.data = first.data.replace(BULLET, "");
  return "";
}
