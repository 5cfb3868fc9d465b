/** The document's schema, shared with the server, and how each node and mark stands in the page. */
import {
  type DOMOutputSpec,
  type MarkSpec,
  type MarkType,
  type NodeSpec,
  type NodeType,
  Schema,
  type TagParseRule,
} from "prosemirror-model";
import shared from "../../../stories/schema.json";
import { allowedLink } from "./links";

export type LineName = "headline" | "standfirst" | "byline" | "dateline" | "credit_line";

/** The nodes that hold one line each; the server keeps them in this order around the body. */
export const LINES: readonly LineName[] = [
  "headline",
  "standfirst",
  "byline",
  "dateline",
  "credit_line",
];

type Look = Pick<NodeSpec, "toDOM" | "parseDOM" | "selectable">;

/** Hebrew and Arabic run their own way, line by line. */
const OWN_WAY = { dir: "auto" };

function line(tag: string, name: LineName): Look {
  return {
    toDOM: () => [tag, { ...OWN_WAY, class: `copy__${name}`, "data-node": name }, 0],
    parseDOM: [{ tag: `[data-node=${name}]`, priority: 60 }],
    // It can be emptied but never taken out, so it is not there to be selected whole.
    selectable: false,
  };
}

function plain(tag: string): Look {
  const output: DOMOutputSpec = [tag, OWN_WAY, 0];
  return { toDOM: () => output, parseDOM: [{ tag }] };
}

// Copy pasted from elsewhere keeps its rank, but nothing in the body outranks the headline.
const RANKS: Readonly<Record<string, number>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

const FIGURE_TEXTS = ["alt", "creator", "credit"] as const;

function figureAttributes(dom: HTMLElement): Record<string, unknown> {
  const photo = Number(dom.dataset["photo"]);
  const texts = FIGURE_TEXTS.map((name) => [name, dom.dataset[name] ?? ""]);
  return {
    ...(Object.fromEntries(texts) as Record<string, string>),
    photo: Number.isInteger(photo) && photo > 0 ? photo : null,
    crop: dom.dataset["crop"] ?? null,
  };
}

const NODE_LOOKS: Record<string, Look> = {
  headline: line("h2", "headline"),
  standfirst: line("p", "standfirst"),
  byline: line("p", "byline"),
  dateline: line("p", "dateline"),
  credit_line: line("p", "credit_line"),
  paragraph: plain("p"),
  blockquote: plain("blockquote"),
  bullet_list: plain("ul"),
  ordered_list: plain("ol"),
  list_item: plain("li"),
  heading: {
    // The page's own heading is h1 and the headline h2: levels stand one lower in the page.
    toDOM: ({ attrs }) => {
      const level = attrs["level"] as number;
      return [`h${level + 1}`, { ...OWN_WAY, "data-level": String(level) }, 0];
    },
    parseDOM: [
      { tag: "[data-level]", getAttrs: (dom) => ({ level: Number(dom.dataset["level"]) || 2 }) },
      ...Object.entries(RANKS).map(([tag, level]) => ({ tag, attrs: { level } })),
    ],
  },
  figure: {
    toDOM: ({ attrs }) => [
      "figure",
      {
        class: "copy__figure",
        "data-node": "figure",
        "data-photo": (attrs["photo"] as number | null)?.toString() ?? null,
        "data-crop": attrs["crop"] as string | null,
        ...Object.fromEntries(FIGURE_TEXTS.map((name) => [`data-${name}`, attrs[name] as string])),
      },
      ["figcaption", OWN_WAY, 0],
    ],
    parseDOM: [
      {
        tag: "figure[data-node=figure]",
        contentElement: "figcaption",
        getAttrs: figureAttributes,
      },
    ],
  },
};

/** The page's policy lets no pasted style through, so pasting keeps it as this attribute. */
export const PASTED_STYLE = "data-style";

const HEAVY = /(?<![\w-])font-weight:\s*(bold|bolder|[6-9]00)\b/;
const LIGHT = /(?<![\w-])font-weight:\s*(normal|400)\b/;
const SLANTED = /(?<![\w-])font-style:\s*italic\b/;

/** A mark by style leaves the element itself to the other rules. */
function styled(pattern: RegExp): TagParseRule {
  return {
    tag: `[${PASTED_STYLE}]`,
    consuming: false,
    priority: 70,
    getAttrs: (dom) => (pattern.test(dom.getAttribute(PASTED_STYLE) ?? "") ? null : false),
  };
}

function plainTag(tag: string): TagParseRule {
  return {
    tag,
    // One word processor wraps whole documents in a <b> that is not bold.
    getAttrs: (dom) => (LIGHT.test(dom.getAttribute(PASTED_STYLE) ?? "") ? false : null),
  };
}

/** Read from nowhere else: what is pasted suggests nothing. */
function suggestion(tag: "ins" | "del"): Pick<MarkSpec, "toDOM"> {
  return {
    toDOM: ({ type, attrs }, inline) => [
      tag,
      {
        class: `mark-${type.name}${inline ? "" : ` mark-${type.name}--block`}`,
        "data-suggestion": attrs["id"] as string,
      },
      0,
    ],
  };
}

const MARK_LOOKS: Record<string, Pick<MarkSpec, "toDOM" | "parseDOM">> = {
  insertion: suggestion("ins"),
  deletion: suggestion("del"),
  link: {
    toDOM: (mark) => ["a", { href: mark.attrs["href"] as string, rel: "noopener" }, 0],
    parseDOM: [
      {
        tag: "a[href]",
        getAttrs: (dom) => {
          const href = allowedLink(dom.getAttribute("href") ?? "");
          return href ? { href } : false;
        },
      },
    ],
  },
  strong: {
    toDOM: () => ["strong", 0],
    parseDOM: [plainTag("strong"), plainTag("b"), styled(HEAVY)],
  },
  em: {
    toDOM: () => ["em", 0],
    parseDOM: [{ tag: "em" }, { tag: "i" }, styled(SLANTED)],
  },
};

function dressed<Spec extends object>(
  specs: Record<string, Spec>,
  looks: Record<string, Partial<Spec>>,
): Record<string, Spec> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, { ...spec, ...looks[name] }]),
  );
}

export const schema = new Schema({
  nodes: dressed<NodeSpec>(shared.nodes, NODE_LOOKS),
  marks: dressed<MarkSpec>(shared.marks, MARK_LOOKS),
});

export type BlockName = Exclude<keyof typeof shared.nodes, "text" | "doc">;
export type MarkName = keyof typeof shared.marks;

export function block(name: BlockName): NodeType {
  return schema.nodes[name] as NodeType;
}

export function mark(name: MarkName): MarkType {
  return schema.marks[name] as MarkType;
}
