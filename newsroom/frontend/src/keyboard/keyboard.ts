/** Listens to the keys: those of the table, and those that the page's buttons carry. */
import { through } from "../page/element";
import { isField, KEYS, showAllKeys } from "./keys";
import { pageKeys, press } from "./page-keys";
import { Sequence } from "./sequence";

const sequence = new Sequence();

export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    // A dialog or menu over the page has the keys to itself.
    if (document.querySelector("dialog[open], :popover-open")) return;
    const typing = event.target instanceof Element && isField(event.target);
    if (typing && event.key !== "Escape") return;
    if (pressed(event)) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!through(event, "[data-shows-keys]")) return;
    through(event, "[popover]")?.hidePopover();
    showAllKeys();
  });
}

function pressed(event: KeyboardEvent): boolean {
  const ofPage = pageKeys();
  const known = [...KEYS, ...ofPage].map(({ keys }) => keys);
  const heard = sequence.hear(event.key, known, event.timeStamp);
  if (heard.kind !== "whole") return false;
  if (KEYS.some((key) => key.keys === heard.keys && key.run())) return true;
  const own = ofPage.find(({ keys }) => keys === heard.keys);
  if (own) press(own.element);
  return own !== undefined;
}
