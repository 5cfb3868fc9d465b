/** The real network to the running newsroom, made worse: answers get lost, requests are doubled. */
import type { Dice } from "./dice";

export interface Way {
  readonly server: string;
  readonly cookie: string;
}

export class RoughNetwork {
  /** While false nothing gets through, as in a tunnel. */
  online = true;
  /** Once true the weather is fine, so that everybody can catch up. */
  calm = false;
  lost = 0;
  doubled = 0;

  constructor(
    private readonly way: Way,
    private readonly roll: Dice,
  ) {}

  readonly fetch: typeof fetch = async (address, init) => {
    if (!this.online) throw new TypeError("offline");
    const chance = this.calm ? 1 : this.roll.next();
    if (chance < 0.1) {
      this.lost += 1;
      const answer = await this.ask(address as string, init);
      await answer.arrayBuffer();
      throw new TypeError("the answer got lost");
    }
    if (chance < 0.2) {
      this.doubled += 1;
      const [, second] = await Promise.all([
        this.ask(address as string, init).then((first) => first.arrayBuffer()),
        this.ask(address as string, init),
      ]);
      return second;
    }
    return this.ask(address as string, init);
  };

  private ask(address: string, init: RequestInit = {}): Promise<Response> {
    return fetch(new URL(address, this.way.server), {
      ...init,
      headers: { ...(init.headers as Record<string, string>), Cookie: this.way.cookie },
    });
  }
}
