/** Which shortcut the keys pressed so far make: one key, or several after each other as in "g d". */

/** The next key of a sequence has to follow within this time, in milliseconds. */
const PATIENCE = 1200;

export type Heard = { readonly kind: "none" | "begun" } | { readonly kind: "whole"; keys: string };

export class Sequence {
  private pressed = "";
  private at = 0;

  /** Hears one more key at a time in milliseconds, where these are the shortcuts there are. */
  hear(key: string, known: readonly string[], now: number): Heard {
    const before = now - this.at <= PATIENCE ? this.pressed : "";
    this.at = now;
    const longer = before ? `${before} ${key}` : key;
    if (known.includes(longer)) return this.end({ kind: "whole", keys: longer });
    // A key that does not continue a sequence may begin one; alone it was not meant.
    for (const keys of [longer, key]) {
      if (known.some((one) => one.startsWith(`${keys} `))) {
        this.pressed = keys;
        return { kind: "begun" };
      }
    }
    return this.end({ kind: "none" });
  }

  private end(heard: Heard): Heard {
    this.pressed = "";
    return heard;
  }
}
