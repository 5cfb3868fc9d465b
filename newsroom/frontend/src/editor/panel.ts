/** The column of gate, findings and talk: fetched again in place, with what is being typed kept. */
import { takeIn } from "../comments/comment-forms";
import { showThreads, threadsShown, uncover } from "../comments/talk-filter";

export class Panel {
  private fetching = false;
  private again = false;

  constructor(
    private readonly root: HTMLElement,
    private readonly address: string,
    /** The story is in another state than this panel last showed. */
    private readonly onMoved: () => void,
  ) {}

  get state(): string {
    return this.root.querySelector<HTMLElement>("[data-state]")?.dataset["state"] ?? "";
  }

  async refresh(): Promise<void> {
    this.again = this.fetching;
    if (this.fetching) return;
    this.fetching = true;
    const response = await fetch(this.address).catch(() => null);
    if (response?.ok && !response.redirected) this.show(await response.text());
    this.fetching = false;
    if (this.again) await this.refresh();
  }

  /** Brings an element of the panel into view, in the tab that it stands in. */
  reveal(element: HTMLElement | null): void {
    if (!element) return;
    const tab = element.closest(".tabs > section");
    if (tab?.id) this.root.querySelector<HTMLInputElement>(`#tab-${tab.id}`)?.click();
    uncover(element);
    for (let fold = element.closest("details"); fold; ) {
      fold.open = true;
      fold = fold.parentElement?.closest("details") ?? null;
    }
    element.scrollIntoView({ block: "nearest" });
  }

  private show(html: string): void {
    const before = this.state;
    const page = new DOMParser().parseFromString(html, "text/html");
    const kept = remember(this.root);
    this.root.replaceChildren(...document.adoptNode(page.body).childNodes);
    kept(this.root);
    tellHead(this.root);
    if (before && this.state && this.state !== before) this.onMoved();
  }
}

/** The head of the page says the state and the deadline too. */
function tellHead(panel: HTMLElement): void {
  for (const said of panel.querySelectorAll<HTMLTemplateElement>("template[data-shown-in]")) {
    const place = document.getElementById(said.dataset["shownIn"] ?? "");
    place?.replaceChildren(said.content.cloneNode(true));
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Notes the tab, the threads shown, the open folds, what is typed and where; the answer puts it back in a new panel. */
function remember(panel: HTMLElement): (fresh: HTMLElement) => void {
  const scroll = panel.scrollTop;
  const tab = panel.querySelector<HTMLInputElement>("input[type=radio]:checked")?.id;
  const threads = threadsShown();
  const folds = openFolds(panel).map(placeOf);
  const typed = fields(panel).filter(({ value, defaultValue }) => value !== defaultValue);
  const focused = document.activeElement;
  const focus = focused instanceof HTMLElement && panel.contains(focused) ? focused.id : "";
  return (fresh) => {
    if (tab) fresh.querySelector<HTMLInputElement>(`#${tab}`)?.click();
    showThreads(threads);
    for (const fold of fresh.querySelectorAll("details")) {
      if (folds.includes(placeOf(fold))) fold.open = true;
    }
    const homeless = typed.filter((one) => !putBack(one, fresh));
    for (const { value } of homeless.filter((one) => one.matches("[data-mentions]"))) takeIn(value);
    panel.scrollTop = scroll;
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  };
}

/** False where the field is gone: somebody resolved the thread in which it was typed. */
function putBack({ id, value }: Field, fresh: HTMLElement): boolean {
  const field = fields(fresh).find((one) => one.id === id);
  if (field) field.value = value;
  return field !== undefined;
}

function openFolds(panel: HTMLElement): HTMLDetailsElement[] {
  return [...panel.querySelectorAll<HTMLDetailsElement>("details[open]")];
}

/** What a fold is known by from one panel to the next: where it stands, and what it says. */
function placeOf(fold: HTMLDetailsElement): string {
  const around = fold.closest("[id]")?.id ?? "";
  return `${around} ${fold.querySelector("summary")?.textContent.trim() ?? ""}`;
}

function fields(panel: HTMLElement): Field[] {
  const all = panel.querySelectorAll<Field>("textarea[id], input[id]:not([type=radio])");
  return [...all];
}
