import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { history, redo, undo } from "prosemirror-history";
import { EditorState, type Transaction } from "prosemirror-state";
import { Step } from "prosemirror-transform";
import { schema } from "../src/editor/schema";
import { stepJson } from "../src/editor/step-json";
import { story } from "./newsroom";

function insertion(id: string) {
  return schema.mark("insertion", { id, author: 7, at: 1 });
}

describe("a step of marks that was undone and made again", () => {
  test("is written so that it can be read, and does the same", () => {
    const doc = story("One and two.");
    const [from, to] = [doc.content.size - 10, doc.content.size - 4];
    let state = EditorState.create({ doc, plugins: [history()] });
    const made: Transaction[] = [];
    const dispatch = (tr: Transaction): void => {
      made.push(tr);
      state = state.apply(tr);
    };
    dispatch(state.tr.addMark(from, to, insertion("a")).setMeta("addToHistory", false));
    dispatch(state.tr.addMark(from + 1, to, insertion("b")));
    undo(state, dispatch);
    redo(state, dispatch);
    const redone = made.at(-1)!;
    assert.throws(() => Step.fromJSON(schema, redone.steps[0]!.toJSON()));
    const read = Step.fromJSON(schema, stepJson(redone.steps[0]!));
    assert.ok(read.apply(redone.before).doc?.eq(redone.doc));
  });
});
