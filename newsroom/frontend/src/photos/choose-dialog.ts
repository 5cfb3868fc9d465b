/** The library over the page: search, look, choose one photo, or add the one that is missing. */
import { make, through } from "../page/element";
import { photoAdder } from "./add-photo";
import type { ChosenPhoto } from "./chosen";

/** Search while typing, after this pause in milliseconds. */
const PAUSE = 250;

/** Resolves with the photo that was chosen, or null where the person thought better of it. */
export function choosePhoto(address: string): Promise<ChosenPhoto | null> {
  const search = make("input", {
    class: "input",
    type: "search",
    placeholder: "Caption, credit, file name",
    "aria-label": "Search photos",
  });
  const close = make("button", { class: "button button--quiet", type: "button" }, "Cancel");
  const list = make("div", { class: "photo-choice__list" });
  const dialog = make("dialog", { class: "photo-choice", "aria-label": "Choose a photo" });
  const library = address.replace(/\/[^/]*$/, "");
  const [add, form, report] = photoAdder(library, (id) => void chooseAdded(list, address, id));
  const head = make("div", { class: "photo-choice__head" }, search, add, close);
  dialog.append(make("h2", {}, "Choose a photo"), head, form, report, list);
  document.body.append(dialog);
  dialog.showModal();
  void fill(list, asking(address, "q", ""));
  let timer = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void fill(list, asking(address, "q", search.value)), PAUSE);
  });
  close.addEventListener("click", () => {
    dialog.close();
  });
  return answerOf(dialog, list);
}

/** Who adds a photo here means this photo. */
async function chooseAdded(list: HTMLElement, address: string, id: number): Promise<void> {
  await fill(list, asking(address, "photo", String(id)));
  list.querySelector<HTMLElement>(`[data-photo="${id}"]`)?.click();
}

function answerOf(dialog: HTMLDialogElement, list: HTMLElement): Promise<ChosenPhoto | null> {
  let chosen: ChosenPhoto | null = null;
  list.addEventListener("click", (event) => {
    const button = through(event, "[data-photo]");
    if (!button) return;
    chosen = chosenBy(button);
    dialog.close();
  });
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answer(chosen);
    });
  });
}

function chosenBy({ dataset }: HTMLElement): ChosenPhoto {
  const { photo, creator = "", credit = "", alt = "", caption = "" } = dataset;
  return { id: Number(photo), creator, credit, alt, caption };
}

function asking(address: string, name: string, words: string): URL {
  const url = new URL(address, location.href);
  if (words.trim()) url.searchParams.set(name, words.trim());
  return url;
}

async function fill(list: HTMLElement, url: URL): Promise<void> {
  list.dataset["asked"] = url.href;
  const response = await fetch(url).catch(() => null);
  // A slow answer to an earlier search is not shown over that to a later one.
  if (list.dataset["asked"] !== url.href) return;
  if (!response?.ok || response.redirected) {
    list.replaceChildren(make("p", { role: "alert" }, "The library does not answer; try again."));
    return;
  }
  const fragment = document.createRange().createContextualFragment(await response.text());
  list.replaceChildren(fragment);
}
