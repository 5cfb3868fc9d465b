/** What the editor is made of, in the order in which it hears of a key. */
import { baseKeymap, chainCommands, liftEmptyBlock } from "prosemirror-commands";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { history, redo, undo } from "prosemirror-history";
import { undoInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { COMMANDS } from "./commands";
import { readCursorFirst } from "./cursor";
import { dropWhereItFits } from "./dropping";
import { markFindings } from "./findings";
import { heldPlace } from "./held-place";
import { typedStructure } from "./input-rules";
import { leaveCaption, leaveLine, newParagraph, selectPart, stopAtEdge, typeOverAll } from "./lines";
import { cleanPaste } from "./paste";
import { watchPaste } from "./pasted";
import { showPlaceholders } from "./placeholders";
import type { Reach } from "./protocol";
import { keepWithin } from "./reach";
import { block } from "./schema";

const item = block("list_item");
const base = (key: "Backspace" | "Delete" | "Enter"): Command => baseKeymap[key] as Command;

const KEYS: Readonly<Record<string, Command>> = {
  "Mod-z": undo,
  "Shift-Mod-z": redo,
  "Mod-y": redo,
  Enter: chainCommands(leaveLine, leaveCaption, splitListItem(item), liftEmptyBlock, newParagraph, base("Enter")),
  "Mod-a": selectPart,
  Tab: sinkListItem(item),
  "Shift-Tab": liftListItem(item),
  Backspace: chainCommands(undoInputRule, base("Backspace"), stopAtEdge("backward")),
  Delete: chainCommands(base("Delete"), stopAtEdge("forward")),
};

// A format that cannot be had here must not be left to the browser, which would draw it all the same.
const held: Command = () => true;
const FORMAT_KEYS: Readonly<Record<string, Command>> = {
  ...Object.fromEntries(COMMANDS.map(({ keys, run }) => [keys, chainCommands(run, held)])),
  "Mod-u": held,
};

export function pluginsFor(may: () => Reach, ...more: readonly Plugin[]): Plugin[] {
  return [
    keepWithin(may),
    readCursorFirst(),
    ...more,
    typeOverAll(),
    heldPlace(),
    typedStructure(),
    keymap(FORMAT_KEYS),
    keymap(KEYS),
    keymap(baseKeymap),
    cleanPaste(may),
    dropWhereItFits(),
    watchPaste(),
    showPlaceholders(),
    markFindings(),
    dropCursor({ class: "drop-cursor", color: false }),
    gapCursor(),
    history(),
  ];
}
