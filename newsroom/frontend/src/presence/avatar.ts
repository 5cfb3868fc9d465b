/** Initials in a circle of the person's colour, as templates/stories/presence.html draws them. */
import { make } from "../page/element";
import type { Somebody } from "./page";

export function avatar({ name, colour }: Somebody, words: string): HTMLElement {
  return make(
    "span",
    { class: `avatar person-${colour}`, role: "img", "aria-label": words, title: words },
    initials(name),
  );
}

export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const ends = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]];
  return ends.map((part) => /^./u.exec(part ?? "")?.[0] ?? "?").join("").toUpperCase();
}
