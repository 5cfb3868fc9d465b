/** The one connection of a browser on which events come in, opened again whenever it is lost. */
import { backOff } from "../editor/clock";
import { EVENT_NAMES, type LiveEvent } from "./event";

export interface StreamListener {
  onEvent(event: LiveEvent): void;
  onStream(open: boolean): void;
  /** More was missed than the server can tell. */
  onGap(): void;
}

export class Stream {
  private source: EventSource | null = null;
  private stories = "";
  private lastId = "";
  private failures = 0;
  private retry = 0;

  constructor(
    private readonly address: string,
    private readonly listener: StreamListener,
  ) {}

  /** Opens for these stories, or for others than before, without missing what comes in between. */
  follow(stories: readonly number[]): void {
    const wanted = [...new Set(stories)].sort((a, b) => a - b).join(",");
    if (this.source && wanted === this.stories) return;
    this.stories = wanted;
    this.open();
  }

  /** Tries now; what was waited for may be here. */
  again(): void {
    this.failures = 0;
    this.open();
  }

  close(): void {
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private open(): void {
    this.close();
    const source = new EventSource(this.url(), { withCredentials: true });
    this.source = source;
    source.addEventListener("open", () => {
      this.failures = 0;
      this.listener.onStream(true);
    });
    source.addEventListener("error", () => {
      this.lost(source);
    });
    source.addEventListener("afresh", () => {
      this.listener.onGap();
    });
    for (const name of EVENT_NAMES) {
      source.addEventListener(name, (event: MessageEvent<string>) => {
        this.lastId = event.lastEventId || this.lastId;
        this.listener.onEvent({ name, facts: JSON.parse(event.data) as LiveEvent["facts"] });
      });
    }
  }

  /** A dropped connection the browser opens again by itself; a refused one it gives up. */
  private lost(source: EventSource): void {
    this.listener.onStream(false);
    if (source !== this.source || source.readyState !== EventSource.CLOSED) return;
    this.failures += 1;
    this.retry = window.setTimeout(() => {
      this.open();
    }, backOff(this.failures));
  }

  private url(): string {
    const url = new URL(this.address, location.href);
    for (const story of this.stories.split(",").filter(Boolean)) {
      url.searchParams.append("story", story);
    }
    if (this.lastId) url.searchParams.set("last", this.lastId);
    return url.href;
  }
}
