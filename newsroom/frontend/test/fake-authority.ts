/** An authority in memory, with a network in between that can lose, double, hold up and fail. */
import type { Node } from "prosemirror-model";
import { Step } from "prosemirror-transform";
import type {
  Authority,
  Entry,
  LoadAnswer,
  News,
  PullAnswer,
  Reach,
  SendAnswer,
} from "../src/editor/protocol";
import { schema } from "../src/editor/schema";

export class FakeServer {
  readonly entries: Entry[] = [];
  document: Node;
  refuse: ((step: Step) => string | null) | null = null;
  forbidden: string | null = null;
  mostAtOnce = 1000;

  constructor(first: Node) {
    this.document = first;
  }

  get version(): number {
    return this.entries.length;
  }

  commit(version: number, client: string, steps: readonly Step[]): SendAnswer {
    if (this.forbidden) return { kind: "forbidden", detail: this.forbidden };
    if (version !== this.version) return { kind: "behind", ...this.since(version) };
    let { document } = this;
    for (const step of steps) {
      const refusal = this.refuse?.(step);
      if (refusal) return { kind: "refused", detail: refusal };
      const { doc } = step.apply(document);
      if (!doc) return { kind: "refused", detail: "The step does not fit." };
      document = doc;
    }
    document.check();
    this.document = document;
    this.entries.push(...steps.map((step) => ({ step, client })));
    return { kind: "accepted" };
  }

  since(version: number): News {
    // Through JSON, as over the network: an own step comes back as another object.
    const entries = this.entries.slice(version, version + this.mostAtOnce).map((entry) => ({
      client: entry.client,
      step: Step.fromJSON(schema, entry.step.toJSON()),
    }));
    return { newest: this.version, entries };
  }
}

export type Weather =
  | "fine"
  | "lost request"
  | "lost answer"
  | "lost late"
  | "doubled"
  | "slow answer"
  | "signed out";

export class FakeNetwork implements Authority {
  weather: Weather = "fine";
  /** Where set, decides the weather of each request. */
  forecast: (() => Weather) | null = null;
  may: Reach = { copy: true, figures: true };
  sent = 0;
  private late: (() => void)[] = [];

  constructor(readonly server: FakeServer) {}

  load(): Promise<LoadAnswer> {
    return this.over(() => {
      const { version, document } = this.server;
      return { kind: "loaded", loaded: { version, document, may: this.may, why: "", person: 1, suggesting: false } };
    });
  }

  since(version: number): Promise<PullAnswer> {
    return this.over(() => ({ kind: "steps", ...this.server.since(version) }));
  }

  waitSince(version: number): Promise<PullAnswer> {
    return this.since(version);
  }

  send(version: number, client: string, steps: readonly Step[]): Promise<SendAnswer> {
    this.sent += 1;
    return this.over(() => this.server.commit(version, client, steps));
  }

  /** The answers that were slow arrive now. */
  deliver(): void {
    for (const arrive of this.late.splice(0)) arrive();
  }

  private delay(): Promise<void> {
    return new Promise((arrive) => {
      this.late.push(arrive);
    });
  }

  private async over<Answer>(ask: () => Answer): Promise<Answer | { kind: "unreachable" | "signed-out" }> {
    const weather = this.forecast?.() ?? this.weather;
    await Promise.resolve();
    if (weather === "lost request") return { kind: "unreachable" };
    if (weather === "signed out") return { kind: "signed-out" };
    if (weather === "doubled") ask();
    const answer = ask();
    await (weather === "slow answer" || weather === "lost late" ? this.delay() : Promise.resolve());
    return weather.startsWith("lost") ? { kind: "unreachable" } : answer;
  }
}
