/** Seats at the words kept in a browser: each is held by one open page, and free when that is gone. */

/** Each open editor holds a seat: no other editor touches the words kept under its name. */
export interface Seats {
  /** Whether the seat was free and is now taken for as long as the page lives. */
  take(name: string): Promise<boolean>;
}

const lockedSeats: Seats = {
  take(name) {
    return new Promise((taken) => {
      void navigator.locks.request(name, { ifAvailable: true }, (lock) => {
        taken(lock !== null);
        return lock && new Promise(() => undefined);
      });
    });
  },
};

/** How long the page that holds a seat has to say so, in milliseconds. */
const PATIENCE = 250;

interface Call {
  readonly kind: "asks" | "holds";
  readonly seat: string;
}

type Channel = Pick<BroadcastChannel, "postMessage" | "addEventListener" | "removeEventListener">;

/**
 * An address without TLS has no locks: there pages ask each other. Of two that ask for one seat
 * at the same moment neither gets it; its words wait for the next page.
 */
export class AskedSeats implements Seats {
  private readonly held = new Set<string>();

  constructor(private readonly channel: Channel) {
    channel.addEventListener("message", ({ data }: MessageEvent<Call>) => {
      if (data.kind === "asks" && this.held.has(data.seat)) this.call("holds", data.seat);
    });
  }

  async take(name: string): Promise<boolean> {
    if (this.held.has(name)) return false;
    this.held.add(name);
    const free = !(await this.isHeldElsewhere(name));
    if (!free) this.held.delete(name);
    return free;
  }

  private isHeldElsewhere(name: string): Promise<boolean> {
    return new Promise((answer) => {
      const hear = ({ data }: MessageEvent<Call>): void => {
        if (data.kind === "holds" && data.seat === name) settle(true);
      };
      const settle = (held: boolean): void => {
        clearTimeout(timer);
        this.channel.removeEventListener("message", hear);
        answer(held);
      };
      const timer = setTimeout(settle, PATIENCE, false);
      this.channel.addEventListener("message", hear);
      this.call("asks", name);
    });
  }

  private call(kind: Call["kind"], seat: string): void {
    this.channel.postMessage({ kind, seat } satisfies Call);
  }
}

export function browserSeats(): Seats {
  if ("locks" in navigator) return lockedSeats;
  return new AskedSeats(new BroadcastChannel("newsroom-seats"));
}
