/** The palette of special characters over the page: found by name or by arrow keys, put in with Enter. */
import { closeHistory } from "prosemirror-history";
import { type Command, TextSelection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { make, through } from "../page/element";
import { hold, letGo } from "./held-place";
import { type Character, characterGroups, isMeant } from "./characters";

export const openCharacters: Command = (state, dispatch, view) => {
  if (!(state.selection instanceof TextSelection)) return false;
  if (dispatch && view) {
    dispatch(hold(state.tr, state.selection));
    void putIn(view);
  }
  return true;
};

async function putIn(view: EditorView): Promise<void> {
  const kind = view.dom.closest<HTMLElement>("[data-quotes]")?.dataset["quotes"] ?? "";
  const sign = await chooseCharacter(kind);
  const { place, tr } = letGo(view.state);
  // The browser may have put its cursor elsewhere while the palette had the focus.
  if (place) tr.setSelection(TextSelection.create(tr.doc, place.from, place.to));
  if (sign) closeHistory(tr).insertText(sign).scrollIntoView();
  view.dispatch(tr);
  view.focus();
}

interface Choice {
  readonly character: Character;
  readonly button: HTMLButtonElement;
}

/** Resolves with the sign, or null where the person thought better of it. */
function chooseCharacter(kind: string): Promise<string | null> {
  const choices: Choice[] = [];
  const sections = characterGroups(kind).map(({ title, characters }) => {
    const made = characters.map((character) => ({ character, button: buttonFor(character) }));
    choices.push(...made);
    const row = make("div", { class: "characters__row" }, ...made.map(({ button }) => button));
    return make("section", { "aria-label": title }, make("h3", {}, title), row);
  });
  const search = make("input", {
    class: "input",
    type: "search",
    placeholder: "Name: dash, euro, acute",
    "aria-label": "Find a character by its name",
    autofocus: true,
  });
  const cancel = make("button", { class: "button button--quiet", type: "button" }, "Cancel");
  const head = make("div", { class: "cluster" }, search, cancel);
  const dialog = make(
    "dialog",
    { class: "characters", "aria-label": "Special characters" },
    make("h2", {}, "Special characters"),
    head,
    ...sections,
  );
  search.addEventListener("input", () => {
    narrow(choices, sections, search.value);
  });
  cancel.addEventListener("click", () => {
    dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (walk(event, search, shown(choices))) event.preventDefault();
  });
  document.body.append(dialog);
  dialog.showModal();
  return answerOf(dialog);
}

function answerOf(dialog: HTMLDialogElement): Promise<string | null> {
  dialog.addEventListener("click", (event) => {
    const sign = through(event, "[data-sign]")?.dataset["sign"];
    if (sign) dialog.close(sign);
  });
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue || null);
    });
  });
}

function buttonFor({ sign, name, shown: visible = sign }: Character): HTMLButtonElement {
  const glyph = make("span", { class: "characters__sign", "aria-hidden": "true" }, visible);
  const attributes = { class: "characters__one", type: "button", "data-sign": sign, title: name };
  return make("button", attributes, glyph, make("span", { class: "characters__name" }, name));
}

function shown(choices: readonly Choice[]): HTMLButtonElement[] {
  return choices.map(({ button }) => button).filter((button) => !button.hidden);
}

function narrow(
  choices: readonly Choice[],
  sections: readonly HTMLElement[],
  words: string,
): void {
  for (const { character, button } of choices) button.hidden = !isMeant(character, words);
  for (const section of sections) section.hidden = !section.querySelector("button:not([hidden])");
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Answers whether the key was meant for the palette. */
function walk(
  event: KeyboardEvent,
  search: HTMLInputElement,
  buttons: readonly HTMLButtonElement[],
): boolean {
  const inSearch = document.activeElement === search;
  if (inSearch && event.key === "Enter") buttons[0]?.click();
  const step = STEPS[event.key];
  if (!step || (inSearch && event.key !== "ArrowDown")) return inSearch && event.key === "Enter";
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[at + step];
  if (next) next.focus();
  else if (step < 0) search.focus();
  return true;
}
