/** What the page says about whether the words are safe. */

export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "saving" }
  | ({ readonly kind: "unreachable" } & Unsent)
  | ({ readonly kind: "signed-out" } & Unsent)
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "read-only"; readonly detail: string };

interface Unsent {
  readonly unsent: number;
  /** Whether this browser keeps them when the page is closed. */
  readonly safe: boolean;
}

function changes({ unsent, safe }: Unsent): string {
  if (!unsent) return "no unsent changes";
  const number = unsent === 1 ? "1 unsent change" : `${unsent} unsent changes`;
  return `${number}, ${safe ? "kept on this device" : "only in this open page"}`;
}

export function saveWords(state: SaveState): string {
  switch (state.kind) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "unreachable":
      return `Offline: ${changes(state)}`;
    case "signed-out":
      return `Signed out: ${changes(state)}`;
    case "refused":
      return `Refused: ${state.detail}`;
    case "read-only":
      return `Read only: ${state.detail}`;
  }
}

export function showSaveState(output: HTMLElement, state: SaveState): void {
  output.dataset["state"] = state.kind;
  const words = saveWords(state);
  // A screen reader speaks each change of this element, so it changes only when the words do.
  if (output.textContent !== words) output.textContent = words;
}
