/** The desk's column "In it now": kept true by the newsroom's hints. */
import type { LiveClient } from "../live/live";
import { make } from "../page/element";
import { avatar } from "./avatar";
import type { Somebody } from "./page";

/** Who crashed or lost the network says nothing: whoever is shown is asked about this often. */
const LOOK_EVERY = 60_000;

/** Faces in one row; the rest is a number. */
const MOST = 4;

export function showWhoIsInIt(live: LiveClient): void {
  if (!cells().length) return;
  live.listen({
    stories: [],
    onEvent: ({ name, facts }) => {
      if (name === "here" && facts.story) show(facts.story, facts.people ?? []);
    },
    onGap: () => void ask(cells()),
  });
  window.setInterval(() => {
    if (!document.hidden) void ask(cells().filter((cell) => cell.hasChildNodes()));
  }, LOOK_EVERY);
}

function cells(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-in-it-now]")];
}

function show(story: number, people: readonly Somebody[]): void {
  const cell = document.querySelector(`[data-in-it-now="${story}"]`);
  const more = people.slice(MOST);
  const heads: Node[] = people.slice(0, MOST).map((one) => avatar(one, one.name));
  if (more.length) {
    const title = more.map(({ name }) => name).join(", ");
    heads.push(make("span", { class: "muted", title }, `+${more.length}`));
  }
  cell?.replaceChildren(...(people.length ? [make("span", { class: "company" }, ...heads)] : []));
}

async function ask(about: readonly HTMLElement[]): Promise<void> {
  const address = document.querySelector<HTMLElement>("table[data-presence-url]");
  const stories = about.map((cell) => cell.dataset["inItNow"] ?? "");
  if (!address || !stories.length) return;
  const query = new URLSearchParams(stories.map((story) => ["story", story]));
  const headers = { Accept: "application/json" };
  const response = await fetch(`${address.dataset["presenceUrl"]}?${query}`, { headers }).catch(
    () => null,
  );
  if (!response?.ok) return;
  const { stories: found } = (await response.json()) as { stories: Record<string, Somebody[]> };
  for (const [story, people] of Object.entries(found)) show(Number(story), people);
}
