/** Parts of a page marked `data-live-region` are fetched again when the newsroom changed. */
import type { LiveClient } from "../live/live";
import { make } from "./element";
import { keepingPlace } from "./kept-place";

/** Events come in bursts, and every open page hears them at once: wait a little, each its own time. */
const PAUSE = 400;
const SPREAD = 600;
const BUSY_PAUSE = 3000;

export function refreshRegions(live: LiveClient): void {
  if (!regions(document).length) return;
  let timer: number | null = null;
  const refresh = async (): Promise<void> => {
    timer = null;
    if (regions(document).some(isBusy) || !(await fetchAgain())) later(BUSY_PAUSE);
  };
  const later = (pause = PAUSE + Math.random() * SPREAD): void => {
    timer ??= window.setTimeout(() => void refresh(), pause);
  };
  live.listen({
    stories: [],
    onEvent: ({ name }) => {
      if (name === "board" || shows(name)) later();
    },
    onGap: () => {
      later();
    },
  });
}

/** Of what is told to all: whether this page has a region for it alone. */
function shows(name: string): boolean {
  return document.querySelector(`[data-live-region="${name}"]`) !== null;
}

function regions(page: Document): HTMLElement[] {
  return [...page.querySelectorAll<HTMLElement>("[data-live-region][id]")];
}

/** Somebody is in the middle of something there: a form, an open menu, a selection of text. */
function isBusy(region: HTMLElement): boolean {
  const focused = document.activeElement;
  if (focused && region.contains(focused) && focused.closest("form, details[open]")) return true;
  const selection = document.getSelection();
  const selecting = selection && !selection.isCollapsed && region.contains(selection.anchorNode);
  return Boolean(selecting) || region.querySelector("details[open]") !== null;
}

/** False where somebody began something there while the answer was on its way. */
async function fetchAgain(): Promise<boolean> {
  const response = await fetch(location.href).catch(() => null);
  if (!response?.ok || response.redirected) return true;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (regions(document).some(isBusy)) return false;
  for (const fresh of regions(page)) {
    const old = document.getElementById(fresh.id);
    if (!old || old.innerHTML === fresh.innerHTML) continue;
    if (old.dataset["liveVersion"] === fresh.dataset["liveVersion"]) replace(old, fresh);
    else tellOfNewer(old);
  }
  return true;
}

/** Beside what was shown of one version nothing of the next may stand unseen: the page begins anew. */
function tellOfNewer(region: HTMLElement): void {
  if (document.querySelector("[data-newer]")) return;
  const again = make("button", { class: "button", type: "button" }, "Show it as it is now");
  again.addEventListener("click", () => {
    location.reload();
  });
  const words = make("p", {}, "The story changed since you opened this page.");
  const notice = { class: "notice notice--warn", role: "alert", "data-newer": true };
  region.prepend(make("div", notice, make("div", { class: "stack stack--tight" }, words, again)));
}

/** Told to the page when a region of it was fetched again. */
export const RENEWED = "region-renewed";

function replace(old: HTMLElement, fresh: HTMLElement): void {
  const focused = document.activeElement;
  const address = focused instanceof HTMLAnchorElement && old.contains(focused) && focused.href;
  keepingPlace(old, () => {
    old.replaceChildren(...document.adoptNode(fresh).childNodes);
  });
  document.dispatchEvent(new Event(RENEWED));
  if (!address) return;
  [...old.querySelectorAll("a")].find(({ href }) => href === address)?.focus({ preventScroll: true });
}
