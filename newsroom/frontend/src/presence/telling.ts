/** When a page tells where its person is: often while they move, now and then while they rest. */
import type { Clock } from "../editor/clock";

/** All in milliseconds. */
const BETWEEN = 600;
const RESTING = 12_000;
const TYPING_LASTS = 3_000;
const HIDDEN_LEAVES = 60_000;

export interface Telling {
  /** Says it to the server; false where that did not work. */
  say(): Promise<boolean>;
  leave(): void;
  /** Nobody else is here who would see a cursor move. */
  alone(): boolean;
}

export class Teller {
  private on = true;
  private pausing = false;
  private news = false;
  private callOffRest: (() => void) | null = null;
  private callOffTyping: (() => void) | null = null;
  private callOffLeaving: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly telling: Telling,
  ) {}

  get typing(): boolean {
    return this.callOffTyping !== null;
  }

  /** Comes in, or says at once what it would say a little later. */
  tell(): void {
    this.news = true;
    if (this.on && !this.pausing) void this.say();
  }

  moved(): void {
    if (!this.telling.alone()) this.tell();
  }

  typed(): void {
    this.callOffTyping?.();
    this.callOffTyping = this.clock.after(TYPING_LASTS, () => {
      this.callOffTyping = null;
      this.moved();
    });
    this.moved();
  }

  /** Who leaves the page in the background for long is not in the story. */
  hidden(): void {
    this.callOffLeaving ??= this.clock.after(HIDDEN_LEAVES, () => {
      this.stop();
    });
  }

  shown(): void {
    this.callOffLeaving?.();
    this.callOffLeaving = null;
    if (this.on) return;
    this.on = true;
    this.tell();
  }

  stop(): void {
    if (this.on) this.telling.leave();
    this.on = false;
    this.callOffRest?.();
  }

  private async say(): Promise<void> {
    this.news = false;
    this.pausing = true;
    this.callOffRest?.();
    const told = await this.telling.say();
    // What does not answer is not asked at the speed of a cursor.
    this.clock.after(told ? BETWEEN : RESTING, () => {
      this.pausing = false;
      if (this.news) this.tell();
    });
    if (!this.on) return;
    this.callOffRest = this.clock.after(RESTING, () => {
      this.tell();
    });
  }
}
