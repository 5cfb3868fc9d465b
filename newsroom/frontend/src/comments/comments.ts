/** Talking about the story in its editor: marks, card, key, and what becomes of a form once sent. */
import type { EditorState, Plugin, Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { EditorCommand } from "../editor/commands";
import type { Panel } from "../editor/panel";
import { fetchPlaced } from "../editor/placed-feed";
import type { Replica } from "../editor/replica";
import type { Sync } from "../editor/sync";
import { CommentCard } from "./comment-card";
import { clearSent, openEdits, sendByKeys } from "./comment-forms";
import { suggestNames } from "./mentions";
import { chooseThreads, showThreads, threadsShown } from "./talk-filter";
import { allThreads, brought, markThreads, setThreads, type Thread } from "./threads";

interface ThreadsAnswer {
  readonly version: number;
  readonly threads: readonly Omit<Thread, "taken">[];
  /** Those whose words are out of the text. */
  readonly out: readonly Thread[];
}

export const COMMENT_KEYS = [
  { keys: "Mod-Alt-m", words: "Comment on the words chosen, or answer at the cursor" },
] as const;

export class Comments {
  readonly plugin: Plugin = markThreads((about) => {
    this.card?.follow(about);
  });
  readonly command: EditorCommand = {
    label: "Comment",
    words: "Comment on these words",
    keys: "Mod-Alt-m",
    opens: true,
    forReaders: true,
    run: (_state: EditorState, dispatch?: (tr: Transaction) => void) => {
      if (dispatch) this.card?.begin();
      return true;
    },
  };
  private card: CommentCard | null = null;

  constructor(private readonly address: string) {}

  /** The view comes later than the plugin: it is made with it. */
  join(view: EditorView, panel: Panel): void {
    const form = (): HTMLFormElement | null =>
      document.querySelector<HTMLFormElement>("#new-comment");
    const card = new CommentCard(view, {
      form,
      reveal: (element) => {
        panel.reveal(element);
      },
    });
    this.card = card;
    // Not a key of the view: who may not write here has no cursor in it, and may talk all the same.
    document.addEventListener("keydown", (event) => {
      if (!isKey(event) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      card.begin();
    });
    document.addEventListener("taken", (event) => {
      const form: unknown = (event as CustomEvent).detail;
      if (!(form instanceof HTMLFormElement) || !clearSent(form)) return;
      card.close();
      // What somebody has just begun is open, and they see that it is there.
      const begun = form.dataset["comment"] === "new";
      if (begun && threadsShown() === "resolved") showThreads("open");
    });
    openEdits();
    sendByKeys();
    chooseThreads();
    suggestNames("/stories/mentions");
  }

  open(id: number): boolean {
    return this.card?.open(id) ?? false;
  }

  renew(): void {
    this.card?.renew();
  }

  async mark(view: EditorView, replica: Replica, sync: Sync): Promise<void> {
    const placed = await fetchPlaced<ThreadsAnswer>(this.address, replica, sync);
    if (!placed) return;
    const { answer, mapping } = placed;
    const said = [...answer.threads.map((one) => ({ ...one, taken: null })), ...answer.out];
    view.dispatch(setThreads(view.state, brought(said, mapping, allThreads(view.state))));
  }
}

function isKey({ ctrlKey, metaKey, altKey, shiftKey, key, code }: KeyboardEvent): boolean {
  const m = key.toLowerCase() === "m" || code === "KeyM";
  return m && altKey && !shiftKey && (ctrlKey || metaKey);
}
