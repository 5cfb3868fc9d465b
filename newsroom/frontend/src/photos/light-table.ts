/** Choosing on the light table: by key, by click, and a whole row of photos with shift. */
import { tellKeys } from "../keyboard/help";
import { isField } from "../keyboard/keys";
import { through } from "../page/element";

interface Card {
  readonly element: HTMLElement;
  readonly link: HTMLElement;
  readonly box: HTMLInputElement;
}

/** Cards the focus moves by, from the place it is at. */
type Move = (columns: number) => number;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: () => 1,
  ArrowLeft: () => -1,
  ArrowDown: (columns) => columns,
  ArrowUp: (columns) => -columns,
  J: () => 1,
  K: () => -1,
};

export function chooseOnLightTable(): void {
  const table = document.querySelector<HTMLElement>("[data-light-table]");
  const bar = document.querySelector<HTMLElement>("[data-choosing]");
  if (!table || !bar) return;
  bar.hidden = false;
  const choosing = new Choosing(table);
  tellKeys({
    title: "On the light table",
    keys: [
      { keys: "ArrowRight", words: "Next photo; the other arrows likewise" },
      { keys: "Shift-ArrowRight", words: "Choose up to the next photo" },
      { keys: "Space", words: "Choose the photo, or not" },
    ],
  });
  bar.addEventListener("click", (event) => {
    const button = through(event, "button[name=choosing]");
    if (button instanceof HTMLButtonElement) choosing.press(button.value);
  });
  table.addEventListener("click", (event) => {
    choosing.click(event);
  });
  document.addEventListener("keydown", (event) => {
    if (choosing.key(event)) event.preventDefault();
  });
  choosing.tell();
}

class Choosing {
  /** Where a row of photos that shift chooses begins. */
  private anchor = 0;

  constructor(private readonly table: HTMLElement) {}

  press(which: string): void {
    const cards = this.cards();
    if (which === "one") this.toggle(Math.max(0, this.place(cards)));
    else for (const { box } of cards) box.checked = which === "all";
    this.tell();
  }

  click(event: MouseEvent): void {
    const box = through(event, "input[type=checkbox]");
    if (!box) return;
    const cards = this.cards();
    const at = cards.findIndex((card) => card.box === box);
    if (event.shiftKey) this.chooseRow(cards, at);
    else this.anchor = at;
    this.tell();
  }

  key(event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (document.querySelector("dialog[open], :popover-open")) return false;
    const cards = this.cards();
    const at = this.place(cards);
    if (event.target instanceof Element && isField(event.target)) return false;
    if (event.key === " ") return at >= 0 && this.space(event, at);
    const move = MOVES[event.key];
    // Arrows scroll the page until a photo has the focus.
    return move !== undefined && at >= 0 && this.move(cards, at, move, event.shiftKey);
  }

  tell(): void {
    const count = this.cards().filter(({ box }) => box.checked).length;
    const told = document.querySelector("[data-chosen-count]");
    if (told) told.textContent = count ? `${count} chosen` : "None chosen";
  }

  private space(event: KeyboardEvent, at: number): boolean {
    // The box's own space is the browser's.
    if (event.target instanceof HTMLInputElement) return false;
    this.toggle(at);
    this.tell();
    return true;
  }

  private toggle(at: number): void {
    const card = this.cards()[at];
    if (!card) return;
    card.box.checked = !card.box.checked;
    this.anchor = at;
  }

  private move(cards: readonly Card[], at: number, move: Move, extend: boolean): boolean {
    const next = at + move(columns(cards));
    const card = cards[next];
    if (!card) return true;
    if (extend) {
      if (!cards[at]?.box.checked) this.anchor = at;
      this.chooseRow(cards, next);
      this.tell();
    }
    card.link.focus();
    card.element.scrollIntoView({ block: "nearest" });
    return true;
  }

  private chooseRow(cards: readonly Card[], to: number): void {
    const [first, last] = [Math.min(this.anchor, to), Math.max(this.anchor, to)];
    for (const { box } of cards.slice(first, last + 1)) box.checked = true;
  }

  private cards(): Card[] {
    return [...this.table.children].flatMap((element) => {
      const link = element.querySelector<HTMLElement>("a[href]");
      const box = element.querySelector<HTMLInputElement>("input[type=checkbox]");
      return element instanceof HTMLElement && link && box ? [{ element, link, box }] : [];
    });
  }

  private place(cards: readonly Card[]): number {
    return cards.findIndex(({ element }) => element.contains(document.activeElement));
  }
}

function columns(cards: readonly Card[]): number {
  const top = cards[0]?.element.offsetTop;
  return Math.max(1, cards.filter(({ element }) => element.offsetTop === top).length);
}
