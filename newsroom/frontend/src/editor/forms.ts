/** The story page's forms: none leaves before the words are saved, and each names what was seen. */
import { make } from "../page/element";
import { resubmit } from "../page/resubmit";
import type { Notices } from "./notices";
import type { Replica } from "./replica";
import type { Sync } from "./sync";

const NOT_SAVED = "Your last changes are not saved yet. Nothing was done; try again when they are.";
const REFUSED = "form";

export interface FormServices {
  readonly sync: Sync;
  readonly replica: Replica;
  readonly notices: Notices;
  /** A form sent without leaving the page was taken. */
  onTaken(): void;
}

export function sendAfterSaving(services: FormServices): void {
  const cleared = new WeakSet<HTMLFormElement>();
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post" || cleared.delete(form)) return;
    const stays = form.matches("[data-async]");
    if (!stays && !services.sync.unsent) {
      nameVersion(form, services.replica);
      return;
    }
    event.preventDefault();
    const { submitter } = event;
    void saved(form, services).then((ready) => {
      if (!ready) return;
      if (stays) return send(form, submitter, services);
      cleared.add(form);
      resubmit(form, submitter);
      return undefined;
    });
  });
}

async function saved(form: HTMLFormElement, services: FormServices): Promise<boolean> {
  refuse(form, services, null);
  const ready = await services.sync.flushed();
  if (ready) nameVersion(form, services.replica);
  else refuse(form, services, NOT_SAVED);
  return ready;
}

/** An approval is for exactly what the person saw: the confirmed text in their editor. */
function nameVersion(form: HTMLFormElement, { version }: Replica): void {
  const field = form.querySelector<HTMLInputElement>("input[data-version]");
  if (field) field.value = String(version);
}

async function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  services: FormServices,
): Promise<void> {
  const body = new FormData(form, submitter);
  body.append("client", services.replica.client);
  const response = await fetch(form.action, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
  }).catch(() => null);
  if (response?.ok) {
    // Not at the form: its card may have closed meanwhile, and from there nothing bubbles.
    document.dispatchEvent(new CustomEvent("taken", { detail: form }));
    services.onTaken();
  } else refuse(form, services, await sentence(response));
  if (response?.status === 409) void services.sync.pull();
}

async function sentence(response: Response | null): Promise<string> {
  if (!response) return "The newsroom does not answer. Nothing was done; try again.";
  const said = (await response.json().catch(() => ({}))) as { detail?: string };
  return said.detail ?? "The newsroom could not do it; try again.";
}

/** Says a refusal in the form it is about; null takes the last one back. */
function refuse(form: HTMLFormElement, { notices }: FormServices, words: string | null): void {
  form.querySelector("[data-refusal]")?.remove();
  notices.silence(REFUSED);
  if (!words) return;
  // While it was answered somebody else's doing may have taken the form off the page.
  if (form.checkVisibility())
    form.append(make("p", { class: "bad", role: "alert", "data-refusal": true }, words));
  else notices.say(REFUSED, words);
}
