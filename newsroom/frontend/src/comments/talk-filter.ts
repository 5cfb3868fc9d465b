/** Which threads the Talk tab shows: each kind is a link to its own page, and a switch on this one. */
import { through } from "../page/element";

const LEFT_OUT = "is-left-out";

export function chooseThreads(): void {
  // From here on the address's thread is shown by the switch and not by the style sheet.
  document.getElementById("panel")?.setAttribute("data-chooses-threads", "");
  uncover(document.getElementById(location.hash.slice(1)));
  document.addEventListener("click", (event) => {
    const link = through(event, "a[data-shows]");
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    showThreads(link.dataset["shows"] ?? "");
    history.replaceState(history.state, "", link.href);
  });
}

export function threadsShown(): string {
  return document.querySelector<HTMLElement>("a[data-shows][aria-current]")?.dataset["shows"] ?? "";
}

/** Does nothing where there is nothing to choose from. */
export function showThreads(kind: string): void {
  if (!kind || kind === threadsShown()) return;
  for (const link of document.querySelectorAll<HTMLElement>("a[data-shows]")) {
    if (link.dataset["shows"] === kind) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  for (const one of document.querySelectorAll<HTMLElement>("#talk [data-kinds]")) {
    one.classList.toggle(LEFT_OUT, !kindsOf(one).includes(kind));
  }
}

/** Somebody is led to a thread that is left out: the kind that it is of is shown. */
export function uncover(element: HTMLElement | null): void {
  const thread = element?.closest<HTMLElement>(`.${LEFT_OUT}`);
  if (thread) showThreads(kindsOf(thread).find((kind) => kind === "open" || kind === "resolved") ?? "all");
}

function kindsOf(element: HTMLElement): string[] {
  return (element.dataset["kinds"] ?? "").split(" ");
}
