/** How long the story is while it is written: words, minutes of reading, the length it may have. */
import { withNextFrame } from "./clock";
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { standingBlock } from "../suggesting/standing";
import { LINES } from "./schema";

const NOT_COUNTED: ReadonlySet<string> = new Set([...LINES, "figure"]);

// The server's rule; one table of cases holds both to it.
const MARKS =
  "\\u0300-\\u036f" +
  "\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7" +
  "\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8\\u06ea-\\u06ed";
const LETTER = "\\p{L}\\p{N}_";
const WITHIN_NUMBER = "(?<=[0-9])[.,:](?=[0-9])";
const WORD = new RegExp(
  `[${LETTER}](?:[${LETTER}${MARKS}'’׳״\\u2010\\u2011\\-]|${WITHIN_NUMBER})*`,
  "gu",
);

export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}

/** Most blocks are the same from one key to the next. */
const counted = new WeakMap<Node, number>();

function wordsOf(block: Node): number {
  const known = counted.get(block);
  if (known !== undefined) return known;
  const stands = standingBlock(block);
  // Blocks inside one another are parted, or their last and first words would be one.
  const count = stands ? countWords(stands.textBetween(0, stands.content.size, " ")) : 0;
  counted.set(block, count);
  return count;
}

/** Words of the body, without captions and without what is only suggested. */
export function wordsIn(document: Node): number {
  let words = 0;
  document.forEach((block) => {
    if (!NOT_COUNTED.has(block.type.name)) words += wordsOf(block);
  });
  return words;
}

/** What the page says: "412 of 450 words · 2 min". */
export function lengthTold(words: number, commissioned: number | null, perMinute: number): string {
  const count = commissioned ? `${words} of ${commissioned}` : String(words);
  const noun = words === 1 && !commissioned ? "word" : "words";
  return `${count} ${noun} · ${Math.ceil(words / perMinute)} min`;
}

/** Keeps what the server wrote into the page's head true while the story is written. */
export function tellLength(place: HTMLElement | null): Plugin {
  return new Plugin({
    view: (view) => {
      // The whole story is counted: the key that changed it does not wait for that.
      const count = withNextFrame(() => {
        if (place) show(place, view.state.doc);
      });
      count();
      return {
        update: ({ state }, before) => {
          if (state.doc !== before.doc) count();
        },
      };
    },
  });
}

function show(place: HTMLElement, document: Node): void {
  const commissioned = Number(place.dataset["commissioned"]) || null;
  const words = wordsIn(document);
  place.textContent = lengthTold(words, commissioned, Number(place.dataset["perMinute"]));
  place.classList.toggle("is-over", commissioned !== null && words > commissioned);
}
