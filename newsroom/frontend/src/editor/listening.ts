/** Hears what others do to this story: by the live stream, or by asking where there is none. */
import type { LiveClient } from "../live/live";
import { told, type Told } from "./authority";
import { backOff, type Clock } from "./clock";
import type { Authority } from "./protocol";
import type { Replica } from "./replica";
import type { Sync } from "./sync";

export interface Ears {
  readonly story: number;
  readonly sync: Sync;
  readonly replica: Replica;
  readonly authority: Authority;
  readonly clock: Clock;
  onPanel(): void;
}

export function listenTo(live: LiveClient | null, ears: Ears): void {
  const asking = new Asking(ears);
  if (!live) {
    asking.start();
    return;
  }
  live.listen({
    stories: [ears.story],
    onEvent: ({ name, facts }) => {
      if (name === "panel" || name === "comments") ears.onPanel();
      if (name === "steps" && (facts.version ?? Infinity) > ears.replica.version) {
        hear(ears, told(facts));
      }
    },
    onGap: () => {
      void ears.sync.pull();
      ears.onPanel();
    },
    onStream: (open) => {
      if (open) asking.stop();
      else asking.start();
    },
  });
}

/** Steps that came with their news are taken as they are; those behind a gap are asked for. */
export function hear({ replica, sync }: Pick<Ears, "replica" | "sync">, news: Told | null): void {
  if (news && news.since <= replica.version) void sync.take(news.since, { kind: "steps", ...news });
  else void sync.pull();
}

/** An answer without news may have come at once: the server holds back only so many. */
const BETWEEN = 1000;

/** One request after the other, each held open by the server until somebody writes. */
class Asking {
  private on = false;
  private atIt = false;
  private failures = 0;

  constructor(private readonly ears: Ears) {}

  start(): void {
    this.on = true;
    // The request of before may still be held open: then that one goes on.
    if (!this.atIt) void this.ask();
  }

  stop(): void {
    this.on = false;
  }

  private async ask(): Promise<void> {
    const { authority, clock, replica, sync } = this.ears;
    this.atIt = true;
    const since = replica.version;
    const answer = await authority.waitSince(since);
    await sync.take(since, answer);
    const heard = answer.kind === "steps";
    this.failures = heard ? 0 : this.failures + 1;
    const news = heard && answer.entries.length > 0;
    const pause = news ? 0 : heard ? BETWEEN : backOff(this.failures);
    clock.after(pause, () => {
      this.atIt = this.on && sync.state.kind !== "read-only";
      if (this.atIt) void this.ask();
    });
  }
}
