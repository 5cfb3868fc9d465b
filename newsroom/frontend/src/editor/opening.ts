/** Opens a story in the browser: its document, or what an earlier page of it had not sent yet. */
import type { Node } from "prosemirror-model";
import type { Plugin } from "prosemirror-state";
import { loaded } from "./authority";
import { backOff, type Clock } from "./clock";
import type { Keeper } from "./keeper";
import type { Authority, Loaded } from "./protocol";
import { NO_LONGER_FIT } from "./recovery";
import { keptWords, opened, type Opened, OutOfReach, restored } from "./restore";
import { wordsOnlyIn } from "./words";

export interface LoadingEvents {
  onWaiting(sentence: string): void;
}

/**
 * What came with the page itself; null where that is nothing this script understands, or older than
 * what was confirmed to the page before this one: a page that is reloaded lives on until the next
 * one is there, and goes on hearing of others' steps after the server has written that.
 */
export function cameWith(
  page: Pick<Document, "getElementById">,
  keeper: Pick<Keeper, "read">,
): Loaded | null {
  const text = page.getElementById("opening")?.textContent;
  if (!text) return null;
  try {
    const found = loaded(JSON.parse(text));
    return (keeper.read()?.version ?? 0) > found.version ? null : found;
  } catch {
    return null;
  }
}

/** Asks until the document is there; a refusal ends it, and the page stays for reading. */
export async function loadStory(
  authority: Authority,
  clock: Clock,
  events: LoadingEvents,
): Promise<Loaded | null> {
  for (let failures = 1; ; failures += 1) {
    const answer = await authority.load();
    if (answer.kind === "loaded") return answer.loaded;
    if ("detail" in answer) {
      events.onWaiting(answer.detail);
      return null;
    }
    events.onWaiting("The editor cannot reach the newsroom; it keeps trying.");
    await new Promise<void>((resolve) => {
      clock.after(backOff(failures), resolve);
    });
  }
}

export function openStory(
  found: Loaded,
  keeper: Keeper,
  plugins: readonly Plugin[],
  onWordsLost: (sentence: string, words: string) => void,
): Opened {
  const kept = keeper.read();
  let outOfReach: Node | null = null;
  try {
    // A server that is behind what it once confirmed was brought back from a copy.
    if (kept && kept.version <= found.version) return restored(kept, plugins);
  } catch (error) {
    if (error instanceof OutOfReach) outOfReach = error.document;
  }
  if (outOfReach) onWordsLost(found.why, wordsOnlyIn(outOfReach, found.document));
  else if (kept) onWordsLost(NO_LONGER_FIT, keptWords(kept));
  keeper.clear();
  return opened(found, plugins);
}
