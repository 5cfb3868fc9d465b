/** Asks the server which lines of what was pasted are not the story. */
import { ask } from "../page/ask";
import type { Judge, Judgement } from "./pasted";

/** After so many milliseconds all of it stays. */
const PATIENCE = 4000;

export function serverJudge(address: string | undefined): Judge {
  return async (lines) => {
    const answer = address ? await ask<{ aside: Judgement }>(address, { lines }, PATIENCE) : null;
    return answer?.aside ?? [];
  };
}
