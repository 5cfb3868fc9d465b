/** Offers the names that an @ and some letters may mean, under the field in which they are typed. */
import { make, through } from "../page/element";

interface Named {
  readonly name: string;
  readonly full_name: string;
}

/** What is typed of a name, up to the cursor. */
const TYPED = /(?:^|[^\w@.-])@([\w.-]*)$/;

const PAUSE = 120;

export function suggestNames(address: string): void {
  const list = new NameList(address);
  document.addEventListener("input", (event) => {
    const field = through(event, "[data-mentions]");
    if (field instanceof HTMLTextAreaElement) list.look(field);
  });
  // Before any other ear: while names are offered, the keys are theirs.
  const hear = (event: KeyboardEvent): void => {
    list.hear(event);
  };
  document.addEventListener("keydown", hear, { capture: true });
  document.addEventListener("focusout", (event) => {
    if (through(event, "[data-mentions]")) list.hide();
  });
}

class NameList {
  private readonly box = make("ul", {
    class: "name-list",
    role: "listbox",
    id: "name-list",
    "aria-label": "People",
    hidden: true,
  });
  private field: HTMLTextAreaElement | null = null;
  private people: readonly Named[] = [];
  private chosen = 0;
  private timer = 0;
  private asked = "";

  constructor(private readonly address: string) {
    // The field keeps the focus while a name is chosen with the pointer.
    this.box.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const index = Number(through(event, "[data-index]")?.dataset["index"] ?? -1);
      if (index >= 0) this.take(index);
    });
  }

  look(field: HTMLTextAreaElement): void {
    window.clearTimeout(this.timer);
    const [, typed] = TYPED.exec(field.value.slice(0, field.selectionStart)) ?? [];
    if (typed === undefined) {
      this.hide();
      return;
    }
    this.asked = typed;
    this.timer = window.setTimeout(() => void this.ask(field, typed), PAUSE);
  }

  hear(event: KeyboardEvent): void {
    if (this.box.hidden || event.isComposing) return;
    const act = this.keys()[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  hide(): void {
    window.clearTimeout(this.timer);
    this.asked = "";
    this.box.hidden = true;
    this.field?.removeAttribute("aria-controls");
    this.field?.removeAttribute("aria-activedescendant");
  }

  private keys(): Readonly<Record<string, () => void>> {
    const move = (by: number) => (): void => {
      this.chosen = (this.chosen + by + this.people.length) % this.people.length;
      this.show();
    };
    const take = (): void => {
      this.take(this.chosen);
    };
    const hide = (): void => {
      this.hide();
    };
    return { ArrowDown: move(1), ArrowUp: move(-1), Enter: take, Tab: take, Escape: hide };
  }

  private async ask(field: HTMLTextAreaElement, typed: string): Promise<void> {
    const url = `${this.address}?q=${encodeURIComponent(typed)}`;
    const response = await fetch(url, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!response?.ok || this.asked !== typed || document.activeElement !== field) return;
    const { people } = (await response.json()) as { people: readonly Named[] };
    this.field = field;
    this.people = people;
    this.chosen = 0;
    if (people.length) this.show();
    else this.hide();
  }

  private show(): void {
    const { field } = this;
    if (!field) return;
    this.box.replaceChildren(...this.people.map((one, index) => this.row(one, index)));
    field.after(this.box);
    this.box.hidden = false;
    field.setAttribute("aria-controls", this.box.id);
    field.setAttribute("aria-activedescendant", `name-${this.chosen}`);
  }

  private row({ name, full_name }: Named, index: number): HTMLElement {
    return make(
      "li",
      {
        id: `name-${index}`,
        role: "option",
        "aria-selected": String(index === this.chosen),
        "data-index": String(index),
      },
      full_name,
      make("span", { class: "muted" }, ` @${name}`),
    );
  }

  private take(index: number): void {
    const { field } = this;
    const person = this.people[index];
    if (!field || !person) return;
    const before = field.value.slice(0, field.selectionStart).replace(/[\w.-]*$/, "");
    field.setRangeText(`${person.name} `, before.length, field.selectionStart, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    this.hide();
  }
}
