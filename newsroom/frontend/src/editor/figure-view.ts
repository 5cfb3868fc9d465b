/** A figure in the editor: its picture, its caption, and its credit as fields edited in place. */
import type { Node } from "prosemirror-model";
import { NodeSelection } from "prosemirror-state";
import type { EditorView, NodeView } from "prosemirror-view";
import { make } from "../page/element";
import { type ChosenPhoto, type FigureFacts, withPhoto } from "../photos/chosen";
import { rendition } from "../photos/rendition";
import { shiftFigure } from "./figures";
import { printable } from "./printable";
import { schema } from "./schema";

type FieldName = "creator" | "credit" | "alt";

const FIELDS: readonly (readonly [name: FieldName, label: string, hint: string])[] = [
  ["creator", "Creator", "Who took it"],
  ["credit", "Credit line", "As it prints"],
  ["alt", "Alt text", "What it shows, for those who cannot see it"],
];

/** What the browser tells of a drag on its way. */
const DRAGGED: ReadonlySet<string> = new Set(["dragenter", "dragover", "dragleave", "drop"]);

export interface FigureServices {
  /** Who only suggests words changes no figure. */
  mayChange(): boolean;
  choosePhoto(): Promise<ChosenPhoto | null>;
}

export class FigureView implements NodeView {
  readonly dom = make("figure", { class: "copy__figure figure-edit" });
  readonly contentDOM = make("figcaption", { dir: "auto", "data-placeholder": "Caption" });
  private readonly picture = make("div", { class: "figure-edit__picture" });
  private readonly choose = make("button", { class: "button", type: "button" });
  private readonly fields = new Map<FieldName, HTMLInputElement>();

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly position: () => number | undefined,
    private readonly services: FigureServices,
  ) {
    this.dom.append(this.picture, this.contentDOM, this.controls());
    this.dom.addEventListener("dragstart", (event) => {
      if (this.isHandle(event.target)) this.chooseWhole();
    });
    this.showPicture();
    this.show();
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const [before, now] = [facts(this.node), facts(node)];
    this.node = node;
    if (before.photo !== now.photo || before.crop !== now.crop) this.showPicture();
    this.show();
    return true;
  }

  /** The fields are ordinary inputs; the editor keeps out of what happens in them. */
  stopEvent({ type, target }: Event): boolean {
    if (!(target instanceof globalThis.Node)) return false;
    // A press into the caption chooses words there; to the library it would lift the figure.
    if (this.contentDOM.contains(target)) return type === "mousedown";
    // What of the story is dragged may pass over the figure, and is let go beside it.
    if (type === "dragstart") return !this.isHandle(target);
    if (this.view.dragging && DRAGGED.has(type)) return false;
    return target !== this.dom;
  }

  ignoreMutation({ target }: { target: globalThis.Node }): boolean {
    return !this.contentDOM.contains(target);
  }

  /** The figure is dragged by its picture, or by the margin around it. */
  private isHandle(target: EventTarget | null): boolean {
    return target === this.dom || (target instanceof Element && this.picture.contains(target));
  }

  /** What is dragged is what is chosen: so it is the figure as it stands when it is let go. */
  private chooseWhole(): void {
    const at = this.position();
    if (at === undefined) return;
    const { selection, tr, doc } = this.view.state;
    if (selection.from <= at && at + this.node.nodeSize <= selection.to) return;
    this.view.dispatch(tr.setSelection(NodeSelection.create(doc, at)));
  }

  private controls(): HTMLElement {
    const rows = FIELDS.map(([name, label, hint]) => this.field(name, label, hint));
    this.choose.addEventListener("click", () => void this.replacePhoto());
    const remove = make("button", { class: "button button--quiet", type: "button" }, "Take out");
    remove.addEventListener("click", () => {
      this.takeOut();
    });
    const moves = [this.shifts("up"), this.shifts("down")];
    const actions = make("div", { class: "cluster" }, this.choose, ...moves, remove);
    const box = make("div", { class: "figure-edit__fields" }, ...rows, actions);
    box.contentEditable = "false";
    return box;
  }

  /** For who has no pointer to drag with. */
  private shifts(way: "up" | "down"): HTMLElement {
    const words = `Move ${way}`;
    const button = make("button", { class: "button button--quiet", type: "button" }, words);
    button.addEventListener("click", () => {
      const at = this.position();
      const tr = at === undefined ? null : shiftFigure(this.view.state, at, way);
      if (!tr) return;
      this.view.dispatch(tr.scrollIntoView());
      // It was drawn again where it stands now, and the next press is meant for it too.
      const drawn = this.view.nodeDOM(this.view.state.selection.from);
      const again = drawn instanceof HTMLElement ? [...drawn.querySelectorAll("button")] : [];
      again.find(({ textContent }) => textContent === words)?.focus({ preventScroll: true });
    });
    return button;
  }

  private field(name: FieldName, label: string, hint: string): HTMLElement {
    const input = make("input", { class: "input", type: "text", placeholder: hint, dir: "auto" });
    input.maxLength = 2000;
    input.addEventListener("input", () => {
      this.set(name, printable(input.value));
    });
    this.fields.set(name, input);
    return make("label", { class: "figure-edit__field" }, make("span", {}, label), input);
  }

  private show(): void {
    const editable = this.view.editable && this.services.mayChange();
    const figure = facts(this.node);
    for (const [name, input] of this.fields) {
      // Writing the value a person just typed would move their cursor to its end.
      if (input.value !== figure[name]) input.value = figure[name];
      input.disabled = !editable;
    }
    this.choose.textContent = figure.photo === null ? "Choose a photo" : "Change the photo";
    this.choose.parentElement?.toggleAttribute("hidden", !editable);
    this.picture.draggable = editable;
    this.contentDOM.classList.toggle("is-empty", this.node.content.size === 0);
  }

  private showPicture(): void {
    const { photo, alt, crop } = facts(this.node);
    this.picture.contentEditable = "false";
    if (photo === null) {
      this.picture.replaceChildren(
        make("p", { class: "copy__awaited" }, "This figure awaits its image."),
      );
      return;
    }
    const image = rendition(photo, crop ?? "medium", alt);
    image.draggable = false;
    this.picture.replaceChildren(image);
  }

  private set(name: FieldName, value: string): void {
    const at = this.position();
    if (at !== undefined) this.view.dispatch(this.view.state.tr.setNodeAttribute(at, name, value));
  }

  private async replacePhoto(): Promise<void> {
    const chosen = await this.services.choosePhoto();
    const at = this.position();
    if (!chosen || at === undefined) return;
    const { tr } = this.view.state;
    for (const [name, value] of Object.entries(withPhoto(facts(this.node), chosen))) {
      if (this.node.attrs[name] !== value) tr.setNodeAttribute(at, name, value);
    }
    const caption = printable(chosen.caption).replace(/\s+/g, " ").trim();
    if (!this.node.content.size && caption) tr.insert(at + 1, schema.text(caption));
    this.view.dispatch(tr);
    this.view.focus();
  }

  private takeOut(): void {
    const at = this.position();
    if (at === undefined) return;
    this.view.dispatch(this.view.state.tr.delete(at, at + this.node.nodeSize));
    this.view.focus();
  }
}

function facts(node: Node): FigureFacts {
  return node.attrs as unknown as FigureFacts;
}
