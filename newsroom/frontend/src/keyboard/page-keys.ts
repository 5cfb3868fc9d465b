/** The keys that this page's own buttons, links and fields carry as `data-key`. */

export interface PageKey {
  readonly keys: string;
  readonly words: string;
  readonly element: HTMLElement;
}

export function pageKeys(): PageKey[] {
  const elements = document.querySelectorAll<HTMLElement>("[data-key]");
  return [...elements]
    .filter((element) => !element.matches(":disabled") && element.checkVisibility())
    .map((element) => ({ keys: element.dataset["key"] ?? "", words: name(element), element }));
}

export function press(element: HTMLElement): void {
  if (element.matches("input, select, textarea")) element.focus();
  else element.click();
}

function name(element: HTMLElement): string {
  const label = element.getAttribute("aria-label") ?? element.title;
  if (label) return label;
  const copy = element.cloneNode(true) as HTMLElement;
  for (const hint of copy.querySelectorAll("kbd")) hint.remove();
  return copy.textContent.trim();
}
