/** What helps to write: finding and replacing, the length told, printed signs, clean paste. */
import type { Plugin } from "prosemirror-state";
import { findBar } from "./find-bar";
import { tellLength } from "./length";
import { serverJudge } from "./paste-judge";
import { judgePaste } from "./pasted";
import type { Reach } from "./protocol";
import { printedSigns } from "./quotes";

/** `root` is the page's place of the editor, `writing` the element that is written in. */
export function writingTools(
  root: HTMLElement,
  writing: HTMLElement,
  may: () => Reach,
): readonly Plugin[] {
  const { quotes = "", pastedUrl } = root.dataset;
  return [
    ...findBar(writing, may),
    tellLength(document.getElementById("story-length")),
    printedSigns(quotes),
    judgePaste(writing, serverJudge(pastedUrl)),
  ];
}
