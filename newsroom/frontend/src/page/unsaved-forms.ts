/** Asks before a page with a half-filled form is left. */
import { through } from "./element";

const TYPED = new Set(["text", "number"]);

const touched = new Set<HTMLFormElement>();

export function guardUnsavedForms(): void {
  document.addEventListener("input", (event) => {
    const form = through(event, "form");
    if (form instanceof HTMLFormElement && form.method === "post") touched.add(form);
  });
  document.addEventListener("submit", (event) => {
    touched.delete(event.target as HTMLFormElement);
  });
  document.addEventListener("reset", (event) => {
    touched.delete(event.target as HTMLFormElement);
  });
  window.addEventListener("beforeunload", (event) => {
    // A form that was replaced or emptied again has nothing to lose.
    if ([...touched].some((form) => form.isConnected && holdsWords(form))) event.preventDefault();
  });
}

function holdsWords(form: HTMLFormElement): boolean {
  return [...form.elements].some(
    (field) =>
      (field instanceof HTMLTextAreaElement ||
        (field instanceof HTMLInputElement && TYPED.has(field.type))) &&
      field.value !== field.defaultValue,
  );
}
