/** The fields and buttons of the bar that finds and replaces. */
import { readable } from "../keyboard/help";
import { make } from "../page/element";
import type { Wanted } from "./find-in-story";

export interface FindActs {
  readonly wanted: () => void;
  readonly next: () => void;
  readonly previous: () => void;
  readonly replace: () => void;
  readonly replaceAll: () => void;
  readonly close: () => void;
}

export interface FindFields {
  readonly bar: HTMLElement;
  readonly find: HTMLInputElement;
  readonly replacement: HTMLInputElement;
  wanted(): Wanted;
  tell(words: string): void;
  allowReplacing(possible: boolean, some: boolean): void;
}

export const FIND_KEYS = [
  { keys: "Enter", words: "In the bar that finds: next match" },
  { keys: "Shift-Enter", words: "In the bar that finds: match before" },
] as const;

export function fieldsOf(acts: FindActs): FindFields {
  const find = field("Find in the story", "Find");
  const replacement = field("Replace with", "Replace with");
  const count = make("output", { class: "find__count", role: "status" });
  const matchCase = toggle("Match case", acts.wanted);
  const wholeWords = toggle("Whole words", acts.wanted);
  const previous = button("Previous", "Match before (Shift Enter)", acts.previous);
  const next = button("Next", "Next match (Enter)", acts.next);
  const one = button("Replace", "Replace this one (Enter)", acts.replace);
  const all = button("Replace all", "Replace all that stand where you may write", acts.replaceAll);
  const close = button("Close", `Close (${readable("Escape").join(" ")})`, acts.close);
  const second = make("div", { class: "find__row" }, replacement, one, all);
  const bar = make(
    "div",
    { class: "find", role: "search", "aria-label": "Find in the story", hidden: true },
    make("div", { class: "find__row" }, find, count, previous, next, close),
    second,
    make("div", { class: "find__row find__ways" }, matchCase, wholeWords),
  );
  find.addEventListener("input", acts.wanted);
  bar.addEventListener("keydown", (event) => {
    const act = keyAct(event, acts, replacement);
    if (act) event.preventDefault();
    act?.();
  });
  return {
    bar,
    find,
    replacement,
    wanted: () => ({ words: find.value, matchCase: isOn(matchCase), wholeWords: isOn(wholeWords) }),
    tell: (words) => {
      // A reader of screens says it anew only where it changed.
      if (count.textContent !== words) count.textContent = words;
    },
    // A button that can no longer be pressed would lose the focus to the page.
    allowReplacing: (possible, some) => {
      second.hidden = !possible;
      if (!some && second.querySelector("button:focus")) find.focus();
      one.disabled = all.disabled = !some;
    },
  };
}

function keyAct(event: KeyboardEvent, acts: FindActs, replacement: HTMLElement) {
  if (event.key === "Escape") return acts.close;
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return null;
  if (event.target === replacement) return acts.replace;
  return event.shiftKey ? acts.previous : acts.next;
}

function field(label: string, hint: string): HTMLInputElement {
  return make("input", {
    class: "input",
    type: "text",
    "aria-label": label,
    placeholder: hint,
    dir: "auto",
    autocomplete: "off",
    spellcheck: "false",
  });
}

function button(words: string, title: string, act: () => void): HTMLButtonElement {
  const made = make("button", { class: "button button--quiet", type: "button", title }, words);
  made.addEventListener("click", act);
  return made;
}

function toggle(words: string, act: () => void): HTMLButtonElement {
  const made = make(
    "button",
    { class: "button button--quiet", type: "button", "aria-pressed": "false" },
    words,
  );
  made.addEventListener("click", () => {
    made.setAttribute("aria-pressed", String(!isOn(made)));
    act();
  });
  return made;
}

function isOn(pressed: HTMLElement): boolean {
  return pressed.getAttribute("aria-pressed") === "true";
}
