/** Fetches what stands at places of the newest version, and the way from there to this editor. */
import type { Mapping } from "prosemirror-transform";
import type { Replica } from "./replica";
import type { Sync } from "./sync";

interface Versioned {
  readonly version: number;
}

export interface Placed<Answer> {
  readonly answer: Answer;
  readonly mapping: Mapping;
}

/** While people type, an answer may be for a version that this page has not seen yet. */
const TRIES = 3;

export async function fetchPlaced<Answer extends Versioned>(
  address: string,
  replica: Replica,
  sync: Sync,
): Promise<Placed<Answer> | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer = await ask<Answer>(address);
    if (!answer) return null;
    if (answer.version > replica.version) await sync.pull();
    const mapping = replica.mappingFrom(answer.version);
    if (mapping) return { answer, mapping };
  }
  return null;
}

async function ask<Answer>(address: string): Promise<Answer | null> {
  const headers = { Accept: "application/json" };
  const response = await fetch(address, { headers }).catch(() => null);
  return response?.ok ? ((await response.json()) as Answer) : null;
}
