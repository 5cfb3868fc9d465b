/** The editor of one story on its page: the view, its replica, and who tells whom what. */
import type { Plugin, Transaction } from "prosemirror-state";
import { EditorView, type NodeViewConstructor } from "prosemirror-view";
import { rememberedHere } from "../page/remembered";
import { choosePhoto } from "../photos/choose-dialog";
import { Comments } from "../comments/comments";
import { Others } from "../presence/others";
import { Suggesting } from "../suggesting/suggesting";
import { browserClock, whenQuiet } from "./clock";
import { FigureView } from "./figure-view";
import { askServer } from "./finding-ask";
import { FindingCard } from "./finding-card";
import { fetchFindings } from "./finding-feed";
import { findingKeys } from "./finding-keys";
import { TypingCheck } from "./finding-typing";
import { tellSaved } from "./findings";
import { target } from "./goto";
import type { Keeper } from "./keeper";
import type { Notices } from "./notices";
import { openStory } from "./opening";
import { Panel } from "./panel";
import type { Place } from "./place";
import { pluginsFor } from "./plugins";
import type { Authority, Loaded, Reach } from "./protocol";
import { Replica } from "./replica";
import { type SaveState, showSaveState } from "./save-state";
import { SignedOut } from "./signed-out";
import { Sync, type SyncEvents } from "./sync";
import { toolbar } from "./toolbar";
import { writingTools } from "./writing-tools";

/** After a save the panel and the findings are looked at again, in milliseconds. */
const AFTER_SAVING = 600;

export interface Parts {
  readonly place: Place;
  readonly authority: Authority;
  readonly keeper: Keeper;
  readonly notices: Notices;
  readonly panel: HTMLElement;
  readonly saveState: HTMLElement;
}

export class StoryEditor {
  readonly view: EditorView;
  readonly replica: Replica;
  readonly sync: Sync;
  readonly panel: Panel;
  readonly others = new Others();
  readonly comments: Comments;
  readonly suggesting: Suggesting;
  readonly refreshSoon = whenQuiet(browserClock, AFTER_SAVING, () => {
    this.refresh();
  });
  private readonly card: FindingCard;
  private readonly typing: TypingCheck;
  private readonly signedOut: SignedOut;
  private may: Reach;
  private arrived = false;

  constructor(
    private readonly parts: Parts,
    loaded: Loaded,
  ) {
    const { place, authority, keeper, notices } = parts;
    this.may = loaded.may;
    this.comments = new Comments(place.threads);
    this.suggesting = new Suggesting(loaded, () => this.may, rememberedHere(`suggesting:${place.story}`));
    const writing = document.createElement("div");
    place.root.replaceChildren(writing);
    const plugins = this.pluginsOver(writing);
    const start = openStory(loaded, keeper, plugins, (sentence, words) => {
      notices.setAside({ sentence, words });
    });
    this.view = new EditorView(
      { mount: writing },
      {
        state: start.state,
        editable: () => this.may.copy || this.may.figures || typeof this.may.suggestsAs === "number",
        attributes: WRITING,
        scrollThreshold: UNCOVERED,
        scrollMargin: UNCOVERED,
        nodeViews: this.nodeViews(),
        dispatchTransaction: (tr) => {
          this.dispatch(tr);
        },
      },
    );
    this.card = new FindingCard(this.view);
    this.typing = new TypingCheck(this.view, askServer(place.typed), browserClock, () =>
      this.sync.unsent ? null : this.replica.version,
    );
    this.replica = new Replica(this.view, start.client, plugins, start.base);
    this.sync = new Sync(this.replica, authority, keeper, browserClock, this.events());
    this.signedOut = new SignedOut(notices, place, this);
    this.panel = new Panel(parts.panel, place.panel, () => void this.storyMoved());
    this.begin(loaded);
  }

  private pluginsOver(writing: HTMLElement): Plugin[] {
    return pluginsFor(
      () => this.may,
      toolbar(writing, () => this.may, this.comments.command, ...this.suggesting.commands),
      findingKeys(() => this.card),
      this.others.plugin,
      this.comments.plugin,
      ...this.suggesting.plugins,
      ...writingTools(this.parts.place.root, writing, () => this.may),
    );
  }

  private begin(loaded: Loaded): void {
    this.comments.join(this.view, this.panel);
    this.suggesting.join(this.view);
    this.tellReach(loaded);
    this.show(this.sync.state);
  }

