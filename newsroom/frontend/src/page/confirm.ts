/** Asks before a form or link marked `data-confirm` does what cannot be taken back. */
import { ask } from "./dialog";
import { through } from "./element";
import { isSentAgain, resubmit } from "./resubmit";

const agreed = new WeakSet<HTMLAnchorElement>();

export function confirmFirst(): void {
  // While capturing: before any other listener takes the submission for granted.
  document.addEventListener("submit", (event) => void beforeSubmit(event), true);
  document.addEventListener("click", (event) => void beforeFollowing(event), true);
}

async function beforeSubmit(event: SubmitEvent): Promise<void> {
  const form = event.target as HTMLFormElement;
  const button = event.submitter;
  const sentence = button?.dataset["confirm"] ?? form.dataset["confirm"];
  if (!sentence || isSentAgain(form)) return;
  stop(event);
  const agree = button?.textContent.trim() ?? "Go on";
  if (!(await ask({ title: sentence, body: [], agree, danger: true }))) return;
  resubmit(form, button);
}

async function beforeFollowing(event: MouseEvent): Promise<void> {
  const link = through(event, "a[data-confirm]");
  if (!(link instanceof HTMLAnchorElement) || agreed.delete(link)) return;
  stop(event);
  const title = link.dataset["confirm"] ?? "";
  if (!(await ask({ title, body: [], agree: link.textContent.trim(), danger: true }))) return;
  agreed.add(link);
  link.click();
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
