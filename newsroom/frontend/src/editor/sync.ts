/** Keeps an editor and the authority in step: sends, rebases, waits, tries again, gives up aloud. */
import type { Step } from "prosemirror-transform";
import { backOff, type Clock, standAside } from "./clock";
import type { Keeper } from "./keeper";
import type { Authority, Entry, News, PullAnswer, SendAnswer, Unanswered } from "./protocol";
import type { Replica } from "./replica";
import type { SaveState } from "./save-state";
import { wordsOnlyIn } from "./words";

/** From a keystroke to the request that carries it, in milliseconds. */
const PAUSE = 300;

/** After a long spell offline the steps go in portions, for a request has a largest size. */
const PORTION = 200;

const LOST_TRACK = "The story changed on the server in a way this page cannot follow.";
const WENT_BACK = "The newsroom has gone back to an earlier version of this story.";
const FAR_BEHIND = "The story changed too much while this page was away.";

export interface SyncEvents {
  onState(state: SaveState): void;
  /** The server will not have these words (none, where it was a deletion): to be copied by hand. */
  onWordsRefused(sentence: string, words: string): void;
  onReadOnly(sentence: string): void;
  onSignedOut(): void;
  /** The confirmed version moved on, by own steps or by another's. */
  onVersion(version: number): void;
  /** Something of the page failed while it took an answer. */
  onStumble(error: unknown): void;
}

export class Sync {
  private sending = false;
  private nudged = false;
  private pulling = false;
  private pullAgain = false;
  private failures = 0;
  /** How often in a row others came first. */
  private clashes = 0;
  private silence: Unanswered["kind"] | null = null;
  private refusal: string | null = null;
  private ended: string | null = null;
  private callOff: (() => void) | null = null;
  private waiters: (() => void)[] = [];

  constructor(
    private readonly replica: Replica,
    private readonly authority: Authority,
    private readonly keeper: Keeper,
    private readonly clock: Clock,
    private readonly events: SyncEvents,
  ) {}

  get unsent(): number {
    return this.replica.unsent().length;
  }

  get state(): SaveState {
    const { unsent } = this;
    if (this.ended) return { kind: "read-only", detail: this.ended };
    if (this.silence) return { kind: this.silence, unsent, safe: this.keeper.safe };
    if (unsent) return { kind: "saving" };
    return this.refusal ? { kind: "refused", detail: this.refusal } : { kind: "saved" };
  }

  /** To be called after each change that was made here. */
  changed(): void {
    if (this.ended) return;
    this.refusal = null;
    this.keep();
    this.report();
    this.sendIn(PAUSE);
  }

  /** The network is back, or the person asks: try now rather than at the end of the wait. */
  nudge(): void {
    this.nudged = this.sending;
    this.sendIn(0);
    void this.pull();
  }

  /** Sends at once. Resolves when nothing is unsent; false where that cannot be reached now. */
  flushed(): Promise<boolean> {
    if (this.ended || !this.unsent) return Promise.resolve(!this.ended);
    this.sendIn(0);
    return new Promise((resolve) => {
      this.waiters.push(() => {
        resolve(!this.unsent && !this.ended);
      });
    });
  }

  /** Fetches what others did; while one fetch is under way, another is remembered. */
  async pull(): Promise<void> {
    this.pullAgain = this.pulling;
    if (this.ended || this.pulling) return;
    this.pulling = true;
    const since = this.replica.version;
    const answer = await this.authority.since(since);
    this.pulling = false;
    await this.take(since, answer);
    if (this.pullAgain) await this.pull();
  }

  /** Takes an answer about the steps since a version, whoever asked for it. */
  async take(since: number, answer: PullAnswer): Promise<void> {
    if (this.ended) return;
    if ("detail" in answer) await this.end(answer.detail);
    else if (answer.kind === "steps") {
      if (!this.failures) this.silence = null;
      await this.receiveNews(since, answer);
    } else {
      if (answer.kind === "signed-out") this.events.onSignedOut();
      this.silence = answer.kind;
    }
    this.report();
  }

  private sendIn(milliseconds: number): void {
    if (this.sending || this.ended || !this.unsent) return;
    if (this.callOff && milliseconds) return;
    this.callOff?.();
    this.callOff = this.clock.after(milliseconds, () => {
      void this.send();
    });
  }

