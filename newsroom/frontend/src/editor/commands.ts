/** Everything the toolbar offers: its label, its words, its key, what it does, when it is on. */
import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { NodeType } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { openCharacters } from "./character-dialog";
import { insertFigure } from "./figures";
import { openFind } from "./find-bar";
import { editLink } from "./link-dialog";
import type { Reach } from "./protocol";
import { block, mark, type MarkName } from "./schema";
import { openSpelling } from "./spelling-dialog";

export interface EditorCommand {
  readonly label: string;
  readonly words: string;
  /** As prosemirror-keymap writes it. */
  readonly keys: string;
  readonly run: Command;
  readonly isOn?: (state: EditorState) => boolean;
  /** Puts a figure in, wherever the cursor is; the others change what is at the cursor. */
  readonly makesFigure?: boolean;
  /** Opens something of its own, which has the focus then and changes nothing by itself. */
  readonly opens?: boolean;
  /** Also for those who read the story and may not write in it. */
  readonly forReaders?: boolean;
}

function hasMark(name: MarkName) {
  return ({ selection, storedMarks, doc }: EditorState): boolean => {
    const type = mark(name);
    if (!selection.empty) return doc.rangeHasMark(selection.from, selection.to, type);
    return Boolean(type.isInSet(storedMarks ?? selection.$from.marks()));
  };
}

function within(type: NodeType) {
  return ({ selection: { $from } }: EditorState): boolean => {
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if ($from.node(depth).type === type) return true;
    }
    return false;
  };
}

const inHeading = within(block("heading"));
const inQuotation = within(block("blockquote"));
const inBullets = within(block("bullet_list"));
const inNumbers = within(block("ordered_list"));

/** One command where the thing is off and another where it is on. */
function either(isOn: (state: EditorState) => boolean, on: Command, off: Command): Command {
  return (state, dispatch, view) => (isOn(state) ? off : on)(state, dispatch, view);
}

const toParagraph = setBlockType(block("paragraph"));
const outOfList = liftListItem(block("list_item"));

export const COMMANDS: readonly EditorCommand[] = [
  {
    label: "Bold",
    words: "Bold",
    keys: "Mod-b",
    run: toggleMark(mark("strong")),
    isOn: hasMark("strong"),
  },
  {
    label: "Italic",
    words: "Italic",
    keys: "Mod-i",
    run: toggleMark(mark("em")),
    isOn: hasMark("em"),
  },
  { label: "Link", words: "Link to an address", keys: "Mod-k", run: editLink, isOn: hasMark("link") },
  {
    label: "Heading",
    words: "Heading or paragraph",
    keys: "Mod-Alt-2",
    run: either(inHeading, setBlockType(block("heading"), { level: 2 }), toParagraph),
    isOn: inHeading,
  },
  {
    label: "Quotation",
    words: "Set as a quotation",
    keys: "Mod-Shift-9",
    run: either(inQuotation, wrapIn(block("blockquote")), lift),
    isOn: inQuotation,
  },
  {
    label: "List",
    words: "List with bullets",
    keys: "Mod-Shift-8",
    run: either(inBullets, wrapInList(block("bullet_list")), outOfList),
    isOn: inBullets,
  },
  {
    label: "Numbers",
    words: "List with numbers",
    keys: "Mod-Shift-7",
    run: either(inNumbers, wrapInList(block("ordered_list")), outOfList),
    isOn: inNumbers,
  },
  {
    label: "Figure",
    words: "Put a figure after this",
    keys: "Mod-Shift-f",
    run: insertFigure,
    makesFigure: true,
  },
  { label: "Find", words: "Find and replace", keys: "Mod-f", run: openFind, opens: true },
  { label: "Signs", words: "Special characters", keys: "Mod-Shift-6", run: openCharacters },
  { label: "Spelling", words: "How do we write …?", keys: "Mod-Shift-l", run: openSpelling },
];

const inFigure = within(block("figure"));

/** Whether what it would change is this person's to change. */
export function isWithin(
  may: Reach,
  { makesFigure, opens }: EditorCommand,
  state: EditorState,
): boolean {
  if (opens) return true;
  if (typeof may.suggestsAs === "number" && !makesFigure) return true;
  return makesFigure || inFigure(state) ? may.figures : may.copy;
}
