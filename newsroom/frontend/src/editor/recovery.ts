/** Sends on what other pages of this story left behind when they were lost. */
import type { EditorState, Transaction } from "prosemirror-state";
import type { Clock } from "./clock";
import type { Keeper } from "./keeper";
import type { Authority } from "./protocol";
import { type EditorPort, Replica } from "./replica";
import { keptWords, restored } from "./restore";
import { Sync } from "./sync";

export interface RecoveryEvents {
  /** Words that can no longer be put into the story. */
  onWordsLost(sentence: string, words: string): void;
}

export const NO_LONGER_FIT = "The story changed too much while this page was away.";

/** An editor without a page: it only finishes what was begun. */
export function sendOn(
  left: Keeper,
  authority: Authority,
  clock: Clock,
  events: RecoveryEvents,
): void {
  const kept = left.read();
  if (!kept) return;
  try {
    const { state, base, client } = restored(kept, []);
    const replica = new Replica(bare(state), client, [], base);
    const sync = new Sync(replica, authority, left, clock, {
      onState: () => undefined,
      onWordsRefused: (sentence, words) => {
        events.onWordsLost(sentence, words);
      },
      onReadOnly: () => undefined,
      onSignedOut: () => undefined,
      onVersion: () => undefined,
      onStumble: reportError,
    });
    sync.nudge();
  } catch {
    events.onWordsLost(NO_LONGER_FIT, keptWords(kept));
    left.clear();
  }
}

function bare(first: EditorState): EditorPort {
  const port = {
    state: first,
    dispatch(tr: Transaction): void {
      port.state = port.state.apply(tr);
    },
    updateState(state: EditorState): void {
      port.state = state;
    },
  };
  return port;
}
