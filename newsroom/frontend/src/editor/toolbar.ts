/** The commands as buttons over the document; arrow keys move between them. */
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { withNextFrame } from "./clock";
import { readable } from "../keyboard/help";
import { make } from "../page/element";
import { COMMANDS, type EditorCommand, isWithin } from "./commands";
import type { Reach } from "./protocol";

interface Tool {
  readonly button: HTMLButtonElement;
  readonly command: EditorCommand;
}

/** `may` is asked at each change, for it changes when the story moves. */
export function toolbar(
  before: HTMLElement,
  may: () => Reach,
  ...more: readonly EditorCommand[]
): Plugin {
  return new Plugin({
    view(view) {
      const commands = [...COMMANDS, ...more];
      const tools = commands.map((command) => ({ command, button: button(view, command) }));
      const bar = make(
        "div",
        { class: "toolbar", role: "toolbar", "aria-label": "Format", "aria-controls": "editor" },
        ...tools.map((tool) => tool.button),
      );
      bar.addEventListener("keydown", (event) => {
        move(tools, event);
      });
      before.before(bar);
      const renew = withNextFrame(() => {
        show(view, tools, may());
      });
      renew();
      return {
        // Each command is tried to tell whether it can be pressed: no key waits for that.
        update: renew,
        destroy: () => {
          bar.remove();
        },
      };
    },
  });
}

function button(view: EditorView, { label, words, keys, run, opens }: EditorCommand): HTMLButtonElement {
  const made = make(
    "button",
    { class: "button button--quiet", type: "button", tabindex: "-1", title: `${words} (${readable(keys).join(" ")})` },
    label,
  );
  // The selection stays in the document while its format is changed.
  made.addEventListener("mousedown", (event) => {
    event.preventDefault();
  });
  made.addEventListener("click", () => {
    run(view.state, view.dispatch, view);
    if (!opens && !document.querySelector("dialog[open]")) view.focus();
  });
  return made;
}

function show(view: EditorView, tools: readonly Tool[], may: Reach): void {
  for (const { button: shown, command } of tools) {
    const theirs = command.forReaders ?? (view.editable && isWithin(may, command, view.state));
    shown.hidden = !view.editable && !command.forReaders;
    shown.disabled = !theirs || !command.run(view.state);
    if (command.isOn) shown.setAttribute("aria-pressed", String(command.isOn(view.state)));
  }
  keepReachable(tools);
}

/** The Tab key stops at one button of the bar, and it must be one that can be pressed. */
function keepReachable(tools: readonly Tool[]): void {
  const stop = tools.find(({ button: one }) => one.tabIndex === 0);
  if (stop && !stop.button.disabled) return;
  const next = tools.find(({ button: one }) => !one.disabled);
  for (const tool of tools) tool.button.tabIndex = tool === next ? 0 : -1;
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

function move(tools: readonly Tool[], event: KeyboardEvent): void {
  const step = STEPS[event.key];
  if (!step) return;
  const ready = tools.map((tool) => tool.button).filter((one) => !one.disabled);
  const at = ready.indexOf(document.activeElement as HTMLButtonElement);
  const next = ready[(at + step + ready.length) % ready.length];
  if (!next) return;
  event.preventDefault();
  for (const { button: one } of tools) one.tabIndex = one === next ? 0 : -1;
  next.focus();
}
