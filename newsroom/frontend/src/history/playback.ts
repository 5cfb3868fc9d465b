/** Moves through a story's versions by slider or by itself; without it there is a number and links. */
import { browserClock } from "../editor/clock";
import { make, through } from "../page/element";
import { paces, usual } from "./paces";
import { Player } from "./player";

export function playBack(): void {
  const form = document.querySelector<HTMLFormElement>("#playback");
  const number = form?.querySelector<HTMLInputElement>("input[type=number]");
  const shown = document.getElementById("shown");
  if (form && number && shown) new PlayBack(form, number, shown).start();
}

class PlayBack {
  private readonly range: HTMLInputElement;
  private readonly button = make("button", { class: "button playback__play", type: "button" }, "Play");
  private readonly player = new Player(browserClock, {
    next: () => this.next(),
    onTurn: (playing) => {
      this.button.textContent = playing ? "Pause" : "Play";
    },
  });
  private readonly pace = make("select", { class: "input playback__pace", "aria-label": "Pace" });
  private readonly said = make("output", { class: "bad" });
  private asked: AbortController | null = null;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly number: HTMLInputElement,
    private readonly shown: HTMLElement,
  ) {
    const { min, max, value } = number;
    this.range = make("input", {
      type: "range",
      class: "playback__range",
      id: "playback-range",
      "aria-label": "Play back the story's versions",
      min,
      max,
      value,
    });
    // Set before it is in range, a value would be cut to the range that comes by itself.
    this.range.value = value;
  }

  start(): void {
    const track = make("div", { class: "playback__track" }, this.range);
    // A story that nobody has written in yet has nothing to play.
    if (this.range.max !== this.range.min) track.prepend(this.button);
    this.offerPaces(track);
    this.form.append(track, this.said);
    this.button.addEventListener("click", () => {
      this.player.turn();
    });
    this.range.addEventListener("input", () => {
      this.choose(this.range.value);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.choose(this.number.value);
    });
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.player.stop();
    });
    document.addEventListener("click", (event) => {
      const link = through(event, "a[data-version]");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      // On a phone the list stands below the version that it opens.
      if (!this.shown.contains(link)) this.form.scrollIntoView({ block: "nearest" });
      this.choose(link.dataset["version"] ?? "0");
    });
  }

  private offerPaces(track: HTMLElement): void {
    const all = paces(Number(this.range.max) - Number(this.range.min));
    const chosen = usual(all);
    for (const one of all) {
      this.pace.append(new Option(one.label, String(one.stride), false, one === chosen));
    }
    if (all.length > 1) track.append(this.pace);
  }

  private choose(version: string): void {
    this.player.stop();
    void this.show(version);
  }

  /** From the newest, where the page opens, it begins at the beginning. */
  private async next(): Promise<boolean> {
    const { value, min, max } = this.range;
    const following = Math.min(Number(value) + Number(this.pace.value), Number(max));
    const shown = await this.show(value === max ? min : String(following));
    return shown && this.range.value !== max;
  }

  /**
   * Answers whether it is there. The newest wish only: one that was asked for before and has not
   * come is dropped.
   */
  private async show(version: string): Promise<boolean> {
    this.number.value = this.range.value = version;
    const address = `${this.form.dataset["address"] ?? ""}/${version}`;
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.shown.firstElementChild?.setAttribute("aria-busy", "true");
    const response = await fetch(`${address}?part=1`, { signal: asked.signal }).catch(() => null);
    const html = response?.ok && !response.redirected ? await response.text().catch(() => "") : "";
    if (asked.signal.aborted) return false;
    if (html) {
      this.put(html);
      history.replaceState(null, "", address + keptQuery());
      this.markCurrent(version);
    } else if (response) {
      // The whole page says what is wrong: signed out, or no such version.
      location.assign(address);
    }
    this.said.textContent = html ? "" : `Version ${version} could not be fetched.`;
    this.shown.firstElementChild?.removeAttribute("aria-busy");
    return html !== "";
  }

  private put(html: string): void {
    const focused = document.activeElement;
    const rel = focused && this.shown.contains(focused) ? focused.getAttribute("rel") : null;
    const page = new DOMParser().parseFromString(html, "text/html");
    const before = linesOf(this.shown).map((line) => line.innerHTML);
    this.shown.replaceChildren(...document.adoptNode(page.body).childNodes);
    // Where it was written is in sight; further up or down nothing would seem to happen.
    const changed = linesOf(this.shown).find((line) => !before.includes(line.innerHTML));
    changed?.classList.add("is-changed");
    if (this.player.playing) changed?.scrollIntoView({ block: "nearest" });
    // Who walks with "version after" goes on from the new one.
    if (rel) this.shown.querySelector<HTMLElement>(`a[rel=${rel}]`)?.focus();
  }

  private markCurrent(version: string): void {
    for (const link of document.querySelectorAll(".sittings a[data-version]")) {
      const current = link.getAttribute("data-version") === version;
      if (current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }
}

/** Which page of sittings is open stays in the address. */
function keptQuery(): string {
  const before = new URLSearchParams(location.search).get("before");
  return before ? `?before=${encodeURIComponent(before)}` : "";
}

function linesOf(shown: HTMLElement): HTMLElement[] {
  return [...shown.querySelectorAll<HTMLElement>(".copy__reading > *")];
}
