/** How fast a history is played: a version a second, or so many at once that it ends in time. */

export interface Pace {
  readonly label: string;
  /** Versions from one that is shown to the next. */
  readonly stride: number;
}

/** The slowest first; none twice, so that a short history has one. */
export function paces(versions: number): readonly Pace[] {
  const found = [
    { label: "Each version", stride: 1 },
    { label: "In a minute", stride: Math.ceil(versions / 60) },
    { label: "In 15 seconds", stride: Math.ceil(versions / 15) },
  ];
  return found.filter(({ stride }, at) => !at || stride > (found[at - 1]?.stride ?? 0));
}

/** The one to begin with: nobody waits longer than a minute unasked. */
export function usual(all: readonly Pace[]): Pace | undefined {
  return all.find(({ label }) => label === "In a minute") ?? all[0];
}
