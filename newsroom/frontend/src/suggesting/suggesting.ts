/** Suggesting in the editor: whether it is on, what becomes of a change, and what can be decided. */
import { keymap } from "prosemirror-keymap";
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorCommand } from "../editor/commands";
import { FIGURE_MOVED } from "../editor/figures";
import type { Loaded, Reach } from "../editor/protocol";
import { through } from "../page/element";
import type { Remembered } from "../page/remembered";
import { DECIDED, decide, type Decision, suggestionsIn } from "./decide";
import { isSuggestion } from "./marks";
import { type Author, asSuggestion } from "./rewrite";
import { SuggestionCard } from "./suggestion-card";

export const SUGGESTING_KEYS = [
  { keys: "Mod-Shift-e", words: "Suggest changes, or make them" },
  { keys: "Mod-Shift-Enter", words: "Accept the suggestions chosen" },
  { keys: "Mod-Shift-Backspace", words: "Reject the suggestions chosen" },
] as const;

const KEY = new PluginKey<boolean>("suggesting");

export class Suggesting {
  readonly plugins: readonly Plugin[];
  readonly commands: readonly EditorCommand[];
  private readonly by: Author;
  private card: SuggestionCard | null = null;

  constructor(
    { person, suggesting }: Pick<Loaded, "person" | "suggesting">,
    private readonly may: () => Reach,
    private readonly choice: Remembered,
  ) {
    this.by = { person, now: () => Date.now() };
    const begins = choice.get() ? choice.get() === "on" : suggesting;
    const [toggle, accept, reject] = [this.toggle(), this.chosen("accept"), this.chosen("reject")];
    const [on, yes, no] = SUGGESTING_KEYS;
    this.commands = [
      { label: "Suggest", ...on, run: toggle, isOn: (state) => this.isOn(state), opens: true },
      { label: "Accept", ...yes, run: accept, opens: true },
      { label: "Reject", ...no, run: reject, opens: true },
    ];
    this.plugins = [
      remembering(begins),
      keymap(Object.fromEntries(this.commands.map(({ keys, run }) => [keys, run]))),
    ];
  }

  /** The view comes later than the plugins: it is made with them. */
  join(view: EditorView): void {
    this.card = new SuggestionCard(view);
    document.addEventListener("click", (event) => {
      const button = through(event, "[data-decide]");
      if (button) this.decideBy(button, view);
    });
    this.renew();
  }

  /** The panel was fetched again: what can be decided with this script is offered. */
  renew(): void {
    for (const button of document.querySelectorAll<HTMLElement>("[data-decide]")) button.hidden = false;
    this.card?.renew();
  }

  open(id: string): boolean {
    return this.card?.open(id) ?? false;
  }

  /** A change as it is to be made: as it was asked for, or as a suggestion. */
  written(state: EditorState, asked: Transaction): Transaction {
    if (!asked.docChanged || !this.isOn(state) || isNoEdit(asked)) return asked;
    return asSuggestion(state, asked, this.by);
  }

  private isOn(state: EditorState): boolean {
    return this.mustSuggest || (this.may().copy && (KEY.getState(state) ?? false));
  }

  private get mustSuggest(): boolean {
    return typeof this.may().suggestsAs === "number";
  }

  private toggle(): Command {
    return (state, dispatch) => {
      if (this.mustSuggest || !this.may().copy) return false;
      const on = !KEY.getState(state);
      if (dispatch) this.choice.set(on ? "on" : "off");
      dispatch?.(state.tr.setMeta(KEY, on));
      return true;
    };
  }

  private chosen(decision: Decision): Command {
    return (state, dispatch) => {
      const { from, to } = state.selection;
      const ids = suggestionsIn(state.doc, from, to);
      const tr = decide(state, ({ id, author }) => ids.has(id) && this.decides(author, decision), decision);
      if (!tr.docChanged) return false;
      dispatch?.(tr.scrollIntoView());
      return true;
    };
  }

  /** Who only suggests takes back what is theirs. */
  private decides(author: number, decision: Decision): boolean {
    return !this.mustSuggest || (author === this.by.person && decision === "reject");
  }

  private decideBy({ dataset }: HTMLElement, view: EditorView): void {
    const decision = dataset["decide"] === "accept" ? "accept" : "reject";
    const { suggestion, author } = dataset;
    const tr = decide(
      view.state,
      (facts) =>
        (suggestion ? facts.id === suggestion : !author || facts.author === Number(author)) &&
        this.decides(facts.author, decision),
      decision,
    );
    this.card?.close();
    if (tr.docChanged) view.dispatch(tr);
    view.focus();
  }
}

/** What others did, an undo, a decision, and where a figure stands are not edits that could be suggested. */
function isNoEdit(tr: Transaction): boolean {
  return ["collab$", "history$", DECIDED, FIGURE_MOVED].some((name) => tr.getMeta(name) !== undefined);
}

/** Whether it is on; and words typed among struck ones are not struck with them. */
function remembering(begins: boolean): Plugin<boolean> {
  return new Plugin<boolean>({
    key: KEY,
    state: {
      init: () => begins,
      apply: (tr, on) => (tr.getMeta(KEY) as boolean | undefined) ?? on,
    },
    appendTransaction: (_all, _before, { selection, storedMarks, tr }) => {
      const marks = storedMarks ?? selection.$from.marks();
      if (!selection.empty || !marks.some((one) => one.type.name === "deletion")) return null;
      return tr.setStoredMarks(marks.filter((one) => !isSuggestion(one)));
    },
  });
}
