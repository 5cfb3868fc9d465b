/** The question about the words just typed, as it goes to the server. */
import type { AskTyped, FoundTyped } from "./finding-typing";
import { tokenOf } from "./place";

/** An answer that comes later than this many milliseconds is of words long changed. */
const PATIENCE = 5000;

export function askServer(address: string): AskTyped {
  return async (blocks) => {
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: {
          Accept: "application/json",
          "Content-Type": "application/json",
          "X-CSRFToken": tokenOf(document),
        },
        body: JSON.stringify({ blocks }),
        signal: AbortSignal.timeout(PATIENCE),
        redirect: "manual",
      });
      if (!response.ok) return null;
      return ((await response.json()) as { blocks: readonly (readonly FoundTyped[])[] }).blocks;
    } catch {
      return null;
    }
  };
}
