/** The card at the words of a comment: a thread as the panel shows it, or a comment being written. */
import type { EditorView } from "prosemirror-view";
import { giveBack, putUnder, withoutIds } from "../page/card";
import { make, through, under } from "../page/element";
import { renew, typedIn } from "../page/renew";
import { takeIn } from "./comment-forms";
import { aboutIn, setAbout, type Stretch, threadAt, threadsIn } from "./threads";

export interface CardPlaces {
  /** The form of the panel in which a comment is begun. */
  form(): HTMLFormElement | null;
  reveal(element: HTMLElement | null): void;
}

export class CommentCard {
  /** The thread that is shown; null while a comment is being begun. */
  private thread: number | null = null;
  /** A thread whose mark was clicked before the panel had it: it opens when the panel comes. */
  private wanted: number | null = null;
  private readonly box = make("div", {
    class: "finding-card comment-card",
    role: "dialog",
    "aria-label": "Comment",
    hidden: true,
  });

  constructor(
    private readonly view: EditorView,
    private readonly places: CardPlaces,
  ) {
    document.body.append(this.box);
    view.dom.addEventListener("click", (event) => {
      const id = under(event, "[data-thread]")?.dataset["thread"];
      if (id && !under(event, "[data-finding]:not(.mark-finding--note)")) this.open(Number(id));
    });
    document.addEventListener("mousedown", (event) => {
      this.wanted = null;
      const { target } = event;
      // A dialog over the page asks about what the card is to do.
      if (!this.isOpen || !(target instanceof Node) || through(event, "dialog")) return;
      if (!this.box.contains(target)) this.close();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      this.close();
      this.view.focus();
    });
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  /** False where the thread has no words in the text to stand at, or is not in the panel yet. */
  open(id: number): boolean {
    const thread = this.placeOf(id);
    const inPanel = document.getElementById(`thread-${id}`);
    this.wanted = thread && !inPanel ? id : null;
    if (!thread || !inPanel) return false;
    this.close();
    this.show([...withoutIds(inPanel).childNodes], thread);
    this.thread = id;
    return true;
  }

  /** What the button and the key do: about the chosen words, in the thread at the cursor, or below. */
  begin(): void {
    const { selection } = this.view.state;
    const thread = selection.empty ? threadAt(this.view.state, selection.from) : undefined;
    if (thread && this.open(thread.id)) this.enter();
    else if (selection.empty) this.writeInPanel();
    else this.writeAbout({ from: selection.from, to: selection.to });
  }

  close(): void {
    if (!this.isOpen) return;
    for (const words of giveBack(this.box)) takeIn(words);
    this.box.hidden = true;
    this.box.replaceChildren();
    this.thread = null;
    if (aboutIn(this.view.state)) this.view.dispatch(setAbout(this.view.state, null));
  }

  /** The panel was fetched again: the card says what it says, unless somebody types in it. */
  renew(): void {
    if (this.wanted !== null) this.open(this.wanted);
    if (!this.isOpen || this.thread === null || typedIn(this.box).length) return;
    const inPanel = document.getElementById(`thread-${this.thread}`);
    if (inPanel && this.placeOf(this.thread)) renew(this.box, withoutIds(inPanel));
    else this.close();
  }

  private placeOf(id: number): Stretch | undefined {
    return threadsIn(this.view.state).find((one) => one.id === id);
  }

  /** The words moved while somebody writes about them: the form names where they stand now. */
  follow(about: Stretch | null): void {
    const form = this.box.querySelector("form");
    if (form && this.isOpen) name(form, about);
  }

  private writeAbout(about: Stretch): void {
    const original = this.places.form();
    if (!original) return;
    this.close();
    const form = withoutIds(original) as HTMLFormElement;
    const words = this.view.state.doc.textBetween(about.from, about.to, " ");
    const said = form.querySelector<HTMLElement>("[data-about]");
    if (said) {
      said.textContent = words;
      said.hidden = false;
    }
    this.view.dispatch(setAbout(this.view.state, about));
    name(form, about);
    this.show([form], about);
    this.enter();
  }

  private writeInPanel(): void {
    const form = this.places.form();
    this.places.reveal(form);
    form?.querySelector("textarea")?.focus();
  }

  private enter(): void {
    const seen = (kind: "textarea" | "button"): HTMLElement | undefined =>
      [...this.box.querySelectorAll(kind)].find((one) => one.checkVisibility());
    (seen("textarea") ?? seen("button"))?.focus({ preventScroll: true });
  }

  private show(content: readonly Node[], { from, to }: Stretch): void {
    this.box.replaceChildren(...content);
    this.box.hidden = false;
    const start = this.view.coordsAtPos(from);
    const end = this.view.coordsAtPos(to, -1);
    putUnder(this.box, new DOMRect(start.left, start.top, 0, end.bottom - start.top));
  }
}

function name(form: HTMLFormElement, about: Stretch | null): void {
  for (const side of ["from", "to"] as const) {
    const field = form.querySelector<HTMLInputElement>(`input[name="${side}"]`);
    if (field) field.value = about ? String(about[side]) : "";
  }
}
