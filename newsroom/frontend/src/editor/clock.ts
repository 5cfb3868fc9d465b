/** Waiting, as something a test can take into its own hands. */

export interface Clock {
  /** Runs `act` after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

export const browserClock: Clock = {
  after(milliseconds, act) {
    const timer = window.setTimeout(act, milliseconds);
    return () => {
      window.clearTimeout(timer);
    };
  },
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/** How long to wait, in milliseconds, after so many failures in a row. */
export function backOff(failures: number): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1));
}

const LONGEST_ASIDE = 60;

/** How long to wait, in milliseconds, after others came first so many times in a row: all who lost
 * hear of it at once, and would come back at once. */
export function standAside(clashes: number): number {
  return clashes > 1 ? Math.random() * LONGEST_ASIDE : 0;
}

/** A trigger that acts once things have been quiet for so many milliseconds. */
export function whenQuiet(clock: Clock, milliseconds: number, act: () => void): () => void {
  let callOff: (() => void) | null = null;
  return () => {
    callOff?.();
    callOff = clock.after(milliseconds, act);
  };
}

/** A frame is drawn sooner than this, in milliseconds, or nobody sees the page. */
const UNSEEN = 300;

/** Acts once, when the next frame is on the screen; a page that is not seen draws none. */
export function afterDrawing(act: () => void): void {
  let acted = false;
  const once = (): void => {
    if (!acted) act();
    acted = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, UNSEEN);
}

/** A trigger that acts once before the next frame is drawn, however often it was pulled until then. */
export function withNextFrame(act: () => void): () => void {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      act();
    });
  };
}
