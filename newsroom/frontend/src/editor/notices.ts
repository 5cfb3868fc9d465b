/** What the editor has to say above the document: sentences, and words that wait to be copied. */
import { make } from "../page/element";
import type { RefusedWords, SetAside } from "./set-aside";

export class Notices {
  private readonly place = make("div", { class: "editor-notices stack" });
  private readonly spoken = new Map<string, HTMLElement>();

  constructor(
    editor: HTMLElement,
    private readonly shelf: RefusedWords,
  ) {
    editor.before(this.place);
    for (const kept of shelf.all()) this.showWords(kept);
  }

  /** Says a sentence under a name; said again it replaces the one before. */
  say(name: string, sentence: string, ...more: readonly Node[]): void {
    this.silence(name);
    const said = make("span", {}, sentence);
    const box = notice("warn", make("div", { class: "cluster" }, said, ...more));
    this.spoken.set(name, box);
    this.place.append(box);
  }

  says(name: string): boolean {
    return this.spoken.has(name);
  }

  silence(name: string): void {
    this.spoken.get(name)?.remove();
    this.spoken.delete(name);
  }

  /** Words the server will not have stay here, over reloads too, until the person is done. */
  setAside(kept: SetAside): void {
    if (!kept.words) return;
    this.shelf.add(kept);
    this.showWords(kept);
  }

  private showWords(kept: SetAside): void {
    const field = make("textarea", { class: "input", readonly: true, rows: "5" }, kept.words);
    field.setAttribute("aria-label", "Your words");
    const copy = make("button", { class: "button", type: "button" }, "Copy the words");
    const done = make("button", { class: "button button--quiet", type: "button" }, "Done with them");
    const actions = make("div", { class: "cluster" }, copy, done);
    const text = make("p", {}, kept.sentence, " These words of yours are not in the story:");
    const box = notice("bad", make("div", { class: "stack stack--tight" }, text, field, actions));
    copy.addEventListener("click", () => {
      field.select();
      if (!("clipboard" in navigator)) {
        // At an address without TLS a page may not copy by itself.
        copy.textContent = "Selected, to be copied by hand";
        return;
      }
      void navigator.clipboard.writeText(kept.words).then(() => {
        copy.textContent = "Copied";
      });
    });
    done.addEventListener("click", () => {
      this.shelf.drop(kept);
      box.remove();
    });
    this.place.append(box);
  }
}

function notice(kind: "warn" | "bad", body: HTMLElement): HTMLElement {
  return make("div", { class: `notice notice--${kind}`, role: "alert" }, body);
}
