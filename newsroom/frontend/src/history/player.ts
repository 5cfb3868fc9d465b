/** Goes on by itself, step after step, until there is no more or somebody stops it. */
import type { Clock } from "../editor/clock";

/** How long each one is to be seen, in milliseconds. */
const EACH = 1000;

export interface Played {
  /** The next one; false where it is the last, or cannot be had. */
  next(): Promise<boolean>;
  onTurn(playing: boolean): void;
}

export class Player {
  /** Set while it plays, and another one for each step: an old one that is late goes no further. */
  private callOff: (() => void) | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly played: Played,
  ) {}

  get playing(): boolean {
    return this.callOff !== null;
  }

  turn(): void {
    if (this.callOff) this.stop();
    else this.play();
  }

  stop(): void {
    if (!this.callOff) return;
    this.callOff();
    this.callOff = null;
    this.played.onTurn(false);
  }

  private play(): void {
    this.callOff = () => undefined;
    this.played.onTurn(true);
    void this.goOn();
  }

  private async goOn(): Promise<void> {
    const { callOff } = this;
    const more = await this.played.next();
    if (this.callOff !== callOff) return;
    if (more) this.callOff = this.clock.after(EACH, () => void this.goOn());
    else this.stop();
  }
}
