/** What the newsroom announces to open pages; an event is a hint, the truth is the row it names. */

import type { Page, Somebody } from "../presence/page";

export const EVENT_NAMES = ["steps", "panel", "board", "comments", "inbox", "presence", "here", "task", "wire"] as const;

/** The others are of one story, and come only to who asked for it. */
export const FOR_EVERYONE: ReadonlySet<string> = new Set(["board", "inbox", "here", "task", "wire"]);

export interface LiveEvent {
  readonly name: (typeof EVENT_NAMES)[number];
  readonly facts: {
    readonly story?: number;
    readonly version?: number;
    readonly desk?: number;
    /** `steps`: those that lead from one version to `version`, and whose they are; not where they are many. */
    readonly since?: number;
    readonly client?: string;
    readonly steps?: readonly unknown[];
    /** `presence`: a page that came or moved, or the key of one that has gone. */
    readonly page?: Page;
    readonly gone?: string;
    /** `here`: everybody who is in the story now. */
    readonly people?: readonly Somebody[];
  };
}

export interface LiveListener {
  /** The stories whose events are wanted; events of the board come to everyone. */
  readonly stories: readonly number[];
  onEvent(event: LiveEvent): void;
  /** Events may have been missed, or the stream is away: look for yourself. */
  onGap(): void;
  /** Whether events come by themselves now. */
  onStream?(open: boolean): void;
}
