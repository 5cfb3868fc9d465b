/** The others' cursors and selections in the text, each in its person's colour with their name. */
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { Mapping } from "prosemirror-transform";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Replica } from "../editor/replica";
import { make } from "../page/element";
import type { Page } from "./page";

/** Which text a position was said of, and how it got from there to here. */
export type Copy = Pick<Replica, "version" | "mappingFrom" | "unsent">;

export interface Change {
  /** Written in this page, not by somebody else. */
  readonly typed: boolean;
}

export class Others {
  /** What happens in the text of this page. */
  onChange: ((change: Change) => void) | null = null;
  private view: EditorView | null = null;
  private copy: Copy | null = null;
  private pages: readonly Page[] = [];
  /** By page, the last thing it said of a version that is known here. */
  private readonly placed = new Map<string, Page>();
  /** By page, how often its person was seen to move: each time their name shows for a while. */
  private readonly moves = new Map<string, number>();

  readonly plugin = new Plugin({
    view: (view) => {
      this.view = view;
      return {};
    },
    appendTransaction: (changes) => {
      const own = changes.filter((tr) => tr.getMeta("collab$") === undefined);
      const typed = own.some(({ docChanged }) => docChanged);
      // The change is in the view a moment later.
      if (typed || own.some(({ selectionSet }) => selectionSet)) {
        queueMicrotask(() => this.onChange?.({ typed }));
      }
      return null;
    },
    props: { decorations: ({ doc }) => this.decorations(doc) },
  });

  follow(copy: Copy): void {
    this.copy = copy;
  }

  show(pages: readonly Page[]): void {
    const { copy, view } = this;
    if (!copy || !view) return;
    const before = new Map(this.pages.map((page) => [page.key, page]));
    for (const page of pages) {
      const old = before.get(page.key);
      if (page !== old && (page.typing || !sameSpot(old, page, copy, view.state.doc))) {
        this.moves.set(page.key, (this.moves.get(page.key) ?? 0) + 1);
      }
    }
    this.pages = pages;
    const here = new Set(pages.map(({ key }) => key));
    for (const key of before.keys()) if (!here.has(key)) this.forget(key);
    view.updateState(view.state);
  }

  private forget(key: string): void {
    this.placed.delete(key);
    this.moves.delete(key);
  }

  private decorations(document: Node): DecorationSet | null {
    const { copy, pages } = this;
    if (!copy || !pages.length) return null;
    const found = pages.map((page) => this.known(page, copy)).flatMap((page) => {
      const selection = page && placeOf(page, copy, document);
      const moves = this.moves.get(page?.key ?? "") ?? 0;
      return page && selection ? drawn(page, selection, document, moves) : [];
    });
    return DecorationSet.create(document, found);
  }

  /** Until this page has the text that was spoken of, the last place that it could find stands. */
  private known(page: Page, { version }: Copy): Page | undefined {
    if (page.version <= version) this.placed.set(page.key, page);
    return this.placed.get(page.key);
  }
}

interface Selected {
  readonly anchor: number;
  readonly head: number;
}

/** Where the page's selection is in the text as it stands here; null where that cannot be known. */
export function placeOf(page: Page, copy: Copy, document: Node): Selected | null {
  const { anchor, head } = page;
  const mapping = anchor === null || head === null ? null : copy.mappingFrom(page.version);
  if (!mapping || anchor === null || head === null) return null;
  const own = copy.unsent().length;
  const ends = {
    anchor: followed(anchor, anchor < head ? 1 : -1, mapping, own),
    head: followed(head, head <= anchor ? 1 : -1, mapping, own),
  };
  if (anchor === head) ends.anchor = ends.head;
  const { size } = document.content;
  return Math.max(ends.anchor, ends.head) <= size ? ends : null;
}

/** A cursor goes on behind what its person types; what is typed here, at it, stays behind it. */
function followed(position: number, side: number, mapping: Mapping, own: number): number {
  const confirmed = mapping.maps.length - own;
  const there = mapping.slice(0, confirmed).map(position, side);
  return mapping.slice(confirmed).map(there, -1);
}

function sameSpot(old: Page | undefined, page: Page, copy: Copy, document: Node): boolean {
  const before = old && placeOf(old, copy, document);
  const now = placeOf(page, copy, document);
  return before?.anchor === now?.anchor && before?.head === now?.head;
}

function drawn(
  page: Page,
  { anchor, head }: Selected,
  document: Node,
  moves: number,
): Decoration[] {
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  const ofPerson = `person-${page.colour}`;
  if (!document.resolve(head).parent.inlineContent) {
    const node = document.nodeAt(from);
    if (!node || from + node.nodeSize !== to) return [];
    return [Decoration.node(from, to, { class: `others-block ${ofPerson}` })];
  }
  const cursor = Decoration.widget(head, () => cursorOf(page, ofPerson), {
    // A new element each time they move, so that the name shows again for a while.
    key: `${page.key} ${moves}`,
    side: -1,
    ignoreSelection: true,
  });
  if (from === to) return [cursor];
  return [Decoration.inline(from, to, { class: `others-words ${ofPerson}` }), cursor];
}

/** The name is drawn by the style: it is nothing to select, to copy, to spell-check or to hear. */
function cursorOf({ name }: Page, ofPerson: string): HTMLElement {
  return make("span", {
    class: `others-cursor ${ofPerson}`,
    "data-name": name,
    "aria-hidden": "true",
  });
}
