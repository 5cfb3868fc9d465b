/** Filters marked `data-submits` take effect when they are changed, without their button. */
import { through } from "./element";

export function submitOnChange(): void {
  document.addEventListener("change", (event) => {
    const field = through(event, "[data-submits]");
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.form?.requestSubmit();
    }
  });
}
