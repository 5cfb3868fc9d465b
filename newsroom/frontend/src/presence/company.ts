/** Who else is in this story: each page as it last said, without the person's own other pages. */
import type { Page } from "./page";

export class Company {
  private readonly known = new Map<string, Page>();

  constructor(private readonly own: number) {}

  get pages(): readonly Page[] {
    return [...this.known.values()];
  }

  /** Each person once: by the page they type in, else by the one heard of last. */
  get people(): readonly Page[] {
    const best = new Map<number, Page>();
    for (const page of this.pages) {
      const other = best.get(page.person);
      if (!other || betterKnown(page, other)) best.set(page.person, page);
    }
    return [...best.values()].sort((a, b) => a.name.localeCompare(b.name) || a.person - b.person);
  }

  /** News of one page; what was said before the last thing heard of it is old. */
  hear(page: Page): void {
    if (page.person === this.own) return;
    if ((this.known.get(page.key)?.at ?? 0) <= page.at) this.known.set(page.key, page);
  }

  left(key: string): void {
    this.known.delete(key);
  }

  /** Everybody who was here at that moment: who is not among them has gone. */
  take(pages: readonly Page[], at: number): void {
    const here = new Set(pages.map(({ key }) => key));
    for (const page of this.pages) {
      if (page.at <= at && !here.has(page.key)) this.known.delete(page.key);
    }
    for (const page of pages) this.hear(page);
  }
}

function betterKnown(one: Page, other: Page): boolean {
  return one.typing === other.typing ? one.at > other.at : one.typing;
}
