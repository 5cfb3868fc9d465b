/** A dialog over the page: opens, asks one thing, goes away with its answer. */
import { make } from "./element";

export interface Question {
  readonly title: string;
  readonly body: readonly (Node | string)[];
  /** What the button that agrees says; without one the dialog only tells something. */
  readonly agree?: string;
  readonly danger?: boolean;
  /** Keeps the dialog open while it answers a sentence, which is then shown in it. */
  readonly refuse?: () => string | null | Promise<string | null>;
  /** What the button that agrees says while that answer is awaited. */
  readonly meanwhile?: string;
  /** Takes the question back. */
  readonly over?: AbortSignal;
}

/** Resolves with whether the person agreed; Esc and "Cancel" are a no. */
export function ask(question: Question): Promise<boolean> {
  const refusal = make("p", { class: "bad", role: "alert" });
  const form = make("form", { class: "stack", method: "dialog" });
  const dialog = make("dialog", { "aria-label": question.title }, form);
  // What only tells something is read from its top; what asks begins at its first field.
  const top = question.agree ? {} : { tabindex: "-1", autofocus: true };
  const heading = make("h2", top, question.title);
  form.append(heading, ...question.body, refusal, actions(question));
  document.body.append(dialog);
  dialog.showModal();
  form.addEventListener("submit", (event) => {
    const { submitter: button } = event;
    if (!question.refuse || !(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    if (form.hasAttribute("aria-busy")) return;
    refusal.textContent = "";
    void judged(question, form, button).then((sentence) => {
      if (sentence) refusal.textContent = sentence;
      else dialog.close(button.value);
    });
  });
  question.over?.addEventListener("abort", () => {
    dialog.close();
  });
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(dialog.returnValue === "yes");
    });
  });
}

async function judged(
  { refuse, meanwhile }: Question,
  form: HTMLFormElement,
  button: HTMLButtonElement,
): Promise<string | null> {
  const words = button.textContent;
  form.setAttribute("aria-busy", "true");
  if (meanwhile) button.textContent = meanwhile;
  const sentence = (await refuse?.()) ?? null;
  form.removeAttribute("aria-busy");
  button.textContent = words;
  return sentence;
}

function actions({ agree, danger = false }: Question): HTMLElement {
  const row = make("div", { class: "cluster" });
  const kind = danger ? "danger" : "primary";
  if (agree) row.append(make("button", { class: `button button--${kind}`, value: "yes" }, agree));
  const leave = agree ? "Cancel" : "Close";
  // Not a submit button: it must work while a field of the form is still empty.
  const cancel = make("button", { class: "button button--quiet", type: "button" }, leave);
  cancel.addEventListener("click", () => {
    cancel.closest("dialog")?.close();
  });
  row.append(cancel);
  return row;
}
