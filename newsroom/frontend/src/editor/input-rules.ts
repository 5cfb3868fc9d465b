/** Structure that is typed as it is meant: "- " begins a list, "> " a quotation, "## " a heading. */
import { inputRules, textblockTypeInputRule, wrappingInputRule } from "prosemirror-inputrules";
import type { Plugin } from "prosemirror-state";
import { type BlockName, block } from "./schema";

// Quotation marks are left as typed: which ones a paper prints is its house style, not a guess.
export function typedStructure(): Plugin {
  const wrap = (pattern: RegExp, name: BlockName) => wrappingInputRule(pattern, block(name));
  return inputRules({
    rules: [
      wrap(/^\s*[-*•]\s$/, "bullet_list"),
      wrap(/^\s*1[.)]\s$/, "ordered_list"),
      wrap(/^\s*>\s$/, "blockquote"),
      textblockTypeInputRule(/^(#{2,4})\s$/, block("heading"), ([, marks = "##"]) => ({
        level: marks.length,
      })),
    ],
  });
}
