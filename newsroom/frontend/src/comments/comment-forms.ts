/** The forms of the talk: each stands in the panel, and once more in a card that was copied from it. */
import { tellKeys } from "../keyboard/help";
import { through } from "../page/element";
import { uniqueName } from "../page/names";

/** What was kept is no longer half written, in either copy; false where the form is none of these. */
export function clearSent(form: HTMLFormElement): boolean {
  const clear = CLEARED[form.dataset["comment"] ?? ""];
  if (!clear) return false;
  const sent = textOf(form)?.value ?? "";
  for (const one of document.querySelectorAll<HTMLFormElement>("form[data-comment]")) {
    if (one.action === form.action) clear(one, sent);
  }
  return true;
}

/** Who opens a comment to edit it goes on writing at its end. */
export function openEdits(): void {
  document.addEventListener("click", (event) => {
    const fold = through(event, "[data-edits] > summary")?.parentElement;
    if (!(fold instanceof HTMLDetailsElement) || fold.open) return;
    event.preventDefault();
    fold.open = true;
    const text = fold.querySelector("textarea");
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  });
}

/** Who has said all of it goes on from the field. */
export function sendByKeys(): void {
  tellKeys({ title: "In a comment", keys: [{ keys: "Mod-Enter", words: "Send it" }] });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    const form = through(event, "form[data-comment] textarea")?.closest("form");
    if (!form) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

/** Words typed for a place that is gone stand in the form of a new comment: they are not lost. */
export function takeIn(words: string): void {
  const field = document.querySelector<HTMLTextAreaElement>("#comment-text");
  if (field && words.trim()) field.value = [field.value, words].filter(Boolean).join("\n\n");
}

const CLEARED: Readonly<Record<string, (form: HTMLFormElement, sent: string) => void>> = {
  new: empty,
  answer: empty,
  edit: settle,
  delete: dropEdit,
};

function empty(form: HTMLFormElement): void {
  const text = textOf(form);
  if (text) text.value = "";
  for (const box of form.querySelectorAll<HTMLInputElement>("[type=checkbox]")) box.checked = false;
  const sending = form.querySelector<HTMLInputElement>('input[name="sending"]');
  if (sending) sending.value = uniqueName();
}

/** The text that was sent is what the comment says now. */
function settle(form: HTMLFormElement, sent: string): void {
  const text = textOf(form);
  if (text) text.value = text.defaultValue = sent;
  form.closest("details")?.removeAttribute("open");
}

/** Who deletes a comment gives up what they were making of it. */
function dropEdit(form: HTMLFormElement): void {
  form.parentElement?.querySelector<HTMLFormElement>("form[data-comment=edit]")?.reset();
}

function textOf(form: HTMLFormElement): HTMLTextAreaElement | null {
  return form.querySelector("textarea");
}
