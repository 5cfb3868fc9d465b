/** A choice that holds for this tab: told again after a reload, and to no other tab. */

export interface Remembered {
  get(): string | null;
  set(value: string): void;
}

export function rememberedHere(name: string): Remembered {
  return {
    get: () => tried(() => sessionStorage.getItem(name)),
    set: (value) => {
      tried(() => {
        sessionStorage.setItem(name, value);
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
