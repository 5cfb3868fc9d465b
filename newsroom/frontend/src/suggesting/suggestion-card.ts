/** The card of a suggestion at its words: what the panel says of it, with the same buttons. */
import type { EditorView } from "prosemirror-view";
import { putUnder, withoutIds } from "../page/card";
import { make, under } from "../page/element";
import { renew } from "../page/renew";

export class SuggestionCard {
  private shown: string | null = null;
  /** One whose words were clicked before the panel had it: it opens when the panel comes. */
  private wanted: string | null = null;
  private readonly box = make("div", {
    class: "finding-card",
    role: "dialog",
    "aria-label": "Suggestion",
    hidden: true,
  });

  constructor(private readonly view: EditorView) {
    document.body.append(this.box);
    view.dom.addEventListener("click", (event) => {
      const id = under(event, "[data-suggestion]")?.dataset["suggestion"];
      // Of several marks over one another, those that ask more come first.
      const other = under(event, "[data-finding]:not(.mark-finding--note), [data-thread]");
      if (id && !other) this.open(id);
    });
    document.addEventListener("mousedown", ({ target }) => {
      this.wanted = null;
      if (target instanceof Node && !this.box.contains(target)) this.close();
    });
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close();
      this.view.focus();
    });
  }

  /** False where the panel does not say anything of it yet. */
  open(id: string): boolean {
    const mark = this.view.dom.querySelector(`[data-suggestion="${CSS.escape(id)}"]`);
    const inPanel = document.getElementById(`suggestion-${id}`);
    this.wanted = mark && !inPanel ? id : null;
    if (!mark || !inPanel) return false;
    renew(this.box, withoutIds(inPanel));
    this.box.hidden = false;
    this.shown = id;
    putUnder(this.box, mark.getBoundingClientRect());
    return true;
  }

  close(): void {
    this.box.hidden = true;
    this.shown = null;
  }

  renew(): void {
    const id = this.wanted ?? this.shown;
    if (id !== null && !this.open(id)) this.close();
  }
}
