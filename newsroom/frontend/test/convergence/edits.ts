/** What people do to a text: every kind of edit, and undo and redo. */
import { splitBlock, toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { schema } from "../../src/editor/schema";
import { decide, suggestionsIn } from "../../src/suggesting/decide";
import { asSuggestion } from "../../src/suggesting/rewrite";
import type { Editor } from "../newsroom";
import type { Dice } from "./dice";

export type Edit = (editor: Editor, roll: Dice) => void;

export function place(editor: Editor, roll: Dice): void {
  const { doc, tr } = editor.port.state;
  const spot = doc.resolve(roll.below(doc.content.size + 1));
  editor.port.dispatch(tr.setSelection(TextSelection.near(spot)));
}

function command(made: Command): Edit {
  return (editor) => {
    made(editor.port.state, editor.port.dispatch);
  };
}

const typeWord: Edit = (editor, roll) => {
  editor.port.dispatch(editor.port.state.tr.insertText(`w${roll.below(1e6)} `));
};

const cut: Edit = (editor, roll) => {
  const { $from } = editor.port.state.selection;
  const from = $from.start() + roll.below($from.parent.content.size + 1);
  const to = Math.min($from.end(), from + roll.below(6));
  if (from < to) editor.port.dispatch(editor.port.state.tr.delete(from, to));
};

const embolden: Edit = (editor) => {
  const { $from } = editor.port.state.selection;
  const whole = TextSelection.create(editor.document, $from.start(), $from.end());
  editor.port.dispatch(editor.port.state.tr.setSelection(whole));
  toggleMark(schema.marks["strong"]!)(editor.port.state, editor.port.dispatch);
};

/** Typing comes oftener than the rest. */
export const EDITS: readonly Edit[] = [
  typeWord,
  typeWord,
  typeWord,
  cut,
  embolden,
  command(splitBlock),
  command(undo),
  command(redo),
];

const MIRA = { person: 7, now: () => 1_790_000_000_000 };

/** The edit as somebody makes it who only suggests. */
function suggested(edit: Edit): Edit {
  return (editor, roll) => {
    const { port } = editor;
    const suggesting = {
      get state() {
        return port.state;
      },
      dispatch: (tr: Transaction) => {
        port.dispatch(tr.docChanged ? asSuggestion(port.state, tr, MIRA) : tr);
      },
      updateState: () => undefined,
    };
    edit({ port: suggesting, document: editor.document } as unknown as Editor, roll);
  };
}

const decideSome: Edit = ({ port }, roll) => {
  const { from, to } = port.state.selection;
  const ids = suggestionsIn(port.state.doc, from, to);
  port.dispatch(decide(port.state, ({ id }) => ids.has(id), roll.one(["accept", "reject"])));
};

/** Of a newsroom where some change the copy, some suggest, and some decide. */
export const ALL_EDITS: readonly Edit[] = [
  ...EDITS,
  suggested(typeWord),
  suggested(cut),
  suggested(command(splitBlock)),
  decideSome,
];

/** Types words that are all different, each where no other can be split; nothing takes them out. */
export function typingOnce(typed: string[]): Edit {
  return (editor) => {
    const word = `w${typed.length}x`;
    typed.push(word);
    const { $from } = editor.port.state.selection;
    editor.port.dispatch(editor.port.state.tr.insertText(` ${word}`, $from.end()));
  };
}
