/** The question about the words just typed, as it goes to the server. */
import { ask } from "../page/ask";
import type { AskTyped, FoundTyped } from "./finding-typing";

/** An answer that comes later than this many milliseconds is of words long changed. */
const PATIENCE = 5000;

export function askServer(address: string): AskTyped {
  return async (blocks) => {
    const answer = await ask<{ blocks: readonly (readonly FoundTyped[])[] }>(address, { blocks }, PATIENCE);
    return answer?.blocks ?? null;
  };
}
