/** Keeps "4 min ago" and "in 40 min" true while a page stays open; the same words as the server's. */

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86400;

function span(seconds: number): string {
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h`;
  return `${Math.floor(seconds / DAY)} d`;
}

/** How a moment reads some seconds after it. */
export function agoWords(seconds: number): string {
  if (seconds < 0) return untilWords(-seconds);
  return seconds < MINUTE ? "just now" : `${span(seconds)} ago`;
}

/** How a moment reads some seconds before it. */
export function untilWords(seconds: number): string {
  if (seconds < 0) return -seconds < MINUTE ? "due now" : `${span(-seconds)} late`;
  return seconds < MINUTE ? "due now" : `in ${span(seconds)}`;
}

/** How a deadline reads where nothing beside it says that it is one. */
export function dueWords(seconds: number): string {
  const words = untilWords(seconds);
  return words.startsWith("in ") ? `due ${words}` : words;
}

const WAYS: Readonly<Record<string, (after: number) => string>> = {
  ago: agoWords,
  until: (after) => untilWords(-after),
  due: (after) => dueWords(-after),
};

export function refreshTimes(now = Date.now()): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const seconds = (now - Date.parse(time.dateTime)) / 1000;
    const words = WAYS[time.dataset["relative"] ?? ""]?.(seconds);
    if (words && time.textContent !== words) time.textContent = words;
  }
}

export function keepTimesTrue(): void {
  window.setInterval(refreshTimes, 20_000);
  document.addEventListener("visibilitychange", () => {
    refreshTimes();
  });
}
