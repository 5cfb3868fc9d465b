import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Fragment, Slice } from "prosemirror-model";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { schema } from "../src/editor/schema";
import { initials } from "../src/presence/avatar";
import { Company } from "../src/presence/company";
import { placeOf } from "../src/presence/others";
import type { Page } from "../src/presence/page";
import { Teller } from "../src/presence/telling";
import { spotOf, whereIn } from "../src/presence/where";
import { FakeNetwork, FakeServer } from "./fake-authority";
import { Editor, HandClock, settled, Shelf, story } from "./newsroom";

function page(person: number, more: Partial<Page> = {}): Page {
  return {
    key: `${person}:tab`,
    person,
    name: `Person ${person}`,
    version: 0,
    anchor: null,
    head: null,
    typing: false,
    words: "",
    colour: 1,
    at: 100,
    ...more,
  };
}

describe("the company", () => {
  const keys = (company: Company): string[] => company.pages.map(({ key }) => key);

  test("does not hold the person's own other pages", () => {
    const company = new Company(7);
    company.take([page(7), page(7, { key: "7:other" }), page(8)], 100);
    assert.deepEqual(keys(company), ["8:tab"]);
  });

  test("is without whoever is missing in a later answer, and with whoever came since", () => {
    const company = new Company(7);
    company.take([page(8), page(9)], 100);
    company.hear(page(10, { at: 250 }));
    company.take([page(9)], 200);
    assert.deepEqual(keys(company), ["9:tab", "10:tab"]);
  });

  test("hears of a page what was said last, in whatever order it comes", () => {
    const company = new Company(7);
    company.hear(page(8, { at: 300, head: 5 }));
    company.hear(page(8, { at: 200, head: 4 }));
    assert.equal(company.pages[0]?.head, 5);
    company.left("8:tab");
    assert.deepEqual(company.pages, []);
  });

  test("names each person once, by the page they type in", () => {
    const company = new Company(7);
    company.hear(page(8, { key: "8:a", at: 300 }));
    company.hear(page(8, { key: "8:b", at: 200, typing: true }));
    company.hear(page(8, { key: "8:c", at: 400 }));
    assert.deepEqual(
      company.people.map(({ key }) => key),
      ["8:b"],
    );
  });
});

describe("a page", () => {
  function teller(alone = false) {
    const clock = new HandClock();
    const log: string[] = [];
    const state = { alone, answers: true };
    const made = new Teller(clock, {
      say: () => {
        log.push(made.typing ? "typing" : "here");
        return Promise.resolve(state.answers);
      },
      leave: () => log.push("left"),
      alone: () => state.alone,
    });
    return { clock, log, state, teller: made };
  }

  test("says it at once, and then as often as it must and no more", async () => {
    const { clock, log, teller: one } = teller();
    one.tell();
    for (let moves = 0; moves < 20; moves += 1) {
      one.moved();
      await clock.pass(100);
    }
    assert.ok(log.length >= 3 && log.length <= 5, String(log.length));
  });

  test("says the last of what happened, and rests", async () => {
    const { clock, log, teller: one } = teller();
    one.tell();
    await settled();
    one.moved();
    one.moved();
    await clock.pass(10_000);
    assert.equal(log.length, 2);
    await clock.pass(12_000);
    assert.equal(log.length, 3);
  });

  test("says that it types, and that it does no more", async () => {
    const { clock, log, teller: one } = teller();
    one.typed();
    await clock.pass(5_000);
    assert.deepEqual(log, ["typing", "here"]);
  });

  test("with nobody to see it says only that it is here", async () => {
    const { clock, log, teller: one } = teller(true);
    one.tell();
    for (let moves = 0; moves < 50; moves += 1) {
      one.typed();
      await clock.pass(200);
    }
    assert.equal(log.length, 1);
  });

  test("that gets no answer asks no faster than it rests", async () => {
    const { clock, log, state, teller: one } = teller();
    state.answers = false;
    for (let moves = 0; moves < 100; moves += 1) {
      one.moved();
      await clock.pass(100);
    }
    assert.equal(log.length, 1);
  });

  test("that stays in the background leaves, and comes back when it is looked at", async () => {
    const { clock, log, teller: one } = teller();
    one.tell();
    one.hidden();
    await clock.pass(70_000);
    assert.equal(log.at(-1), "left");
    const before = log.length;
    await clock.pass(60_000);
    assert.equal(log.length, before);
    one.shown();
    assert.equal(log.at(-1), "here");
  });

  test("that is looked at again soon has not left", async () => {
    const { clock, log, teller: one } = teller();
    one.hidden();
    await clock.pass(30_000);
    one.shown();
    await clock.pass(60_000);
    assert.ok(!log.includes("left"));
  });
});

