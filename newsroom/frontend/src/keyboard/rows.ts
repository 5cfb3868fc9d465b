/** Moving through the rows of a table or list marked `data-rows`: the focus is the place. */
import { openMenu } from "../page/menus";

interface Row {
  readonly element: HTMLElement;
  readonly link: HTMLElement;
}

function rows(): Row[] {
  const found: Row[] = [];
  for (const list of document.querySelectorAll("[data-rows]")) {
    for (const element of list.querySelectorAll<HTMLElement>("tr, li, [data-row]")) {
      const link = element.querySelector<HTMLElement>(".row-link, a[href]");
      if (link?.checkVisibility()) found.push({ element, link });
    }
  }
  return found;
}

export function hasRows(): boolean {
  return rows().length > 0;
}

function placeIn(all: readonly Row[]): number {
  return all.findIndex(({ element }) => element.contains(document.activeElement));
}

export function moveDown(): boolean {
  const all = rows();
  return focusOn(all[placeIn(all) + 1]);
}

export function moveUp(): boolean {
  const all = rows();
  return focusOn(all[Math.max(0, placeIn(all) - 1)]);
}

function focusOn(row: Row | undefined): boolean {
  row?.link.focus();
  row?.link.scrollIntoView({ block: "nearest" });
  return row !== undefined;
}

/** Of the row with the focus, or of the first. */
export function openMovesOfRow(): boolean {
  const all = rows();
  const row = all[Math.max(0, placeIn(all))];
  const menu = row?.element.querySelector<HTMLDetailsElement>("details[data-moves]");
  if (!menu) return false;
  openMenu(menu);
  return true;
}
