/**
 * The newsroom's events in this page. All pages of a browser share one connection, for a browser
 * opens only six to a server: the page that holds the lock leads, has the stream, and tells the
 * others. When it goes, the next one leads.
 */
import { FOR_EVERYONE, type LiveEvent, type LiveListener } from "./event";
import { uniqueName } from "../page/names";
import { Stream } from "./stream";

const NAME = "newsroom-live";

/** While no events come, pages look for themselves this often, in milliseconds. */
const LOOK_EVERY = 30_000;

type Message =
  | { readonly kind: "event"; readonly event: LiveEvent }
  | { readonly kind: "opened" | "lost" | "gap" | "who" | "again" }
  | { readonly kind: "already"; readonly open: boolean }
  | { readonly kind: "wants"; readonly page: string; readonly stories: readonly number[] }
  | { readonly kind: "gone"; readonly page: string };

export class LiveClient {
  private readonly page = uniqueName();
  private readonly listeners = new Set<LiveListener>();
  private readonly channel = new BroadcastChannel(NAME);
  private readonly wants = new Map<string, readonly number[]>();
  private stream: Stream | null = null;
  private open = false;

  constructor(private readonly address: string) {}

  listen(listener: LiveListener): void {
    if (!this.listeners.size) this.start();
    this.listeners.add(listener);
    listener.onStream?.(this.open);
    this.sayWants();
  }

  /** The person is signed in again: a stream that was refused is opened now, not after its wait. */
  again(): void {
    this.tell({ kind: "again" });
  }

  private start(): void {
    this.channel.addEventListener("message", (event: MessageEvent<Message>) => {
      this.hear(event.data);
    });
    window.addEventListener("pagehide", () => {
      this.channel.postMessage({ kind: "gone", page: this.page } satisfies Message);
    });
    window.setInterval(() => {
      if (!this.open) this.gap();
    }, LOOK_EVERY);
    // Held until the page goes; without locks (an address without TLS) each page leads itself.
    const lead = (): Promise<never> => {
      this.lead();
      return new Promise(() => undefined);
    };
    if ("locks" in navigator) void navigator.locks.request(NAME, lead);
    else void lead();
  }

  private lead(): void {
    this.stream = new Stream(this.address, {
      onEvent: (event) => {
        this.tell({ kind: "event", event });
      },
      onStream: (open) => {
        this.tell({ kind: open ? "opened" : "lost" });
      },
      onGap: () => {
        this.tell({ kind: "gap" });
      },
    });
    this.wants.set(this.page, this.wanted());
    this.channel.postMessage({ kind: "who" } satisfies Message);
    this.follow();
  }

  private tell(message: Message): void {
    this.channel.postMessage(message);
    this.hear(message);
  }

  private hear(message: Message): void {
    switch (message.kind) {
      case "event":
        for (const listener of this.listeners) this.hand(listener, message.event);
        return;
      case "opened":
        this.turn(true);
        this.gap();
        return;
      case "gap":
        this.gap();
        return;
      case "lost":
        this.turn(false);
        return;
      case "already":
        if (this.turn(message.open)) this.gap();
        return;
      case "who":
        this.sayWants();
        return;
      case "again":
        if (!this.open) this.stream?.again();
        return;
      default:
        this.note(message);
    }
  }

  private hand(listener: LiveListener, event: LiveEvent): void {
    const { story } = event.facts;
    const everyones = FOR_EVERYONE.has(event.name) || story === undefined;
    if (everyones || listener.stories.includes(story)) listener.onEvent(event);
  }

  private turn(open: boolean): boolean {
    if (open === this.open) return false;
    this.open = open;
    for (const listener of this.listeners) listener.onStream?.(open);
    return open;
  }

  /** The leader keeps who wants what, and follows all of it. */
  private note(message: Extract<Message, { kind: "wants" | "gone" }>): void {
    if (!this.stream) return;
    if (message.kind === "gone") this.wants.delete(message.page);
    else {
      this.wants.set(message.page, message.stories);
      this.channel.postMessage({ kind: "already", open: this.open } satisfies Message);
    }
    this.follow();
  }

  private follow(): void {
    this.stream?.follow([...this.wants.values()].flat());
  }

  private wanted(): number[] {
    return [...this.listeners].flatMap(({ stories }) => stories);
  }

  private sayWants(): void {
    this.tell({ kind: "wants", page: this.page, stories: this.wanted() });
  }

  private gap(): void {
    for (const listener of this.listeners) listener.onGap();
  }
}

let client: LiveClient | null = null;

/** This page's client; null on a page that says no address, as the sign-in page. */
export function liveClient(): LiveClient | null {
  const address = document.body.dataset["liveUrl"];
  if (!client && address) client = new LiveClient(address);
  return client;
}
