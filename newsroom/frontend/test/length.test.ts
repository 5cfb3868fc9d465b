import assert from "node:assert/strict";
import { describe, test } from "node:test";
import cases from "../../../tests/samples/word_counts.json";
import { countWords, lengthTold, wordsIn } from "../src/editor/length";
import { schema } from "../src/editor/schema";
import { story } from "./newsroom";

describe("words", () => {
  for (const [text, count] of cases as [string, number][]) {
    test(`of ${JSON.stringify(text)} are ${count}, as the server counts them`, () => {
      assert.equal(countWords(text), count);
    });
  }

  test("of a story are those of its body, without its head lines and captions", () => {
    const base = story("One two.", "Three");
    const item = (text: string) =>
      schema.node("list_item", null, schema.node("paragraph", null, schema.text(text)));
    const list = schema.node("bullet_list", null, [item("four"), item("five")]);
    const figure = schema.node("figure", null, schema.text("A caption of many words."));
    const content = base.content.replaceChild(4, list).replaceChild(5, figure);
    assert.equal(wordsIn(base), 3);
    assert.equal(wordsIn(base.copy(content)), 2);
  });
});

test("the length is told with what was commissioned, and the minutes rounded up", () => {
  assert.equal(lengthTold(412, 450, 230), "412 of 450 words · 2 min");
  assert.equal(lengthTold(1, null, 230), "1 word · 1 min");
  assert.equal(lengthTold(0, null, 230), "0 words · 0 min");
  assert.equal(lengthTold(230, null, 230), "230 words · 1 min");
  assert.equal(lengthTold(231, null, 230), "231 words · 2 min");
});
