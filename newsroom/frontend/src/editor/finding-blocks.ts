/** The text blocks of the story as the check reads them: what is only suggested to be put in is left out. */
import type { Node } from "prosemirror-model";
import { insertionOn } from "../suggesting/marks";

export interface TextBlock {
  readonly kind: string;
  readonly text: string;
  /** Whether it stands in a block quotation. */
  readonly quoted: boolean;
  /** Where its content begins and ends. */
  readonly from: number;
  readonly to: number;
  /** The place in the document of each UTF-16 unit of `text`. */
  readonly places: readonly number[];
}

export function textBlocks(doc: Node): TextBlock[] {
  const found: TextBlock[] = [];
  inside(doc, 0, false, found);
  return found;
}

function inside(node: Node, start: number, quoted: boolean, found: TextBlock[]): void {
  node.forEach((child, offset) => {
    const at = start + offset + 1;
    if (insertionOn(child)) return;
    if (child.isTextblock) found.push(read(child, at, quoted));
    else inside(child, at, quoted || child.type.name === "blockquote", found);
  });
}

function read(block: Node, from: number, quoted: boolean): TextBlock {
  const places: number[] = [];
  let text = "";
  block.forEach((child, offset) => {
    if (!child.text || insertionOn(child)) return;
    text += child.text;
    for (let unit = 0; unit < child.text.length; unit += 1) places.push(from + offset + unit);
  });
  const kind = block.type.name === "figure" ? "caption" : block.type.name;
  return { kind, text, quoted, from, to: from + block.content.size, places };
}

/** A stretch of a block's text as it stands in the document. */
export function placed({ places, to }: TextBlock, begin: number, end: number) {
  return { from: places[begin] ?? to, to: (places[end - 1] ?? to - 1) + 1 };
}
