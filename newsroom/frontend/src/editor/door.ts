/** Signing in from an open page: who is in at this browser, and what the server says to a password. */

const ADDRESS = "/sign-in";

/** Comparing a password takes its time, in milliseconds. */
const PATIENCE = 15_000;

const SILENT = "The newsroom does not answer. Your words are kept; try again.";
const NOBODY = "Nobody is signed in at this browser.";
const TEMPORARY =
  "Somebody gave you a temporary password. Choose your own in another tab; your words are sent then.";

function anothers(name: string): string {
  return `${name} is signed in at this browser now. Your words are kept, and are sent when you are.`;
}

/** Whom the server knows at this browser. */
interface Seat {
  readonly person: number | null;
  readonly name: string;
  readonly must_choose_password: boolean;
  /** What the next request proves itself by. */
  readonly token: string;
}

type Entered = Pick<Seat, "token">;

interface Refused {
  readonly sentence: string;
}

/** The way in for one person and nobody else: words typed by one are never sent by another. */
export class Door {
  constructor(
    private readonly person: string,
    private readonly network: typeof fetch = (address, init) => fetch(address, init),
  ) {}

  /** Whether they are in already, as by another tab. */
  async look(): Promise<Entered | Refused> {
    return this.judged(await this.ask());
  }

  /** Needs no password of somebody who is in already. */
  async enter(name: string, password: string): Promise<Entered | Refused> {
    const before = await this.ask();
    if ("sentence" in before || before.person !== null) return this.judged(before);
    const form = new FormData();
    const fields = { csrf_token: before.token, name, password, person: this.person };
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    return this.judged(await this.ask({ method: "POST", body: form }));
  }

  private async ask(more: RequestInit = {}): Promise<Seat | Refused> {
    try {
      const response = await this.network(ADDRESS, {
        ...more,
        headers: { Accept: "application/json" },
        signal: AbortSignal.timeout(PATIENCE),
      });
      const body: unknown = await response.json();
      return response.ok ? (body as Seat) : { sentence: (body as { detail: string }).detail };
    } catch {
      return { sentence: SILENT };
    }
  }

  private judged(answer: Seat | Refused): Entered | Refused {
    if ("sentence" in answer) return answer;
    if (answer.person === null) return { sentence: NOBODY };
    if (String(answer.person) !== this.person) return { sentence: anothers(answer.name) };
    return answer.must_choose_password ? { sentence: TEMPORARY } : answer;
  }
}
