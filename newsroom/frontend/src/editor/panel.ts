/** The column of gate, findings and talk: fetched again in place, with what is being typed kept. */
import { takeIn } from "../comments/comment-forms";
import { showThreads, threadsShown, uncover } from "../comments/talk-filter";
import { type Field, renew, typedIn } from "../page/renew";

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
    const [threads, typed] = [threadsShown(), typedIn(this.root)];
    renew(this.root, page.body);
    showThreads(threads);
    for (const field of typed) if (!field.isConnected) rehome(field);
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

/** Words of a field that is gone: its place may be elsewhere now, or somebody resolved its thread. */
function rehome({ id, value, dataset }: Field): void {
  const again = document.getElementById(id);
  if (again instanceof HTMLTextAreaElement || again instanceof HTMLInputElement) {
    again.value = value;
    again.closest("details")?.setAttribute("open", "");
  } else if (dataset["mentions"] !== undefined) takeIn(value);
}
