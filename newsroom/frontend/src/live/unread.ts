/** The bar's count of what waits in the inbox, true on every page that is open. */
import type { LiveClient } from "./live";

const ADDRESS = "/inbox/unread";

export function countUnread(live: LiveClient): void {
  const badge = document.getElementById("inbox-unread");
  const number = badge?.querySelector("[data-unread]");
  if (!badge || !number) return;
  const look = async (): Promise<void> => {
    const response = await fetch(ADDRESS, { headers: { Accept: "application/json" } }).catch(
      () => null,
    );
    if (!response?.ok) return;
    const { unread } = (await response.json()) as { unread: number };
    number.textContent = String(unread);
    badge.hidden = unread === 0;
  };
  live.listen({
    stories: [],
    onEvent: ({ name }) => {
      if (name === "inbox") void look();
    },
    onGap: () => void look(),
  });
}
