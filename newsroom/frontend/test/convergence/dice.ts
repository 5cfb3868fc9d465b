/** A small seeded generator (mulberry32), so that a failure can be run again. */
export interface Dice {
  next(): number;
  below(limit: number): number;
  one<Item>(items: readonly Item[]): Item;
}

export function dice(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, one: <Item>(items: readonly Item[]) => items[below(items.length)] as Item };
}
