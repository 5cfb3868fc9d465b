/** Forms marked `data-uploads` take dropped files and send many at once, each with its own row. */
import { make } from "../page/element";
import { giveUp, Refused, sendFile, type Place, type Told } from "./send-file";

const AT_ONCE = 3;
const SAID = ["sender", "caption"];

/** A file, its row, and what became of it. */
interface Row {
  readonly file: File;
  readonly place: Place;
  readonly line: HTMLLIElement;
  readonly bar: HTMLProgressElement;
  readonly state: HTMLElement;
  readonly button: HTMLButtonElement;
  stop: AbortController;
  token: string;
  end: "" | "taken" | "refused" | "cancelled";
  photo: number | null;
  already: boolean;
}

export function sendChosenPhotos(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-uploads]")) {
    const field = form.querySelector<HTMLInputElement>("input[type=file]");
    const list = form.querySelector<HTMLElement>("[data-uploads-list]");
    if (field && list) new Uploads(form, field, list);
  }
}

class Uploads {
  private readonly rows: Row[] = [];
  private readonly waiting: Row[] = [];
  private going = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly field: HTMLInputElement,
    private readonly list: HTMLElement,
  ) {
    for (const kind of ["dragenter", "dragover"]) {
      form.addEventListener(kind, (event) => {
        event.preventDefault();
        form.classList.add("is-over");
      });
    }
    for (const kind of ["dragleave", "drop"]) {
      form.addEventListener(kind, () => {
        form.classList.remove("is-over");
      });
    }
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      if (this.complete()) this.take(event.dataTransfer?.files);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.take(field.files);
    });
    addEventListener("beforeunload", (event) => {
      if (this.going) event.preventDefault();
    });
  }

  /** What stands beside the files must be filled in first; the browser says so. */
  private complete(): boolean {
    return SAID.every((name) => this.said(name)?.reportValidity() ?? true);
  }

  private said(name: string): HTMLInputElement | null {
    const found = this.form.elements.namedItem(name);
    return found instanceof HTMLInputElement ? found : null;
  }

  private take(files: FileList | null | undefined): void {
    const said: Record<string, string> = {};
    for (const name of SAID) said[name] = this.said(name)?.value ?? "";
    const place = { address: this.form.dataset["uploads"] ?? "", said };
    for (const file of files ?? []) this.add(file, place);
    this.field.value = "";
    const caption = this.said("caption");
    if (caption) caption.value = "";
    this.goOn();
  }

  private add(file: File, place: Place): void {
    const row: Row = {
      file,
      place,
      line: make("li", { class: "upload" }),
      bar: make("progress", { max: String(file.size || 1), value: "0", "aria-label": file.name }),
      state: make("span", { class: "upload__state" }, "Waits"),
      button: make("button", { class: "button button--quiet", type: "button" }),
      stop: new AbortController(),
      token: "",
      end: "",
      photo: null,
      already: false,
    };
    row.button.addEventListener("click", () => {
      if (row.end) this.again(row);
      else this.cancel(row);
    });
    row.line.append(make("span", { class: "upload__name" }, file.name), row.bar, row.state, row.button);
    this.list.append(row.line);
    this.rows.push(row);
    this.queue(row);
  }

  private queue(row: Row): void {
    row.button.replaceChildren("Cancel", hidden(` ${row.file.name}`));
    this.waiting.push(row);
  }

  private again(row: Row): void {
    row.end = "";
    row.stop = new AbortController();
    row.line.classList.remove("is-bad");
    show(row, "Waits");
    this.queue(row);
    this.goOn();
  }

  private cancel(row: Row): void {
    row.stop.abort();
    if (this.waiting.includes(row)) {
      this.waiting.splice(this.waiting.indexOf(row), 1);
      this.finish(row, "cancelled", "Cancelled");
    }
  }

  private goOn(): void {
    while (this.going < AT_ONCE && this.waiting.length) {
      const row = this.waiting.shift();
      if (row) void this.send(row);
    }
    if (!this.going && !this.waiting.length && this.rows.length) this.sumUp();
  }

  private async send(row: Row): Promise<void> {
    this.going += 1;
    try {
      const told = await sendFile(row.place, row.file, row.stop.signal, (now) => {
        row.token = now.token;
        row.bar.value = now.offset;
        row.button.hidden = now.state === "waiting"; // a worker has it: too late to cancel
        const percent = Math.floor((100 * now.offset) / (now.size || 1));
        show(row, now.state === "waiting" ? "Being taken in" : `${percent} %`);
      });
      this.ended(row, told);
    } catch (error) {
      this.broken(row, error);
    }
    this.going -= 1;
    this.goOn();
  }

  private ended(row: Row, told: Told): void {
    if (told.state === "refused") {
      this.finish(row, "refused", told.sentence);
      return;
    }
    row.photo = told.photo;
    row.already = told.already;
    this.link(row);
    row.bar.value = row.bar.max;
    this.finish(row, "taken", told.already ? "Already in the library" : "Added");
  }

  /** In the library each name leads to its photo; who sends from outside has no way in. */
  private link({ photo, line, file }: Row): void {
    const library = this.form.dataset["library"];
    if (!library || !photo) return;
    const link = make("a", { href: `${library}/${photo}` }, file.name);
    line.querySelector(".upload__name")?.replaceChildren(link);
  }

  private broken(row: Row, error: unknown): void {
    if (row.stop.signal.aborted) {
      if (row.token) void giveUp(row.place, row.token);
      this.finish(row, "cancelled", "Cancelled");
      return;
    }
    const sentence = error instanceof Refused ? error.message : "It could not be sent.";
    this.finish(row, "refused", sentence);
  }

  private finish(row: Row, end: Row["end"], words: string): void {
    row.end = end;
    row.button.hidden = false;
    row.line.classList.toggle("is-bad", end === "refused");
    show(row, end === "refused" ? `${row.file.name}: ${words}` : words);
    if (end === "refused") row.state.setAttribute("role", "alert");
    if (end === "taken") row.button.remove();
    else row.button.replaceChildren("Try again", hidden(` ${row.file.name}`));
  }

  private sumUp(): void {
    const report = this.form.querySelector("[data-uploads-report]");
    const taken = this.rows.filter((row) => row.end === "taken");
    const library = this.form.dataset["library"];
    if (library && taken.length === this.rows.length) {
      const only = taken.length === 1 ? taken[0]?.photo : null;
      location.assign(only ? `${library}/${only}` : library);
      return;
    }
    const show = make("a", { href: location.href }, "Show the library");
    const words = library ? this.counted(taken) : `${taken.length} of ${this.rows.length} sent. `;
    report?.replaceChildren(words, ...(library && taken.length ? [show] : []));
  }

  private counted(taken: readonly Row[]): string {
    const known = taken.filter(({ already }) => already).length;
    const parts = [`${taken.length - known} of ${this.rows.length} added`];
    if (known) parts.push(`${known} in the library already`);
    return `${parts.join(", ")}. `;
  }
}

function show(row: Row, words: string): void {
  row.state.textContent = words;
}

function hidden(words: string): HTMLElement {
  return make("span", { class: "visually-hidden" }, words);
}
