/** A choice that holds for this tab: told again after a reload, and to no other tab. */

export interface Remembered {
  get(): string | null;
  set(value: string): void;
}

/**
 * Says in the store that all tabs share, and that is read anyway, whether the tab's own is worth a
 * look: its first one waits for another process.
 */
const EVER = "newsroom/remembered";

export function rememberedHere(name: string): Remembered {
  return {
    get: () => tried(() => (localStorage.getItem(EVER) ? sessionStorage.getItem(name) : null)),
    set: (value) => {
      tried(() => {
        sessionStorage.setItem(name, value);
        localStorage.setItem(EVER, "1");
        return null;
      });
    },
  };
}

/** A browser may keep nothing for a page; then nothing is remembered. */
function tried<Value>(act: () => Value | null): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}
