/** How a page says to the server where its person is, and hears who else is there. */
import type { Token } from "../editor/authority";
import type { Page } from "./page";
import type { Where } from "./where";

/** A hint is not worth waiting for, in milliseconds. */
const PATIENCE = 5_000;

export interface Said extends Where {
  readonly client: string;
  readonly version: number;
  readonly anchor: number | null;
  readonly head: number | null;
  readonly typing: boolean;
}

export interface Answer {
  readonly pages: readonly Page[];
  readonly at: number;
}

export class Line {
  constructor(
    private readonly address: string,
    private readonly token: Token,
  ) {}

  /** Null where no answer can be had; there is nothing to be lost by it. */
  async say(said: Said): Promise<Answer | null> {
    const response = await fetch(this.address, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "Content-Type": "application/json",
        "X-CSRFToken": this.token.value,
      },
      body: JSON.stringify(said),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => null);
    if (!response?.ok) return null;
    return (await response.json().catch(() => null)) as Answer | null;
  }

  /** Also from a page that is closing: a beacon still goes out then, and takes only a form. */
  leave(client: string): void {
    const form = new FormData();
    form.set("csrf_token", this.token.value);
    form.set("client", client);
    navigator.sendBeacon(`${this.address}/leave`, form);
  }
}
