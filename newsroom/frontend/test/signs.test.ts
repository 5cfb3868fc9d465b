import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { characterGroups, isMeant } from "../src/editor/characters";
import { marksOf, signFor } from "../src/editor/quotes";

/** Types a text key by key, as the editor would print it. */
function typed(kind: string, keys: string): string {
  let text = "";
  for (const key of keys.match(/./gsu) ?? []) {
    const printed = signFor(kind, key, text);
    text = printed ? text.slice(0, text.length - printed.takes) + printed.sign : text + key;
  }
  return text;
}

describe("what is typed on a desk that prints", () => {
  for (const [kind, keys, printed] of [
    ["curly", `"No," he said. "It didn't."`, "“No,” he said. “It didn’t.”"],
    ["curly", `She said: "He told me 'never'."`, "She said: “He told me ‘never’.”"],
    ["curly", `("Yes")`, "(“Yes”)"],
    ["curly", `"I was-" - "No--"`, "“I was-” - “No–”"],
    ["curly", `the boys' boat`, "the boys’ boat"],
    ["curly", `1914--18 and so---on`, "1914–18 and so—on"],
    ["low", `"Nein", sagte er. "Wie geht's?"`, "„Nein“, sagte er. „Wie geht’s?“"],
    ["low", `"Er sagte 'nein'."`, "„Er sagte ‚nein‘.“"],
    ["guillemets", `"Non", dit-il. "L'eau 'vive'."`, "«Non», dit-il. «L’eau ‹vive›.»"],
    ["curly", `צה"ל אמר "כן"`, `צה"ל אמר “כן”`],
    ["curly", `רח' יפו`, `רח' יפו`],
    ["typed", `"It didn't" -- no`, `"It didn't" -- no`],
    ["", `"a"`, `"a"`],
  ] as const) {
    test(`${kind || "nothing"}: ${keys}`, () => {
      assert.equal(typed(kind, keys), printed);
    });
  }
});

describe("special characters", () => {
  const groups = characterGroups("low");
  const all = groups.flatMap(({ characters }) => characters);

  test("each have a name, and stand there once", () => {
    assert.deepEqual(
      all.filter(({ name, sign }) => !name || !sign),
      [],
    );
    assert.equal(new Set(all.map(({ sign }) => sign)).size, all.length);
    assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
  });

  test("begin with the quotation marks of the desk", () => {
    const first = groups[0]!.characters.slice(0, 4).map(({ sign }) => sign);
    assert.deepEqual(first, marksOf("low"));
  });

  test("are found by the words of their names, or as themselves", () => {
    const meant = (words: string) => all.filter((one) => isMeant(one, words)).map(({ sign }) => sign);
    assert.deepEqual(meant("dash"), ["–", "—"]);
    assert.deepEqual(meant("space non-break"), ["\u00a0", "\u202f"]);
    assert.deepEqual(meant("€"), ["€"]);
    assert.equal(meant("").length, all.length);
  });
});
