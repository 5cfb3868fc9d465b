/** Cards that float at their words: where they stand, and what they show of the panel beside. */

const GAP = 6;

/** Under the words, or over them where the window ends. */
export function putUnder(box: HTMLElement, words: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const fits = words.bottom + GAP + height < window.innerHeight;
  const top = fits ? words.bottom + GAP : Math.max(GAP, words.top - GAP - height);
  const left = Math.min(words.left, document.documentElement.clientWidth - width - GAP);
  box.style.setProperty("top", `${top + window.scrollY}px`);
  box.style.setProperty("left", `${Math.max(GAP, left)}px`);
}

/** A copy whose fields and labels still belong together, under names of their own. */
export function withoutIds(original: HTMLElement): HTMLElement {
  const copy = original.cloneNode(true) as HTMLElement;
  copy.removeAttribute("id");
  for (const element of copy.querySelectorAll("[id]")) element.id = `card-${element.id}`;
  for (const label of copy.querySelectorAll("label")) label.htmlFor = `card-${label.htmlFor}`;
  for (const field of copy.querySelectorAll("[aria-describedby]")) {
    const described = field.getAttribute("aria-describedby") ?? "";
    field.setAttribute("aria-describedby", `card-${described}`);
  }
  return copy;
}

/** What was typed in a card goes back to the fields it was copied from; answers what found none. */
export function giveBack(box: HTMLElement): string[] {
  const homeless: string[] = [];
  for (const field of box.querySelectorAll<HTMLTextAreaElement>("textarea[id^=card-]")) {
    const original = document.getElementById(field.id.slice("card-".length));
    if (original instanceof HTMLTextAreaElement) original.value = field.value;
    else if (field.value !== field.defaultValue) homeless.push(field.value);
  }
  return homeless;
}
