/** The dialog that lists keys, group by group. */
import { ask } from "../page/dialog";
import { make } from "../page/element";

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly words: string }[];
}

const told: KeyGroup[] = [];

/** Other parts of a page tell their own keys, to be listed after those of the page. */
export function tellKeys(group: KeyGroup): void {
  told.push(group);
}

export function toldKeys(): readonly KeyGroup[] {
  return told;
}

export async function showKeys(groups: readonly KeyGroup[]): Promise<void> {
  const shown = groups.filter(({ keys }) => keys.length);
  await ask({ title: "Keys", body: shown.flatMap(section) });
}

function section({ title, keys }: KeyGroup): HTMLElement[] {
  const list = make("dl", { class: "keys" });
  for (const one of keys) {
    const strokes = readable(one.keys).map((key) => make("kbd", {}, key));
    list.append(make("dt", {}, ...strokes), make("dd", {}, one.words));
  }
  return [make("h3", {}, title), list];
}

const MAC = /mac|iphone|ipad/i;

/** How keys are printed on this person's keyboard. */
export function readable(keys: string): string[] {
  const mac = MAC.test(navigator.userAgent);
  const named = keys.replace(/Mod/g, mac ? "⌘" : "Ctrl").replace(/Escape/g, "Esc");
  return named === "-" ? [named] : named.split(/[ -]/);
}