describe("a cursor", () => {
  function pair(...paragraphs: string[]) {
    const server = new FakeServer(story(...paragraphs));
    const clock = new HandClock();
    const open = (name: string): Editor => {
      const { version, document } = server;
      return new Editor(name, new FakeNetwork(server), clock, new Shelf(), { version, document });
    };
    return { clock, noa: open("noa"), dan: open("dan") };
  }

  const around = (editor: Editor, said: Page): string => {
    const found = placeOf(said, editor.replica, editor.document);
    if (!found) return "nowhere";
    const from = Math.min(found.anchor, found.head);
    const to = Math.max(found.anchor, found.head);
    const text = (start: number, end: number): string => editor.document.textBetween(start, end, "|");
    return `${text(Math.max(0, from - 5), from)}[${text(from, to)}]`;
  };

  const endOf = (editor: Editor, words: string): number => {
    let found = 0;
    editor.document.descendants((node, position) => {
      if (node.text?.includes(words)) found = position + node.text.indexOf(words) + words.length;
    });
    return found;
  };

  test("stays behind what its person types", async () => {
    const { clock, noa, dan } = pair("One.");
    const at = endOf(noa, "One.");
    const said = page(1, { version: 0, anchor: at, head: at });
    noa.type(" Two.", "One.");
    await clock.pass(1000);
    await dan.sync.pull();
    assert.equal(around(dan, said), " Two.[]");
  });

  test("stays before what is typed here at the same place", () => {
    const { noa, dan } = pair("One.");
    const at = endOf(noa, "One.");
    dan.type(" Dan.", "One.");
    assert.equal(around(dan, page(1, { anchor: at, head: at })), "One.[]");
  });

  test("goes along with its words when something is typed before them", async () => {
    const { clock, noa, dan } = pair("One two.");
    const at = endOf(noa, "two");
    const said = page(1, { version: 0, anchor: at - 3, head: at });
    noa.type(" and a half", "One");
    await clock.pass(1000);
    await dan.sync.pull();
    dan.type("!", "Ferry");
    assert.equal(around(dan, said), "half [two]");
  });

  test("of a version that is not known here is nowhere", () => {
    const { dan } = pair("One.");
    assert.equal(around(dan, page(1, { version: 3, anchor: 4, head: 4 })), "nowhere");
  });

  test("beyond the end of the story is nowhere", () => {
    const { dan } = pair("One.");
    assert.equal(around(dan, page(1, { anchor: 2 ** 31 - 1, head: 4 })), "nowhere");
  });

  test("of who only reads is nowhere", () => {
    const { dan } = pair("One.");
    assert.equal(around(dan, page(1)), "nowhere");
  });

  test("is in the how manieth block of its kind", () => {
    const document = story("One.", "Two.", "Three.");
    let at = 0;
    document.descendants((node, position) => {
      if (node.text === "Two.") at = position;
    });
    assert.deepEqual(whereIn(document, at), { block: "paragraph", number: 2 });
    assert.deepEqual(whereIn(document, 1), { block: "headline", number: 1 });
    assert.deepEqual(whereIn(document, document.content.size), { block: null, number: 0 });
  });
});

test("a figure that is chosen whole is the place, not what follows it", () => {
  const plain = story("One.", "Two.");
  const at = plain.content.size - 2; // before the credit line
  const document = plain.replace(at, at, new Slice(Fragment.from(schema.node("figure")), 0, 0));
  const chosen = NodeSelection.create(document, at);
  assert.deepEqual(whereIn(document, spotOf(chosen)), { block: "figure", number: 1 });
  const within = TextSelection.create(document, 1);
  assert.deepEqual(whereIn(document, spotOf(within)), { block: "headline", number: 1 });
});

test("initials are of the first and the last name", () => {
  assert.deepEqual(["Lena Ortiz", "ada", "Jean-Luc van Dam", "  "].map(initials), [
    "LO",
    "A",
    "JD",
    "?",
  ]);
});
