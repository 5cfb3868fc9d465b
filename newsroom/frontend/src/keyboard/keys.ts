/** Every key of the newsroom that is not a button's own: what it is called and what it does. */
import { closeMenu } from "../page/menus";
import { type KeyGroup, showKeys, toldKeys } from "./help";
import { pageKeys } from "./page-keys";
import { hasRows, moveDown, moveUp, openMovesOfRow } from "./rows";

export interface Key {
  readonly keys: string;
  readonly words: string;
  /** Answers false where the key had nothing to do here; it is then left to the browser. */
  run(): boolean;
}

const EVERYWHERE: readonly Key[] = [
  { keys: "?", words: "Show all keys", run: showAllKeys },
  { keys: "Escape", words: "Close what is open, then back", run: () => closeMenu() || leaveField() },
];

const IN_ROWS: readonly Key[] = [
  { keys: "j", words: "Next row", run: moveDown },
  { keys: "k", words: "Row before", run: moveUp },
  { keys: ".", words: "Moves of the row", run: openMovesOfRow },
  // The browser follows the focused link by itself.
  { keys: "Enter", words: "Open the row", run: () => false },
];

export const KEYS: readonly Key[] = [...EVERYWHERE, ...IN_ROWS];

function groups(): KeyGroup[] {
  return [
    { title: "Everywhere", keys: EVERYWHERE },
    { title: "On this page", keys: pageKeys() },
    ...(hasRows() ? [{ title: "In rows", keys: IN_ROWS }] : []),
    ...toldKeys(),
  ];
}

export function showAllKeys(): boolean {
  void showKeys(groups());
  return true;
}

function leaveField(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !isField(focused)) return false;
  focused.blur();
  return true;
}

/** Where a letter is a letter and not a shortcut. */
export function isField(element: Element): boolean {
  return (
    (element instanceof HTMLElement && element.isContentEditable) ||
    element.matches("select, textarea, input:not([type=checkbox], [type=radio], [type=submit])")
  );
}
