/** What other programs put on the clipboard as HTML, made plain before the story's schema reads it. */
import { gatherLists } from "./clipboard-lists";
import { framePictures } from "./clipboard-pictures";
import { allowedLink, direct } from "./links";
import { PASTED_STYLE } from "./schema";

const NOT_SEEN = [
  "script, style, meta, link, title, template, noscript, iframe, object, svg, canvas, video, audio",
  "button, input, select, textarea, [hidden], [aria-hidden=true]",
  `[${PASTED_STYLE}*="display:none"], [${PASTED_STYLE}*="display: none"]`,
  `[${PASTED_STYLE}*="mso-hide:all"]`,
].join(", ");

/** What was copied out of a story of ours is plain already. */
const OUR_OWN = "[data-pm-slice]";

const PASSES: readonly ((body: HTMLElement) => void)[] = [
  dropUnseen,
  straightenLinks,
  gatherLists,
  framePictures,
  partCells,
  breakLines,
  closeSpaces,
  keepOnlyMeaning,
];

/** The attributes that the schema reads; no style, no script and no name comes along. */
const READ = new Set(["href", PASTED_STYLE, "data-node", "data-alt"]);

export function tidied(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (body.querySelector(OUR_OWN)) return html;
  for (const pass of PASSES) pass(body);
  return body.innerHTML;
}

function all<Found extends Element>(body: HTMLElement, selector: string): Found[] {
  return [...body.querySelectorAll<Found>(selector)];
}

function texts(body: HTMLElement, kind: number): CharacterData[] {
  const walker = document.createTreeWalker(body, kind);
  const found: CharacterData[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as CharacterData);
  return found;
}

function dropUnseen(body: HTMLElement): void {
  for (const comment of texts(body, NodeFilter.SHOW_COMMENT)) comment.remove();
  for (const unseen of all(body, NOT_SEEN)) unseen.remove();
}

/** A link without a scheme pointed into the page it was copied from. */
function straightenLinks(body: HTMLElement): void {
  for (const link of all<HTMLAnchorElement>(body, "a[href]")) {
    const address = direct(link.getAttribute("href") ?? "");
    const whole = /^[a-z][a-z0-9+.-]*:/i.test(address) ? allowedLink(address) : null;
    if (whole) link.setAttribute("href", whole);
    else link.removeAttribute("href");
  }
}

/** Each cell of a table is a paragraph by itself, or its words would run into the next one's. */
function partCells(body: HTMLElement): void {
  for (const cell of all(body, "td, th")) {
    const part = document.createElement("div");
    part.append(...cell.childNodes);
    cell.replaceChildren(part);
  }
  for (const part of all(body, "table, thead, tbody, tfoot, tr, td, th, caption, colgroup")) {
    part.replaceWith(...part.childNodes);
  }
}

/** Two breaks part paragraphs; one is where a line was full. */
function breakLines(body: HTMLElement): void {
  for (const line of all(body, "br")) {
    if (!body.contains(line)) continue;
    const more = breaksAfter(line);
    for (const one of more) one.remove();
    line.replaceWith(more.length ? document.createElement("div") : " ");
  }
}

function breaksAfter(line: Element): Element[] {
  const found: Element[] = [];
  for (let next = line.nextSibling; next; next = next.nextSibling) {
    if (next instanceof Element && next.matches("br")) found.push(next);
    else if (next.textContent?.trim() || next instanceof Element) break;
  }
  return found;
}

function keepOnlyMeaning(body: HTMLElement): void {
  for (const element of all(body, "*")) {
    for (const name of element.getAttributeNames()) {
      if (!READ.has(name)) element.removeAttribute(name);
    }
  }
}

/** Several spaces are one; what only helps to break words is nobody's word. */
function closeSpaces(body: HTMLElement): void {
  for (const space of all(body, ".Apple-converted-space")) space.replaceWith(" ");
  for (const text of texts(body, NodeFilter.SHOW_TEXT)) {
    text.data = text.data
      .replace(/[\u00ad\u200b\ufeff]/g, "")
      .replace(/\s*\u00a0\s*/g, (run) => (run.length > 1 ? " " : run));
  }
}
