/** What the editor and the authority say to each other about one story. */
import type { Node } from "prosemirror-model";
import type { Step } from "prosemirror-transform";

/** What this person may change now. */
export interface Reach {
  readonly copy: boolean;
  readonly figures: boolean;
  /** Who may only suggest in the copy: their number. */
  readonly suggestsAs?: number | null;
}

export interface Loaded {
  readonly version: number;
  readonly document: Node;
  readonly may: Reach;
  /** Why this person may not change all of it; empty where they may. */
  readonly why: string;
  /** The number of the person whose page it is. */
  readonly person: number;
  /** Whether they begin by suggesting, where they may also change. */
  readonly suggesting: boolean;
}

/** A step that the authority has put in order, and the client it came from. */
export interface Entry {
  readonly step: Step;
  readonly client: string;
}

/** Steps since a version, oldest first; `newest` is beyond them where there were too many for one answer. */
export interface News {
  readonly entries: readonly Entry[];
  readonly newest: number;
}

/** Silence of any kind: the same request may be sent again without harm. */
export type Unanswered = { readonly kind: "unreachable" } | { readonly kind: "signed-out" };

/** A refusal for good, in the server's own sentence. */
export type Refused =
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "forbidden"; readonly detail: string };

export type SendAnswer =
  | { readonly kind: "accepted" }
  | ({ readonly kind: "behind" } & News)
  | Refused
  | Unanswered;

export type PullAnswer =
  | ({ readonly kind: "steps" } & News)
  | Refused
  | Unanswered;

export type LoadAnswer = { readonly kind: "loaded"; readonly loaded: Loaded } | Refused | Unanswered;

export interface Authority {
  load(): Promise<LoadAnswer>;
  /** The steps since a version, at once. */
  since(version: number): Promise<PullAnswer>;
  /** The steps since a version, waiting some seconds for the first when there are none. */
  waitSince(version: number): Promise<PullAnswer>;
  send(version: number, client: string, steps: readonly Step[]): Promise<SendAnswer>;
}
