import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AskedSeats } from "../src/editor/seats";

describe("without locks", () => {
  /** What one page says all the others hear, as with a BroadcastChannel. */
  class Air {
    private readonly pages: Set<(event: MessageEvent) => void>[] = [];

    page(): ConstructorParameters<typeof AskedSeats>[0] {
      const ears = new Set<(event: MessageEvent) => void>();
      this.pages.push(ears);
      const channel = {
        addEventListener: (_: string, hear: (event: MessageEvent) => void) => ears.add(hear),
        removeEventListener: (_: string, hear: (event: MessageEvent) => void) => ears.delete(hear),
        postMessage: (data: unknown) => {
          const others = this.pages.filter((one) => one !== ears);
          queueMicrotask(() => {
            for (const hear of others.flatMap((one) => [...one])) hear({ data } as MessageEvent);
          });
        },
      };
      return channel as unknown as ConstructorParameters<typeof AskedSeats>[0];
    }
  }

  test("a seat that another page holds is not given away", async () => {
    const air = new Air();
    const [first, second] = [new AskedSeats(air.page()), new AskedSeats(air.page())];
    assert.equal(await first.take("noa"), true);
    assert.equal(await second.take("noa"), false);
    assert.equal(await first.take("noa"), false);
    assert.equal(await second.take("dan"), true);
  });

  test("of two pages that ask at once neither gets the seat", async () => {
    const air = new Air();
    const both = [new AskedSeats(air.page()), new AskedSeats(air.page())];
    assert.deepEqual(await Promise.all(both.map((one) => one.take("noa"))), [false, false]);
    assert.equal(await both[0]?.take("noa"), true);
  });
});
