/** Keeps unsent words in this browser, so that a reload, a crash or a closed lid loses none. */
import type { Step } from "prosemirror-transform";
import { uniqueName } from "../page/names";
import type { Clock } from "./clock";
import type { Confirmed } from "./replica";
import { stepJson } from "./step-json";
import type { Seats } from "./seats";

/** One editor's unsent steps, with the confirmed document they start from. All JSON. */
export interface Kept {
  readonly client: string;
  readonly version: number;
  readonly document: unknown;
  readonly steps: readonly unknown[];
}

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Words belong to the person who typed them: whoever signs in next at this desk never sends them. */
function shelfMark(person: string, story: string): string {
  return `newsroom/unsent/${person}/${story}/`;
}

export class Keeper {
  /** False while the browser would not take the words, for want of room or by its settings. */
  safe = true;

  constructor(
    private readonly shelf: Shelf,
    private readonly mark: string,
  ) {}

  save(client: string, base: Confirmed, steps: readonly Step[]): void {
    const kept: Kept = {
      client,
      version: base.version,
      document: base.document.toJSON(),
      steps: steps.map(stepJson),
    };
    try {
      this.shelf.setItem(this.mark, JSON.stringify(kept));
      this.safe = true;
    } catch {
      this.safe = false;
    }
  }

  clear(): void {
    this.shelf.removeItem(this.mark);
    this.safe = true;
  }

  read(): Kept | null {
    const text = this.shelf.getItem(this.mark);
    return text ? (JSON.parse(text) as Kept) : null;
  }
}

export interface Keepers {
  /** Where this editor keeps its words; holds what an earlier page left, if one did. */
  readonly own: Keeper;
  /** What other pages left that are gone by now. */
  readonly left: readonly Keeper[];
  /** Where other pages keep theirs that seem to be open: perhaps only for a moment more. */
  readonly held: readonly string[];
}

export async function takeKeepers(
  shelf: Shelf,
  seats: Seats,
  person: string,
  story: string,
): Promise<Keepers> {
  const left: Keeper[] = [];
  const held: string[] = [];
  for (const mark of marksOn(shelf, shelfMark(person, story))) {
    if (await seats.take(mark)) left.push(new Keeper(shelf, mark));
    else held.push(mark);
  }
  const [own, ...others] = left;
  if (own) return { own, left: others, held };
  const mark = shelfMark(person, story) + uniqueName();
  // Nobody else knows this name before words are kept under it: the editor need not wait for it.
  void seats.take(mark);
  return { own: new Keeper(shelf, mark), left: [], held };
}

/** Milliseconds until it is asked again whether a page has gone; the last of them goes on. */
const AGAIN = [300, 1000, 3000];

/**
 * Resolves with the words of a page that seemed to be open, once it has gone; with none, once it
 * has sent them itself. A browser at its limit lets go of a page's seat after the next has begun.
 */
export async function takeLater(
  shelf: Shelf,
  seats: Seats,
  clock: Clock,
  mark: string,
): Promise<Keeper | null> {
  for (let asked = 0; shelf.getItem(mark) !== null; asked += 1) {
    const pause = AGAIN[Math.min(asked, AGAIN.length - 1)] ?? 0;
    await new Promise<void>((resolve) => {
      clock.after(pause, resolve);
    });
    if (shelf.getItem(mark) !== null && (await seats.take(mark))) return new Keeper(shelf, mark);
  }
  return null;
}

function marksOn(shelf: Shelf, start: string): string[] {
  const marks = Array.from({ length: shelf.length }, (_, index) => shelf.key(index));
  return marks.filter((mark): mark is string => mark?.startsWith(start) ?? false);
}
