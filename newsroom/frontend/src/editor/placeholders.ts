/** What stands in the lines of a story that are still empty. */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";

const WORDS: Readonly<Record<string, string>> = {
  headline: "Headline",
  standfirst: "Standfirst",
  byline: "Byline",
  dateline: "Dateline",
  credit_line: "Credit line",
};

const BODY_WORDS = "The story";

function words(document: Node, block: Node, index: number): string | undefined {
  const onlyBlock = document.childCount === Object.keys(WORDS).length + 1;
  const firstOfBody = index === Object.keys(WORDS).length - 1;
  if (block.type.name === "paragraph" && onlyBlock && firstOfBody) return BODY_WORDS;
  return WORDS[block.type.name];
}

export function showPlaceholders(): Plugin {
  return new Plugin({
    props: {
      decorations({ doc }) {
        const empty: Decoration[] = [];
        doc.forEach((block, position, index) => {
          const text = block.content.size ? undefined : words(doc, block, index);
          if (!text) return;
          const attributes = { class: "is-empty", "data-placeholder": text };
          empty.push(Decoration.node(position, position + block.nodeSize, attributes));
        });
        return DecorationSet.create(doc, empty);
      },
    },
  });
}
