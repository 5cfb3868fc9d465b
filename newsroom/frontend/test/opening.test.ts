import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { cameWith } from "../src/editor/opening";
import { story } from "./newsroom";

function page(text: string | null): Parameters<typeof cameWith>[0] {
  return { getElementById: () => (text === null ? null : ({ textContent: text } as HTMLElement)) };
}

describe("what came with the page", () => {
  const document = story("The last boat left at noon.").toJSON() as unknown;
  const said = { version: 7, document, may: { copy: true, figures: false }, person: 3 };

  test("is the document, its version and what may be done with it", () => {
    const found = cameWith(page(JSON.stringify(said)));
    assert.equal(found?.version, 7);
    assert.deepEqual(found.document.toJSON(), document);
    assert.deepEqual(found.may, { copy: true, figures: false, suggestsAs: null });
  });

  test("is asked for where the page holds nothing, or nothing this script understands", () => {
    const newer = { ...said, document: { type: "scroll" } };
    for (const text of [null, "", "{", "null", JSON.stringify(newer)]) {
      assert.equal(cameWith(page(text)), null);
    }
  });
});
