/** The card of a finding at its words: what the panel says of it, with the same buttons. */
import type { EditorView } from "prosemirror-view";
import { putUnder, withoutIds } from "../page/card";
import { make, under } from "../page/element";
import { type Finding, findingsIn } from "./findings";

/** The pointer may pass over a mark, and leave it for the card, for so many milliseconds. */
const OPEN_AFTER = 250;
const CLOSE_AFTER = 350;

/** What is quoted or left alone stays as it is. */
const TO_WRITE: readonly string[] = ["known", "probable"];

export class FindingCard {
  private readonly box = make("div", {
    class: "finding-card",
    role: "dialog",
    "aria-label": "Finding",
    hidden: true,
  });
  private timer = 0;
  /** Opened by the pointer over its words, and not by a click or a key. */
  private passing = false;

  constructor(private readonly view: EditorView) {
    document.body.append(this.box);
    view.dom.addEventListener("mouseover", (event) => {
      const id = markUnder(event);
      if (id) this.soon(OPEN_AFTER, id);
    });
    view.dom.addEventListener("mouseout", () => {
      this.soon(CLOSE_AFTER, null);
    });
    view.dom.addEventListener("click", (event) => {
      const id = markUnder(event);
      if (id) this.open(id);
      else this.close();
    });
    this.box.addEventListener("mouseover", () => {
      window.clearTimeout(this.timer);
    });
    this.box.addEventListener("mouseleave", () => {
      this.soon(CLOSE_AFTER, null);
    });
    document.addEventListener("pointerdown", ({ target }) => {
      const outside = target instanceof Node && !this.view.dom.contains(target);
      if (outside && !this.box.contains(target)) this.close();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close();
      this.view.focus();
    });
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  /** False where the finding has no words of its own in the text to stand at. */
  open(id: number): boolean {
    window.clearTimeout(this.timer);
    const finding = findingsIn(this.view.state).find((one) => one.id === id);
    const mark = this.view.dom.querySelector(`[data-finding="${id}"]`);
    if (!finding || !mark) {
      this.close();
      return false;
    }
    this.passing = false;
    this.box.replaceChildren(...(inPanel(finding) ?? this.ofJustTyped(finding)));
    this.box.hidden = false;
    putUnder(this.box, mark.getBoundingClientRect());
    return true;
  }

  /** For the keyboard: the focus goes to the first thing that can be decided. */
  enter(): void {
    const button = this.box.querySelector<HTMLElement>("button, summary");
    (button ?? this.box.querySelector<HTMLElement>("a[href]"))?.focus();
  }

  close(): void {
    window.clearTimeout(this.timer);
    this.box.hidden = true;
  }

  /** All that can be answered before the worker has read it: to write it as the house does. */
  private ofJustTyped(finding: Finding): Node[] {
    const { words, suggestion, reason, kind } = finding;
    const said = [
      make("p", {}, words, ...(suggestion ? [" → ", make("strong", {}, suggestion)] : [])),
      ...(reason ? [make("p", { class: "muted" }, reason)] : []),
    ];
    if (!suggestion || !this.view.editable || !TO_WRITE.includes(kind)) return said;
    const button = make("button", { class: "button", type: "button" }, "Accept");
    button.addEventListener("click", () => {
      this.write(finding.id);
    });
    return [...said, button];
  }

  /** In place of the words, wherever they stand by now; an ordinary edit, undone as any other. */
  private write(id: number): void {
    const { state } = this.view;
    const finding = findingsIn(state).find((one) => one.id === id);
    this.close();
    this.view.focus();
    if (!finding?.suggestion || state.doc.textBetween(finding.from, finding.to) !== finding.words) return;
    this.view.dispatch(state.tr.insertText(finding.suggestion, finding.from, finding.to));
  }

  /** What the pointer does over a card that was asked for, or under which the page scrolls, is nothing. */
  private soon(milliseconds: number, id: number | null): void {
    window.clearTimeout(this.timer);
    // Nor does one go away under the hands of somebody who types a reason.
    if (this.box.contains(document.activeElement) || (this.isOpen && !this.passing)) return;
    this.timer = window.setTimeout(() => {
      if (id) this.passing = this.open(id);
      else this.close();
    }, milliseconds);
  }
}

/** Of several marks over one another, the one that asks for a decision. */
function markUnder(event: MouseEvent): number | null {
  const asking = under(event, "[data-finding]:not(.mark-finding--note)");
  const id = (asking ?? under(event, "[data-finding]"))?.dataset["finding"];
  return id ? Number(id) : null;
}

/** What the panel says of a finding that the worker knows; null of one in words just typed. */
function inPanel({ id }: Finding): Node[] | null {
  const found = document.getElementById(`finding-${id}`);
  return found && [...withoutIds(found).childNodes];
}
