import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { backOff } from "../src/editor/clock";
import { takeKeepers, takeLater } from "../src/editor/keeper";
import { saveWords } from "../src/editor/save-state";
import { RefusedWords } from "../src/editor/set-aside";
import { Sequence } from "../src/keyboard/sequence";
import { agoWords, dueWords, untilWords } from "../src/page/relative-times";
import { Shelf } from "./newsroom";

describe("keys", () => {
  const known = ["?", "j", "g d", "g w"];
  const heard = (sequence: Sequence, keys: string, pause = 100): string[] => {
    let now = 0;
    return keys.split(" ").map((key) => {
      const answer = sequence.hear(key, known, (now += pause));
      return answer.kind === "whole" ? answer.keys : answer.kind;
    });
  };

  test("one after the other make a shortcut", () => {
    assert.deepEqual(heard(new Sequence(), "g d j"), ["begun", "g d", "j"]);
  });

  test("too slowly pressed begin anew", () => {
    assert.deepEqual(heard(new Sequence(), "g d", 5000), ["begun", "none"]);
  });

  test("that do not go together do nothing, not even what the last one does alone", () => {
    assert.deepEqual(heard(new Sequence(), "g j j"), ["begun", "none", "j"]);
    assert.deepEqual(heard(new Sequence(), "g g w"), ["begun", "begun", "g w"]);
    assert.deepEqual(heard(new Sequence(), "x ?"), ["none", "?"]);
  });
});

describe("times", () => {
  for (const [seconds, words] of [
    [5, "just now"],
    [240, "4 min ago"],
    [7300, "2 h ago"],
    [200_000, "2 d ago"],
    [-2400, "in 40 min"],
  ] as const) {
    test(`${seconds} s after it read “${words}”`, () => {
      assert.equal(agoWords(seconds), words);
    });
  }

  test("of a deadline say when it is past", () => {
    assert.equal(untilWords(30), "due now");
    assert.equal(untilWords(-30), "due now");
    assert.equal(untilWords(-180), "3 min late");
  });

  test("of a deadline that nothing else names say that it is one", () => {
    assert.deepEqual([240, 30, -180].map(dueWords), ["due in 4 min", "due now", "3 min late"]);
  });
});

test("the wait after a failure doubles up to ten seconds", () => {
  assert.deepEqual([1, 2, 3, 5, 6, 99].map(backOff), [500, 1000, 2000, 8000, 10_000, 10_000]);
});

test("the page counts what is unsent", () => {
  const kept = saveWords({ kind: "unreachable", unsent: 1, safe: true });
  assert.equal(kept, "Offline: 1 unsent change, kept on this device");
  const open = saveWords({ kind: "signed-out", unsent: 12, safe: false });
  assert.equal(open, "Signed out: 12 unsent changes, only in this open page");
});

describe("kept words", () => {
  const taken = new Set<string>();
  const seats = {
    take: (name: string) => Promise.resolve(!taken.has(name) && Boolean(taken.add(name))),
  };
  const key = "newsroom/unsent/noa/7/";

  test("of a lost page go to the next, of an open one to nobody, of another person never", async () => {
    const shelf = new Shelf();
    for (const name of [`${key}lost`, `${key}open`, "newsroom/unsent/dan/7/lost"]) {
      shelf.setItem(name, JSON.stringify({ client: name, version: 1, document: {}, steps: [] }));
    }
    taken.add(`${key}open`);
    const { own, left } = await takeKeepers(shelf, seats, "noa", "7");
    assert.equal(own.read()?.client, `${key}lost`);
    assert.deepEqual(left, []);
    const next = await takeKeepers(shelf, seats, "noa", "7");
    assert.equal(next.own.read(), null);
  });

  test("of a page that goes a moment later go to the next all the same", async () => {
    const shelf = new Shelf();
    const mark = `${key}slow`;
    shelf.setItem(mark, JSON.stringify({ client: "slow", version: 1, document: {}, steps: [] }));
    taken.add(mark);
    const pauses: number[] = [];
    const clock = {
      after: (milliseconds: number, act: () => void) => {
        pauses.push(milliseconds);
        if (pauses.length === 3) taken.delete(mark); // the browser lets go of its seat
        queueMicrotask(act);
        return () => undefined;
      },
    };
    const { held } = await takeKeepers(shelf, seats, "noa", "7");
    assert.deepEqual(held, [mark]);
    assert.equal((await takeLater(shelf, seats, clock, mark))?.read()?.client, "slow");
    assert.deepEqual(pauses, [300, 1000, 3000]);
    shelf.removeItem(mark);
    assert.equal(await takeLater(shelf, seats, clock, mark), null);
  });

  test("that were refused stay until they are done with", () => {
    const words = new RefusedWords(new Shelf(), "noa", "7");
    words.add({ sentence: "No.", words: "One" });
    words.add({ sentence: "No.", words: "Two" });
    words.drop({ sentence: "No.", words: "One" });
    assert.deepEqual(words.all(), [{ sentence: "No.", words: "Two" }]);
  });
});
