import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cameWith } from "../src/editor/opening";
import { story } from "./newsroom";

function page(text: string | null): Parameters<typeof cameWith>[0] {
  return { getElementById: () => (text === null ? null : ({ textContent: text } as HTMLElement)) };
}

/** Words that an earlier page left after that version; none at 0. */
function left(version: number): Parameters<typeof cameWith>[1] {
  const kept = { client: "before", version, document: {}, steps: [] };
  return { read: () => (version ? kept : null) };
}

describe("what came with the page", () => {
  const document = story("The last boat left at noon.").toJSON() as unknown;
  const said = { version: 7, document, may: { copy: true, figures: false }, person: 3 };

  test("is the document, its version and what may be done with it", () => {
    const found = cameWith(page(JSON.stringify(said)), left(0));
    assert.equal(found?.version, 7);
    assert.deepEqual(found.document.toJSON(), document);
    assert.deepEqual(found.may, { copy: true, figures: false, suggestsAs: null });
  });

  test("is asked for where the page holds nothing, or nothing this script understands", () => {
    const newer = { ...said, document: { type: "scroll" } };
    for (const text of [null, "", "{", "null", JSON.stringify(newer)]) {
      assert.equal(cameWith(page(text), left(0)), null);
    }
  });

  test("is asked for anew where the page before heard of more than this one came with", () => {
    assert.equal(cameWith(page(JSON.stringify(said)), left(7))?.version, 7);
    assert.equal(cameWith(page(JSON.stringify(said)), left(8)), null);
  });
});
