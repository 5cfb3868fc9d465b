/** "How do we write ...?": any spelling is answered from the lexicon, also a misspelt one. */
import { closeHistory } from "prosemirror-history";
import { type Command, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { make, through } from "../page/element";
import { hold, letGo } from "./held-place";

interface Entry {
  readonly preferred: string;
  readonly instead_of: readonly string[];
  readonly not_in: readonly string[];
  readonly note: string;
}

interface Answer {
  readonly entries: readonly Entry[];
  /** Whether no entry has the words, and this one sounds like them. */
  readonly meant: boolean;
}

const PAUSE = 150;

export const openSpelling: Command = (state, dispatch, view) => {
  if (!(state.selection instanceof TextSelection)) return false;
  if (dispatch && view) {
    const { from, to } = state.selection;
    dispatch(hold(state.tr, state.selection));
    void putIn(view, state.doc.textBetween(from, to, " "));
  }
  return true;
};

async function putIn(view: EditorView, words: string): Promise<void> {
  const spelling = await choose(words);
  const { place, tr } = letGo(view.state);
  if (place) tr.setSelection(TextSelection.create(tr.doc, place.from, place.to));
  if (spelling && view.editable) closeHistory(tr).insertText(spelling).scrollIntoView();
  view.dispatch(tr);
  view.focus();
}

/** Resolves with the house's spelling, or null where the person only looked. */
function choose(words: string): Promise<string | null> {
  const search = make("input", {
    class: "input",
    type: "search",
    value: words.trim(),
    "aria-label": "Any spelling",
    autofocus: true,
  });
  const close = make("button", { class: "button button--quiet", type: "button" }, "Close");
  const answers = make("div", { class: "stack stack--tight", role: "status" });
  const head = make("div", { class: "cluster" }, search, close);
  const heading = make("h2", {}, "How do we write …?");
  const dialog = make("dialog", { class: "stack", "aria-label": "How do we write …?" }, heading, head, answers);
  let timer = 0;
  const look = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void answer(search, answers), PAUSE);
  };
  search.addEventListener("input", look);
  close.addEventListener("click", () => {
    dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    const chosen = through(event, "[data-spelling]")?.dataset["spelling"];
    if (chosen) dialog.close(chosen);
  });
  document.body.append(dialog);
  dialog.showModal();
  look();
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue || null);
    });
  });
}

async function answer(search: HTMLInputElement, answers: HTMLElement): Promise<void> {
  const words = search.value;
  const sent = await fetch(`/lexicon/spelling?q=${encodeURIComponent(words)}`).catch(() => null);
  if (words !== search.value) return;
  if (!sent?.ok) {
    answers.replaceChildren("The lexicon cannot be asked just now.");
    return;
  }
  const { entries, meant } = (await sent.json()) as Answer;
  const none = words.trim() ? "No entry has that spelling." : "Type a name in any spelling.";
  answers.replaceChildren(
    ...(meant ? ["Did you mean:"] : entries.length ? [] : [none]),
    ...entries.map(shown),
  );
}

function shown({ preferred, instead_of: instead, not_in: except, note }: Entry): HTMLElement {
  const told = [
    instead.length ? `Instead of ${instead.join(", ")}.` : "",
    except.length ? `But not in ${except.join(", ")}.` : "",
    note,
  ];
  const put = { class: "button spelling", type: "button", "data-spelling": preferred };
  const words = make("span", { class: "soft" }, told.filter(Boolean).join(" "));
  return make("div", { class: "stack stack--tight" }, make("div", {}, make("button", put, preferred)), words);
}
