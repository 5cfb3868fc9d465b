import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Transform } from "prosemirror-transform";
import { schema } from "../src/editor/schema";
import { endOf, settled } from "./newsroom";
import { newsroom } from "./room";

describe("what is typed", () => {
  test("reaches the server within 400 ms and the page says so", async () => {
    const { server, clock, open } = newsroom("The ferry sails.");
    const { editor } = open("noa");
    editor.type(" Daily.", "sails.");
    assert.equal(editor.saying, "Saving…");
    await clock.pass(400);
    assert.match(server.document.textContent, /sails\. Daily\./);
    assert.equal(editor.saying, "Saved");
  });

  test("is rebased over another's words, and neither is lost", async () => {
    const { server, clock, open } = newsroom("One.", "Two.");
    const noa = open("noa").editor;
    const dan = open("dan").editor;
    noa.type(" Noa wrote.", "One.");
    dan.type(" Dan wrote.", "Two.");
    await clock.pass(1000);
    await noa.sync.pull();
    assert.equal(noa.text, "Ferry runs again||Noa Lind|HAIFA|One. Noa wrote.|Two. Dan wrote.|");
    assert.ok(noa.document.eq(server.document));
    assert.ok(dan.document.eq(server.document));
  });

  test("takes a turn of its own where others come first again and again", async () => {
    const { server, clock, open } = newsroom("One.", "Two.");
    const { editor, network } = open("noa");
    let others = 3;
    network.forecast = () => {
      others -= 1;
      const at = endOf(server.document, "Two.");
      const said = new Transform(server.document).insert(at, schema.text(" Dan."));
      if (others >= 0) server.commit(server.version, "dan", said.steps);
      return "fine";
    };
    editor.type(" Noa wrote.", "One.");
    await clock.pass(300);
    assert.equal(network.sent, 2, "after the first time at once, and then not");
    await clock.pass(120);
    assert.equal(network.sent, 4);
    assert.equal(editor.saying, "Saved");
    assert.match(editor.text, /One\. Noa wrote\.\|Two\. Dan\. Dan\. Dan\./);
  });

  test("is there once when the answer was lost and the request sent again", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost answer";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.equal(editor.saying, "Offline: 1 unsent change, kept on this device");
    network.weather = "fine";
    await clock.pass(1000);
    assert.equal(server.version, 1);
    assert.equal(editor.saying, "Saved");
    assert.ok(editor.document.eq(server.document));
  });

  test("is said to be saved when a fetch shows that the lost answer was a yes", async () => {
    const { clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost answer";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    network.weather = "fine";
    const flushed = editor.sync.flushed();
    await editor.sync.pull();
    assert.equal(editor.saying, "Saved");
    assert.equal(await flushed, true);
  });

  test("is said to be saved when the answer is given up after a fetch brought the words", async () => {
    const { clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost late";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    network.weather = "fine";
    await editor.sync.pull();
    network.deliver();
    await clock.pass(0);
    assert.equal(editor.saying, "Saved");
  });

  test("is there once when the network doubled the request", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "doubled";
    editor.type(" Two.", "One.");
    await clock.pass(1000);
    assert.equal(server.version, 1);
    assert.ok(editor.document.eq(server.document));
  });

  test("is there once when its steps come back before the answer to them", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "slow answer";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    network.weather = "fine";
    await editor.sync.pull();
    editor.type(" Three.", "Two.");
    network.deliver();
    await clock.pass(1000);
    assert.equal(server.version, 2);
    assert.ok(editor.document.eq(server.document));
  });

  test("goes in portions after a long spell offline", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    for (let count = 0; count < 450; count += 1) editor.type("x", "One.");
    await clock.pass(60_000);
    assert.equal(editor.saying, "Offline: 450 unsent changes, kept on this device");
    network.weather = "fine";
    await clock.pass(10_000);
    assert.equal(server.version, 450);
    assert.equal(editor.saying, "Saved");
  });
});

describe("a part of the page that stumbles over an answer", () => {
  test("keeps no later word from being sent", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor } = open("noa");
    editor.stumbles.next = "no such element";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.deepEqual(editor.stumbles.over, ["Error: no such element"]);
    editor.type(" Three.", "Two.");
    await clock.pass(400);
    assert.match(server.document.textContent, /Two\. Three\./);
    assert.equal(editor.saying, "Saved");
  });
});

