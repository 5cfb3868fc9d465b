/** Menus of rows: their moves come from the server when they open; one is open at a time. */
import { through } from "./element";

export function fillMenus(): void {
  // "toggle" does not bubble, but it can be captured.
  document.addEventListener("toggle", (event) => void opened(event), true);
  document.addEventListener("click", (event) => {
    const inside = through(event, "details.menu");
    for (const menu of openMenus()) if (menu !== inside) menu.open = false;
  });
}

let cameFrom: Element | null = null;

/** Opens a menu by key: closed again, the focus goes back to where it came from. */
export function openMenu(menu: HTMLDetailsElement): void {
  cameFrom = document.activeElement;
  menu.open = true;
  menu.querySelector("summary")?.focus();
}

/** Closes the open menu and gives the focus back; false where none was open. */
export function closeMenu(): boolean {
  const [menu] = openMenus();
  if (!menu) return false;
  menu.open = false;
  const row = menu.closest("tr, li");
  const back = cameFrom instanceof HTMLElement && row?.contains(cameFrom) ? cameFrom : null;
  (back ?? menu.querySelector("summary"))?.focus();
  cameFrom = null;
  return true;
}

function openMenus(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")];
}

async function opened(event: Event): Promise<void> {
  const menu = event.target;
  if (!(menu instanceof HTMLDetailsElement) || !menu.matches("[data-moves]") || !menu.open) return;
  for (const other of openMenus()) if (other !== menu) other.open = false;
  const address = menu.dataset["src"];
  const list = menu.querySelector(".menu__list");
  if (!address || !list) return;
  const response = await fetch(address).catch(() => null);
  if (!response?.ok || response.redirected) return;
  const fragment = document.createRange().createContextualFragment(await response.text());
  list.replaceChildren(fragment);
  list.querySelector<HTMLElement>("a, button")?.focus();
}
