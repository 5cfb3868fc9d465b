/** What becomes of pasted and dropped text: only what a story can hold, one line where one belongs. */
import { Fragment, type Node, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { tidied } from "./clipboard";
import { inLine } from "./lines";
import { oneLine, printable } from "./printable";
import type { Reach } from "./protocol";
import { LINES, PASTED_STYLE, schema } from "./schema";

const LINE_NAMES: ReadonlySet<string> = new Set(LINES);

/** A headline copied along with the body becomes a paragraph there: a story has only one. */
function asBody(content: Fragment): Fragment {
  const blocks: Node[] = [];
  content.forEach((block) => {
    if (!LINE_NAMES.has(block.type.name)) blocks.push(block);
    else if (block.content.size) blocks.push(schema.node("paragraph", null, block.content));
  });
  return Fragment.from(blocks);
}

export function cleanedSlice(slice: Slice): Slice {
  const lines = slice.content.content.some((block) => LINE_NAMES.has(block.type.name));
  if (!lines) return slice;
  const content = asBody(slice.content);
  const open = content.size ? 1 : 0;
  return new Slice(content, Math.min(slice.openStart, open), Math.min(slice.openEnd, open));
}

/** Blocks without a word, and what holds nothing else, are space between paragraphs elsewhere. */
function filled(content: Fragment): Fragment {
  const blocks: Node[] = [];
  content.forEach((block) => {
    if (block.isText || block.type.name === "figure") blocks.push(block);
    else if (block.textContent.trim() || holdsFigure(block)) {
      blocks.push(block.isTextblock ? block : block.copy(filled(block.content)));
    }
  });
  return Fragment.from(blocks);
}

function holdsFigure(block: Node): boolean {
  return block.children.some(({ type }) => type.name === "figure");
}

export function withoutEmpty(slice: Slice): Slice {
  const content = filled(slice.content);
  // Who pastes one space means it.
  if (!content.size || content.eq(slice.content)) return slice;
  return Slice.maxOpen(content, false);
}

/** Where a person may not make figures, their captions come as paragraphs. */
export function fitting({ figures }: Reach, slice: Slice): Slice {
  const isFigure = ({ type }: Node): boolean => type.name === "figure";
  if (figures || !slice.content.content.some(isFigure)) return slice;
  const blocks = slice.content.content.map((block) =>
    isFigure(block) ? schema.node("paragraph", null, block.content) : block,
  );
  return Slice.maxOpen(filled(Fragment.from(blocks)), false);
}

/** Styles cannot be applied here, but what they say of weight and slant is worth keeping. */
export function cleanedHtml(html: string): string {
  return printable(html)
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replace(/<[^>]+>/g, (tag) => withoutScript(tag));
}

/** The page's policy would complain of each handler and style, though none can act. */
function withoutScript(tag: string): string {
  return tag.replace(/\sstyle\s*=/gi, ` ${PASTED_STYLE}=`).replace(/\son[a-z]+\s*=/gi, " data-no=");
}

export function plainLine({ content }: Slice): string {
  return oneLine(content.textBetween(0, content.size, " ")).trim();
}

export function cleanPaste(may: () => Reach): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML: (html) => tidied(cleanedHtml(html)),
      transformPastedText: printable,
      transformPasted: (slice) => fitting(may(), withoutEmpty(cleanedSlice(slice))),
      handlePaste(view, _event, slice) {
        const { $from, $to } = view.state.selection;
        const single = inLine($from) || $from.parent.type.name === "figure";
        if (!single || !$from.sameParent($to)) return false;
        const text = plainLine(slice);
        if (text) view.dispatch(view.state.tr.insertText(text).scrollIntoView());
        return true;
      },
    },
  });
}