describe("without a network", () => {
  test("the waits grow to ten seconds and never end", async () => {
    const { clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    editor.type(" Two.", "One.");
    await clock.pass(60_000);
    const early = network.sent;
    await clock.pass(600_000);
    assert.equal(network.sent - early, 60);
  });

  test("a sign that it is back is followed at once", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    editor.type(" Two.", "One.");
    await clock.pass(60_000);
    network.weather = "fine";
    editor.sync.nudge();
    await clock.pass(0);
    assert.equal(server.version, 1);
  });

  test("a sign that comes while a request is failing is followed once it has failed", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    const send = network.send.bind(network);
    let fail = (): void => undefined;
    network.send = () =>
      new Promise((answer) => {
        fail = () => {
          answer({ kind: "signed-out" });
        };
      });
    editor.type(" Two.", "One.");
    await clock.pass(400);
    network.send = send;
    editor.sync.nudge();
    fail();
    await clock.pass(0);
    assert.equal(server.version, 1);
  });

  test("flushing says that it failed, and with a network that it did not", async () => {
    const { clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    editor.type(" Two.", "One.");
    const failed = editor.sync.flushed();
    await clock.pass(0);
    assert.equal(await failed, false);
    network.weather = "fine";
    const worked = editor.sync.flushed();
    await clock.pass(0);
    assert.equal(await worked, true);
  });

  test("a fetch that fails is said too, until one works", async () => {
    const { open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    await editor.sync.pull();
    assert.equal(editor.saying, "Offline: no unsent changes");
    network.weather = "fine";
    await editor.sync.pull();
    assert.equal(editor.saying, "Saved");
  });

  test("signed out, the page says so, keeps the words and goes on trying", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "signed out";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.equal(editor.saying, "Signed out: 1 unsent change, kept on this device");
    assert.equal(editor.signedOut, 1);
    network.weather = "fine";
    await clock.pass(1000);
    assert.equal(server.version, 1);
  });
});

describe("a refusal", () => {
  test("brings the server's text back and hands over the refused words", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor } = open("noa");
    server.refuse = () => "A link may not run a script.";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.ok(editor.document.eq(server.document));
    assert.deepEqual(editor.refused, [
      { sentence: "A link may not run a script.", words: "One. Two." },
    ]);
    assert.equal(editor.saying, "Refused: A link may not run a script.");
  });

  test("is over with the next words that are taken", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor } = open("noa");
    server.refuse = () => "No.";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    server.refuse = null;
    editor.type(" Three.", "One.");
    await clock.pass(400);
    assert.equal(editor.saying, "Saved");
    assert.match(server.document.textContent, /One\. Three\./);
  });

  test("without a way to the server's text keeps the words where they are", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    server.refuse = () => "No.";
    let asked = 0;
    network.forecast = () => (asked++ ? "lost request" : "fine");
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.match(editor.text, /One\. Two\./);
    assert.equal(editor.saying, "Offline: 1 unsent change, kept on this device");
  });

  test("by a server brought back from an older backup hands over all that it lost", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor } = open("noa");
    const older = server.document;
    editor.type(" Two.", "One.");
    await clock.pass(400);
    server.document = older;
    server.entries.length = 0;
    editor.type(" Three.", "Two.");
    await clock.pass(400);
    assert.ok(editor.document.eq(older));
    assert.deepEqual(editor.refused, [
      {
        sentence: "The newsroom has gone back to an earlier version of this story.",
        words: "One. Two. Three.",
      },
    ]);
    editor.type(" Four.", "One.");
    await clock.pass(400);
    assert.match(server.document.textContent, /One\. Four\./);
  });

  test("of the person makes the page read only, with the sentence and the words", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor } = open("noa");
    server.forbidden = "The story is with the editors now.";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    assert.equal(editor.readOnly, "The story is with the editors now.");
    assert.deepEqual(editor.refused.map(({ words }) => words), ["One. Two."]);
    assert.equal(editor.saying, "Read only: The story is with the editors now.");
  });
});

describe("what others write", () => {
  test("is fetched once more when a hint comes during a fetch", async () => {
    const { clock, open } = newsroom("One.");
    const noa = open("noa").editor;
    const dan = open("dan").editor;
    const first = noa.sync.pull();
    dan.type(" Two.", "One.");
    await clock.pass(400);
    await Promise.all([first, noa.sync.pull()]);
    await settled();
    assert.match(noa.text, /One\. Two\./);
  });

  test("comes in portions when it was a lot", async () => {
    const { server, clock, open } = newsroom("One.");
    server.mostAtOnce = 10;
    const noa = open("noa").editor;
    const dan = open("dan").editor;
    for (let count = 0; count < 35; count += 1) dan.type("x", "One.");
    await clock.pass(1000);
    await noa.sync.pull();
    await settled();
    noa.type(" Noa wrote.", "HAIFA");
    await clock.pass(1000);
    assert.ok(noa.document.eq(server.document));
    assert.equal(noa.refused.length, 0);
  });

  test("may be too much to follow: then the server's text comes, and own words are handed over", async () => {
    const { server, clock, open } = newsroom("One.");
    const noa = open("noa");
    const dan = open("dan").editor;
    dan.type(" Dan wrote.", "One.");
    await clock.pass(1000);
    server.mostAtOnce = 0;
    noa.editor.type(" Noa wrote.", "HAIFA");
    await clock.pass(1000);
    assert.ok(noa.editor.document.eq(server.document));
    assert.deepEqual(noa.editor.refused.map(({ words }) => words), ["HAIFA Noa wrote."]);
  });

  test("carries a position of an older version along", async () => {
    const { clock, open } = newsroom("One.", "Two.");
    const noa = open("noa").editor;
    const dan = open("dan").editor;
    const end = noa.document.content.size;
    dan.type("1234", "One.");
    await clock.pass(400);
    await noa.sync.pull();
    noa.type("56", "HAIFA");
    assert.equal(noa.replica.mappingFrom(0)?.map(end), end + 6);
    assert.equal(noa.replica.mappingFrom(99), null);
  });
});
