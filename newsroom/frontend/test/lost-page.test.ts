import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { Keeper } from "../src/editor/keeper";
import { openStory } from "../src/editor/opening";
import { keepWithin } from "../src/editor/reach";
import { Shelf, story } from "./newsroom";
import { newsroom } from "./room";

describe("a page that is lost", () => {
  test("comes back with the words that were not sent", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost request";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    editor.crash();
    const again = open("noa").editor;
    assert.match(again.text, /One\. Two\./);
    again.sync.nudge();
    await clock.pass(1000);
    assert.match(server.document.textContent, /One\. Two\./);
  });

  test("does not write twice what had arrived without an answer", async () => {
    const { server, clock, open } = newsroom("One.");
    const { editor, network } = open("noa");
    network.weather = "lost answer";
    editor.type(" Two.", "One.");
    await clock.pass(400);
    editor.crash();
    const again = open("noa").editor;
    again.sync.nudge();
    await clock.pass(1000);
    assert.equal(server.version, 1);
    assert.ok(again.document.eq(server.document));
  });

  test("comes back over what others wrote meanwhile", async () => {
    const { server, clock, open } = newsroom("One.", "Two.");
    const noa = open("noa");
    noa.network.weather = "lost request";
    noa.editor.type(" Noa wrote.", "One.");
    noa.editor.crash();
    const dan = open("dan").editor;
    dan.type("So: ", "HAIFA");
    await clock.pass(1000);
    const again = open("noa").editor;
    again.sync.nudge();
    await clock.pass(1000);
    assert.match(server.document.textContent, /HAIFASo: One\. Noa wrote\.Two\./);
    assert.ok(again.document.eq(server.document));
  });

  test("leaves nothing behind once everything is sent", async () => {
    const { clock, shelf, open } = newsroom("One.");
    const { editor } = open("noa");
    editor.type(" Two.", "One.");
    assert.equal(shelf.length, 1);
    await clock.pass(400);
    assert.equal(shelf.length, 0);
  });

  test("is guarded against where the browser keeps nothing", () => {
    const { shelf, open } = newsroom("One.");
    const { editor } = open("noa");
    shelf.full = true;
    editor.type(" Two.", "One.");
    assert.equal(editor.keeper.safe, false);
  });
});

describe("words kept by a page that was lost", () => {
  const base = { version: 3, document: story("One."), may: { copy: true, figures: true }, why: "", person: 1, suggesting: false };

  function openedWith(kept: object): { text: string; lost: string[] } {
    const shelf = new Shelf();
    shelf.setItem("noa", JSON.stringify({ client: "c", version: 1, document: {}, ...kept }));
    const lost: string[] = [];
    const { state } = openStory(base, new Keeper(shelf, "noa"), [], (_, words) => lost.push(words));
    assert.equal(shelf.length, 0);
    return { text: state.doc.textContent, lost };
  }

  const slice = { content: [{ type: "text", text: "Kept" }] };
  const typed = { stepType: "replace", from: 1, to: 1, slice };

  test("are handed over where they no longer make a document", () => {
    const { text, lost } = openedWith({ steps: [typed] });
    assert.match(text, /One\./);
    assert.deepEqual(lost, ["Kept"]);
  });

  test("are handed over where the server was set back to an older copy", () => {
    const document = story("One.").toJSON() as unknown;
    assert.deepEqual(openedWith({ steps: [typed], version: 9, document }).lost, ["Kept"]);
  });

  test("are handed over where the person may not change that part any more", () => {
    const shelf = new Shelf();
    const before = story("One.", "Two.");
    const words = { content: [{ type: "text", text: " Kept." }] };
    const at = before.content.size - 3;
    const step = { stepType: "replace", from: at, to: at, slice: words };
    const kept = { client: "c", version: 3, document: before.toJSON() as unknown, steps: [step] };
    shelf.setItem("noa", JSON.stringify(kept));
    const loaded = {
      version: 4,
      document: story("One, and more.", "Two."),
      may: { copy: false, figures: false },
      person: 1,
      suggesting: false,
      why: "The story is with its editors.",
    };
    const lost: [string, string][] = [];
    const { state } = openStory(
      loaded,
      new Keeper(shelf, "noa"),
      [keepWithin(() => loaded.may)],
      (...said) => lost.push(said),
    );
    assert.ok(state.doc.eq(loaded.document));
    assert.deepEqual(lost, [[loaded.why, "One.\n\nTwo. Kept."]]);
    assert.equal(shelf.length, 0);
  });
});
