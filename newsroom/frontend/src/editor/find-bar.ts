/** The bar over the document that finds words in it, tells how many there are, and replaces them. */
import { search, setSearchState } from "prosemirror-search";
import { type Command, Plugin, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import {
  chosen,
  type Match,
  matchAfter,
  matchBefore,
  matchesIn,
  NOTHING_WANTED,
  queryFor,
  replacing,
  within,
} from "./find-in-story";
import { fieldsOf, type FindFields } from "./find-fields";
import type { Reach } from "./protocol";

const OPEN = "find-in-story";

/** A longer selection is meant as a place, not as words to look for. */
const LONGEST_SELECTION = 100;

export const openFind: Command = (_state, dispatch, view) => {
  if (dispatch) view?.dom.dispatchEvent(new Event(OPEN));
  return true;
};

/** Two plugins: the library's, which marks the matches, and the bar. */
export function findBar(writing: HTMLElement, may: () => Reach): Plugin[] {
  let bar: FindBar | null = null;
  const plugin = new Plugin({
    view: (view) => (bar = new FindBar(view, writing, may)),
    props: {
      handleKeyDown: (_view, { key }) => key === "Escape" && (bar?.close() ?? false),
      handleDOMEvents: {
        [OPEN]: () => {
          bar?.open();
          return true;
        },
      },
    },
  });
  return [search(), plugin];
}

class FindBar {
  private readonly fields: FindFields;
  private isOpen = false;
  /** What the last replacement said, shown until the next key. */
  private said = "";
  /** From where the words are looked for while they are typed. */
  private start = 0;

  constructor(
    private readonly view: EditorView,
    writing: HTMLElement,
    private readonly may: () => Reach,
  ) {
    this.fields = fieldsOf({
      wanted: () => {
        this.look();
      },
      next: () => {
        this.go(matchAfter(this.matches, this.view.state.selection.to));
      },
      previous: () => {
        this.go(matchBefore(this.matches, this.view.state.selection.from));
      },
      replace: () => {
        this.replace();
      },
      replaceAll: () => {
        this.replaceAll();
      },
      close: () => {
        this.close();
      },
    });
    writing.before(this.fields.bar);
    document.addEventListener("keydown", this.hear);
  }

  destroy(): void {
    document.removeEventListener("keydown", this.hear);
    this.fields.bar.remove();
  }

  update(): void {
    if (this.isOpen) this.show();
  }

  open(): void {
    const { selection, doc } = this.view.state;
    const { from, to, $from, $to } = selection;
    const short = to - from <= LONGEST_SELECTION && $from.sameParent($to);
    if (!selection.empty && short) this.fields.find.value = doc.textBetween(from, to);
    this.start = from;
    this.isOpen = true;
    this.fields.bar.hidden = false;
    this.fields.find.focus();
    this.fields.find.select();
    this.look();
  }

  /** Answers whether there was something to close. */
  close(): boolean {
    if (!this.isOpen) return false;
    this.isOpen = false;
    this.said = "";
    this.fields.bar.hidden = true;
    this.view.dispatch(setSearchState(this.view.state.tr, queryFor(NOTHING_WANTED)));
    this.view.focus();
    return true;
  }

  /** The key works wherever the page has the focus; pressed again it is the browser's own. */
  private readonly hear = (event: KeyboardEvent): void => {
    const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!asked || event.key.toLowerCase() !== "f" || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (this.isOpen && document.activeElement === this.fields.find) return;
    event.preventDefault();
    this.open();
  };

  private get matches(): readonly Match[] {
    return matchesIn(this.view.state);
  }

  private look(): void {
    this.said = "";
    const { tr } = this.view.state;
    this.view.dispatch(setSearchState(tr, queryFor(this.fields.wanted())));
    const { matches } = this;
    if (chosen(matches, this.view.state.selection) < 0) this.go(matchAfter(matches, this.start));
    else this.scroll();
  }

  private go(match: Match | undefined): void {
    this.said = "";
    if (!match) {
      this.show();
      return;
    }
    const { doc, tr } = this.view.state;
    this.start = match.from;
    this.view.dispatch(tr.setSelection(TextSelection.create(doc, match.from, match.to)));
    this.scroll();
  }

  /** An editor without the focus does not scroll to its selection. */
  private scroll(): void {
    const found = this.view.dom.querySelector(".ProseMirror-active-search-match");
    found?.scrollIntoView({ block: "center" });
  }

  private replace(): void {
    const { state } = this.view;
    const match = this.matches[chosen(this.matches, state.selection)];
    if (!match) {
      this.go(matchAfter(this.matches, state.selection.from));
      return;
    }
    if (!within(this.may(), state.doc, [match]).length) {
      this.say(NOT_YOURS);
      return;
    }
    const words = this.fields.replacement.value;
    this.view.dispatch(replacing(state, [match], words));
    this.go(matchAfter(this.matches, match.from + words.length));
  }

  private replaceAll(): void {
    const { state } = this.view;
    const all = this.matches;
    const mine = within(this.may(), state.doc, all);
    if (mine.length) this.view.dispatch(replacing(state, mine, this.fields.replacement.value));
    const left = all.length - mine.length;
    const others = left ? `; ${left} left where you may not write` : "";
    this.say(all.length ? `${mine.length} replaced${others}` : "Not in the story");
  }

  private say(words: string): void {
    this.said = words;
    this.show();
  }

  private show(): void {
    const { matches, view, fields } = this;
    const at = chosen(matches, view.state.selection);
    const none = fields.find.value ? "Not in the story" : "";
    const count = at < 0 ? `${matches.length} found` : `${at + 1} of ${matches.length}`;
    fields.tell(this.said || (matches.length ? count : none));
    fields.allowReplacing(view.editable, within(this.may(), view.state.doc, matches).length > 0);
  }
}

const NOT_YOURS = "This one stands where you may not write";
