/** Rows wider than a phone, such as the places, start where the person is. */

export function showCurrent(): void {
  for (const row of document.querySelectorAll<HTMLElement>(".bar__places, .tabs--links")) {
    const current = row.querySelector<HTMLElement>("[aria-current]");
    if (!current) continue;
    // By hand: scrollIntoView would also move a page that was left further down.
    const { left, width } = current.getBoundingClientRect();
    row.scrollLeft += left - row.getBoundingClientRect().left - (row.clientWidth - width) / 2;
  }
}