  private async send(): Promise<void> {
    this.callOff = null;
    const { version, client } = this.replica;
    const steps = this.replica.unsent().slice(0, PORTION);
    if (!steps.length) {
      this.release();
      return;
    }
    this.sending = true;
    try {
      await this.settle(await this.authority.send(version, client, steps), version, client, steps);
    } catch (error) {
      // Whatever part of the page stumbles over the answer, the words that are left must still go.
      this.events.onStumble(error);
    }
    this.goOn();
  }

  private goOn(): void {
    this.sending = false;
    this.report();
    if (!this.unsent || this.failures || this.ended) this.release();
    const pause = this.failures ? backOff(this.failures) : standAside(this.clashes);
    this.sendIn(this.nudged ? 0 : pause);
    this.nudged = false;
  }

  private async settle(
    answer: SendAnswer,
    version: number,
    client: string,
    steps: readonly Step[],
  ): Promise<void> {
    this.silence = null;
    this.clashes = answer.kind === "behind" ? this.clashes + 1 : 0;
    switch (answer.kind) {
      case "accepted":
        this.failures = 0;
        return this.receive(
          version,
          steps.map((step) => ({ step, client })),
        );
      case "behind":
        // The newsroom was brought back from a backup that is older than this page.
        if (answer.newest < version) return this.startAgain(WENT_BACK);
        // A clash that teaches nothing new would be repeated at full speed: wait as for a failure.
        this.failures = answer.entries.length ? 0 : this.failures + 1;
        return this.receiveNews(version, answer);
      case "refused":
        return this.startAgain(answer.detail);
      case "forbidden":
        return this.end(answer.detail);
      case "signed-out":
        this.events.onSignedOut();
        break;
      case "unreachable":
        // The answer is lost, but the steps came back with what others did.
        if (!this.unsent) {
          this.settled();
          return;
        }
    }
    this.unanswered(answer.kind);
  }

  private unanswered(kind: Unanswered["kind"]): void {
    this.silence = kind;
    this.failures += 1;
  }

  private async receiveNews(since: number, { entries, newest }: News): Promise<void> {
    await this.receive(since, entries);
    if (this.replica.version >= newest) return;
    if (entries.length) void this.pull();
    else await this.startAgain(FAR_BEHIND);
  }

  private async receive(since: number, entries: readonly Entry[]): Promise<void> {
    const before = this.replica.version;
    try {
      this.replica.receive(since, entries);
    } catch {
      return this.startAgain(LOST_TRACK);
    }
    this.keep();
    if (!this.unsent) this.settled();
    if (this.replica.version !== before) this.events.onVersion(this.replica.version);
  }

  /** Everything has arrived, even where the answer that would have said so was lost. */
  private settled(): void {
    this.failures = 0;
    this.silence = null;
    this.release();
  }

  /** Drops to the server's text. Until that can be had, the words stay where they were typed. */
  private async startAgain(sentence: string): Promise<void> {
    const answer = await this.authority.load();
    if (answer.kind !== "loaded") {
      this.unanswered(answer.kind === "signed-out" ? "signed-out" : "unreachable");
      return;
    }
    // Of a story that went back, confirmed words are missing on the server too.
    const there = sentence === WENT_BACK ? answer.loaded.document : this.replica.base.document;
    const words = wordsOnlyIn(this.replica.document, there);
    const unsent = this.unsent > 0;
    this.failures = 0;
    this.refusal = unsent ? sentence : null;
    if (unsent) this.events.onWordsRefused(sentence, words);
    this.replica.restart(answer.loaded);
    this.keep();
    this.events.onVersion(this.replica.version);
  }

  private async end(sentence: string): Promise<void> {
    await this.startAgain(sentence);
    this.ended = sentence;
    this.events.onReadOnly(sentence);
  }

  private keep(): void {
    const steps = this.replica.unsent();
    if (steps.length) this.keeper.save(this.replica.client, this.replica.base, steps);
    else this.keeper.clear();
  }

  private release(): void {
    const waiters = this.waiters;
    this.waiters = [];
    for (const waiter of waiters) waiter();
  }

  private report(): void {
    this.events.onState(this.state);
  }
}
