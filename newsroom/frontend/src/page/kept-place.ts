/** A list that grows at its top while somebody reads further down: the row in sight stays there. */

/** Makes the change, then scrolls by as much as the first row in sight was moved. */
export function keepingPlace(region: HTMLElement, change: () => void): void {
  const held = region.getBoundingClientRect().top < 0 ? firstInSight(region) : undefined;
  change();
  if (!held) return;
  const row = links(region).find(({ href }) => href === held.href);
  if (row) window.scrollBy({ top: top(row) - held.top, behavior: "instant" });
}

function firstInSight(region: HTMLElement): { href: string; top: number } | undefined {
  const row = links(region).find((link) => top(link) >= 0);
  return row && { href: row.href, top: top(row) };
}

function links(region: HTMLElement): HTMLAnchorElement[] {
  return [...region.querySelectorAll<HTMLAnchorElement>(".row-link")];
}

function top(link: HTMLElement): number {
  return link.getBoundingClientRect().top;
}
