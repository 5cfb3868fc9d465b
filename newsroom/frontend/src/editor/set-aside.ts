/** Words the server refused, kept in this browser until the person has copied or dismissed them. */

export interface SetAside {
  readonly sentence: string;
  readonly words: string;
}

function shelfMark(person: string, story: string): string {
  return `newsroom/refused/${person}/${story}`;
}

export class RefusedWords {
  private readonly mark: string;

  constructor(
    private readonly shelf: Pick<Storage, "getItem" | "setItem" | "removeItem">,
    person: string,
    story: string,
  ) {
    this.mark = shelfMark(person, story);
  }

  all(): readonly SetAside[] {
    const text = this.shelf.getItem(this.mark);
    return text ? (JSON.parse(text) as SetAside[]) : [];
  }

  add(more: SetAside): void {
    this.write([...this.all(), more]);
  }

  drop(gone: SetAside): void {
    this.write(this.all().filter(({ words }) => words !== gone.words));
  }

  private write(list: readonly SetAside[]): void {
    if (!list.length) {
      this.shelf.removeItem(this.mark);
      return;
    }
    try {
      this.shelf.setItem(this.mark, JSON.stringify(list));
    } catch {
      // No room: the notice in the page still shows them.
    }
  }
}
