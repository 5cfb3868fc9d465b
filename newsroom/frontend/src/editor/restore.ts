/** Brings an editor back to where a lost page left it: confirmed document, then the unsent steps. */
import type { Node } from "prosemirror-model";
import type { EditorState, Plugin } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { uniqueName } from "../page/names";
import type { Kept } from "./keeper";
import { type Confirmed, firstState } from "./replica";
import { schema } from "./schema";

export interface Opened {
  readonly state: EditorState;
  readonly base: Confirmed;
  readonly client: string;
}

export function opened(base: Confirmed, plugins: readonly Plugin[]): Opened {
  const client = uniqueName();
  return { state: firstState(base, client, plugins), base, client };
}

/** The kept words are in a part of the story that this person may not change any more. */
export class OutOfReach extends Error {
  constructor(
    /** The story as it was typed. */
    readonly document: Node,
  ) {
    super();
  }
}

/** Throws where the kept words no longer make a document; they are then shown, never dropped. */
export function restored(kept: Kept, plugins: readonly Plugin[]): Opened {
  const base = { version: kept.version, document: schema.nodeFromJSON(kept.document) };
  const state = firstState(base, kept.client, plugins);
  const tr = state.tr;
  for (const json of kept.steps) tr.step(Step.fromJSON(schema, json));
  const whole = state.apply(tr);
  // A change out of reach is left out by the editor without a word.
  if (whole.doc !== tr.doc) throw new OutOfReach(tr.doc);
  // Under the same client id: what the lost page sent in its last moment is then known as its own.
  return { state: whole, base, client: kept.client };
}

/** Every text in kept steps, for words that no longer fit anywhere. */
export function keptWords(kept: Kept): string {
  const texts: string[] = [];
  JSON.stringify(kept.steps, (name, value: unknown) => {
    if (name === "text" && typeof value === "string") texts.push(value);
    return value;
  });
  return texts.join("");
}
