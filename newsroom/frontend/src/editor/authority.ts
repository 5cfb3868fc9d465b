/** The authority over HTTP: which answer of the server means what. */
import { Step } from "prosemirror-transform";
import type { LiveEvent } from "../live/event";
import type { Authority, Loaded, News, Reach, Refused, Unanswered } from "./protocol";
import { schema } from "./schema";
import { stepJson } from "./step-json";

export interface Addresses {
  readonly document: string;
  readonly steps: string;
}

/** A request that says nothing for so long is given up and sent again, in milliseconds. */
const PATIENCE = 15_000;

/** How long the server holds an answer back while nothing happens, in seconds. */
const HELD = 25;

interface StepsAnswer {
  readonly version: number;
  readonly steps?: readonly { readonly step: unknown; readonly client: string }[];
}

/** News of steps that brings the steps themselves, and the version they start from. */
export interface Told extends News {
  readonly since: number;
}

interface DocumentAnswer {
  readonly version: number;
  readonly document: unknown;
  readonly may: Reach;
  readonly only_suggests?: boolean;
  readonly why?: string;
  readonly person: number;
  readonly suggesting?: boolean;
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
}

/** The token that proves a request comes from this page; renewed when the session was. */
export interface Token {
  readonly value: string;
  renew(): Promise<void>;
}

type Answer =
  | { readonly kind: "answered"; readonly body: unknown }
  | { readonly kind: "clash"; readonly body: unknown }
  | Refused
  | Unanswered;

function news(body: unknown): News {
  const { version, steps = [] } = body as StepsAnswer;
  return {
    newest: version,
    entries: steps.map(({ step, client }) => ({ step: Step.fromJSON(schema, step), client })),
  };
}

/** What an event of the live stream says of steps; null where they must be fetched. */
export function told({ version, since, client, steps }: LiveEvent["facts"]): Told | null {
  if (version === undefined || since === undefined || client === undefined || !steps) return null;
  try {
    const entries = steps.map((step) => ({ step: Step.fromJSON(schema, step), client }));
    return { since, newest: version, entries };
  } catch {
    return null; // from a newer server: to ask for them is to be told so
  }
}

/** What the server says of a document, in its page or when asked; throws where it is not understood. */
export function loaded(body: unknown): Loaded {
  const { version, document, may, why = "", person, suggesting = false, ...more } =
    body as DocumentAnswer;
  return {
    version,
    document: schema.nodeFromJSON(document),
    may: { ...may, suggestsAs: more.only_suggests ? person : null },
    why,
    person,
    suggesting,
  };
}

const OUTDATED: Refused = {
  kind: "forbidden",
  detail: "The newsroom was updated and this page is the old one; reload it.",
};

/** An answer in words this page does not know comes from a newer server. */
function understood<Known>(make: () => Known): Known | Refused {
  try {
    return make();
  } catch {
    return OUTDATED;
  }
}

async function sentenceOf(response: Response): Promise<string> {
  try {
    const { detail, title } = (await response.json()) as Problem;
    return detail ?? title ?? response.statusText;
  } catch {
    return response.statusText || `The server answered ${response.status}.`;
  }
}

interface More {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Statuses after which nothing is wrong with the steps themselves, so they are sent again. */
const LATER = new Set([408, 425, 429]);

async function meaning(response: Response): Promise<Answer> {
  const { status } = response;
  if (response.ok) return { kind: "answered", body: await response.json() };
  if (status === 409) return { kind: "clash", body: await response.json() };
  // 400 is what a forged or outlived page token gets: the session changed under the page.
  if (status === 401 || status === 400) return { kind: "signed-out" };
  if (status >= 500 || LATER.has(status)) return { kind: "unreachable" };
  const kind = status === 403 || status === 404 || status === 410 ? "forbidden" : "refused";
  return { kind, detail: await sentenceOf(response) };
}

export class HttpAuthority implements Authority {
  constructor(
    private readonly addresses: Addresses,
    private readonly token: Token,
    private readonly network: typeof fetch = (address, init) => fetch(address, init),
  ) {}

  async load(): ReturnType<Authority["load"]> {
    const answer = await this.ask(this.addresses.document, PATIENCE);
    if (answer.kind === "clash") return { kind: "unreachable" };
    if (answer.kind !== "answered") return answer;
    return understood(() => ({ kind: "loaded", loaded: loaded(answer.body) }));
  }

  since(version: number): ReturnType<Authority["since"]> {
    return this.pulled(`${this.addresses.steps}?since=${version}`, PATIENCE);
  }

  waitSince(version: number): ReturnType<Authority["since"]> {
    const address = `${this.addresses.steps}?since=${version}&wait=${HELD}`;
    return this.pulled(address, HELD * 1000 + PATIENCE);
  }

  async send(
    version: number,
    client: string,
    steps: readonly Step[],
  ): ReturnType<Authority["send"]> {
    const answer = await this.ask(this.addresses.steps, PATIENCE, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": this.token.value },
      body: JSON.stringify({ version, client, steps: steps.map(stepJson) }),
    });
    if (answer.kind === "signed-out") await this.token.renew();
    if (answer.kind === "answered") return { kind: "accepted" };
    if (answer.kind !== "clash") return answer;
    return understood(() => ({ kind: "behind", ...news(answer.body) }));
  }

  private async pulled(address: string, patience: number): ReturnType<Authority["since"]> {
    const answer = await this.ask(address, patience);
    if (answer.kind === "clash") return { kind: "unreachable" };
    if (answer.kind !== "answered") return answer;
    return understood(() => ({ kind: "steps", ...news(answer.body) }));
  }

  private async ask(address: string, patience: number, more: More = {}): Promise<Answer> {
    try {
      const response = await this.network(address, {
        ...more,
        headers: { Accept: "application/json", ...more.headers },
        signal: AbortSignal.timeout(patience),
        // A redirect can only lead to the sign-in page.
        redirect: "manual",
      });
      if (response.type === "opaqueredirect") return { kind: "signed-out" };
      return await meaning(response);
    } catch {
      return { kind: "unreachable" };
    }
  }
}