  /** Follows a mark of the panel to its place; false where the document has none. */
  goTo(mark: string): boolean {
    const selection = target(this.view.state, mark);
    const [kind, id] = mark.split(":");
    const inPanel = document.getElementById(`${kind}-${id}`);
    if (!selection && kind === "thread" && inPanel) this.panel.reveal(inPanel);
    if (!selection) return kind === "thread" && inPanel !== null;
    // An editor without the focus does not scroll to its selection.
    this.view.focus();
    this.view.dispatch(this.view.state.tr.setSelection(selection).scrollIntoView());
    if (kind === "finding" && !this.card.open(Number(id))) this.panel.reveal(inPanel);
    if (kind === "thread") this.comments.open(Number(id));
    if (kind === "suggestion" && id) this.suggesting.open(id);
    return true;
  }

  refresh(): void {
    void this.panel.refresh().then(() => {
      this.comments.renew();
      this.suggesting.renew();
    });
    this.markFindings();
  }

  markFindings(): void {
    const { findings } = this.parts.place;
    void fetchFindings(findings, this.view, this.replica, this.sync).then(() => {
      this.arrive();
    });
    void this.comments.mark(this.view, this.replica, this.sync);
  }

  /** What was decided about a finding is done: fetch its step, and close the card about it. */
  decided(): void {
    this.card.close();
    void this.sync.pull();
    this.refresh();
  }

  /** Once, to the finding that the page's address names, if it names one. */
  private arrive(): void {
    if (this.arrived) return;
    this.arrived = true;
    const [, finding] = /^#finding-(\d+)$/.exec(location.hash) ?? [];
    if (finding) this.goTo(`finding:${finding}`);
  }

  private dispatch(asked: Transaction): void {
    const tr = this.suggesting.written(this.view.state, asked);
    this.view.updateState(this.view.state.apply(tr));
    if (!tr.docChanged) return;
    const here = tr.getMeta("collab$") === undefined;
    this.typing.changed(tr, here);
    if (!here) return;
    this.card.close();
    this.sync.changed();
  }

  private events(): SyncEvents {
    const { notices } = this.parts;
    return {
      onState: (state) => {
        this.show(state);
      },
      onWordsRefused: (sentence, words) => {
        notices.setAside({ sentence, words });
      },
      onReadOnly: (sentence) => {
        notices.say("reach", sentence);
        this.setReach({ copy: false, figures: false });
      },
      onSignedOut: () => {
        this.signedOut.offer();
      },
      onVersion: (version) => {
        const tr = this.sync.unsent ? null : tellSaved(this.view.state, version);
        if (tr) this.view.dispatch(tr);
        this.refreshSoon();
      },
      onStumble: reportError,
    };
  }

  private show(state: SaveState): void {
    showSaveState(this.parts.saveState, state);
    if (state.kind === "saved") this.signedOut.over();
  }

  private setReach(may: Reach): void {
    this.may = may;
    // New constructors make the view draw its figures again, with their fields open or closed.
    this.view.setProps({ nodeViews: this.nodeViews() });
  }

  private tellReach({ why }: Loaded): void {
    if (why) this.parts.notices.say("reach", why);
    else this.parts.notices.silence("reach");
  }

  private nodeViews(): Record<string, NodeViewConstructor> {
    const services = {
      choosePhoto: () => choosePhoto(this.parts.place.photos),
      mayChange: () => this.may.figures,
    };
    return { figure: (node, view, position) => new FigureView(node, view, position, services) };
  }

  private async storyMoved(): Promise<void> {
    const answer = await this.parts.authority.load();
    if (answer.kind !== "loaded") return;
    const { may } = answer.loaded;
    // A replica that has ended does not begin again; a fresh page does, with everything kept.
    if (this.sync.state.kind === "read-only" && (may.copy || may.figures)) location.reload();
    this.setReach(may);
    this.tellReach(answer.loaded);
  }
}

/** What is scrolled to stands clear of the head and the toolbar, which stay over the document. */
const UNCOVERED = { top: 160, right: 0, bottom: 80, left: 0 };

const WRITING = {
  class: "copy__writing",
  role: "textbox",
  "aria-multiline": "true",
  "aria-label": "The story",
  spellcheck: "true",
};
