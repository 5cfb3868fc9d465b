/** This editor's copy of the story: what the authority confirmed, and what it has not seen yet. */
import { collab, getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { closeHistory } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { EditorState, type Plugin } from "prosemirror-state";
import { Mapping, type Step, type StepMap } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import { uniqueName } from "../page/names";
import type { Entry } from "./protocol";

/** The part of the editor's view that a replica needs; without a page, a plain object will do. */
export type EditorPort = Pick<EditorView, "state" | "dispatch" | "updateState">;

/** How far back a position given for an older version can still be followed. */
const MAPS_KEPT = 2000;

/** How the server calls itself in steps that it made for a page, before the client of that page. */
const MADE_FOR = "server:";

export interface Confirmed {
  readonly version: number;
  readonly document: Node;
}

export function firstState(
  confirmed: Confirmed,
  client: string,
  plugins: readonly Plugin[],
): EditorState {
  return EditorState.create({
    doc: confirmed.document,
    plugins: [...plugins, collab({ version: confirmed.version, clientID: client })],
  });
}

export class Replica {
  /** The maps that lead from version `firstMap` to the confirmed one. */
  private maps: StepMap[] = [];
  private firstMap: number;

  constructor(
    private readonly port: EditorPort,
    private clientId: string,
    private readonly plugins: readonly Plugin[],
    private confirmed: Confirmed,
  ) {
    this.firstMap = confirmed.version;
  }

  get client(): string {
    return this.clientId;
  }

  get version(): number {
    return getVersion(this.port.state);
  }

  get document(): Node {
    return this.port.state.doc;
  }

  get base(): Confirmed {
    return this.confirmed;
  }

  unsent(): readonly Step[] {
    return sendableSteps(this.port.state)?.steps ?? [];
  }

  /**
   * Takes steps the authority ordered after version `since`, own ones included.
   * Taking the same steps twice, or the answers in the wrong order, changes nothing.
   * Throws where the steps do not fit the confirmed document.
   */
  receive(since: number, entries: readonly Entry[]): void {
    if (since > this.version) throw new RangeError("steps are missing before these");
    const fresh = entries.slice(this.version - since);
    if (!fresh.length) return;
    for (const run of runs(fresh, (entry) => this.isAskedForHere(entry))) this.takeIn(run);
  }

  /** Those that an undo of this page takes back stand together, and apart from all others. */
  private takeIn(run: readonly Entry[]): void {
    const next = this.afterwards(run);
    const undoable = run.some((entry) => this.isAskedForHere(entry)) && !this.unsent().length;
    if (undoable) this.port.dispatch(closeHistory(this.port.state.tr));
    // What is drawn while the view takes them asks for the way up to them.
    this.remember(run);
    const tr = receiveTransaction(
      this.port.state,
      run.map(({ step }) => step),
      run.map(({ client }) => client),
      { mapSelectionBackward: true },
    );
    this.port.dispatch(tr.setMeta("addToHistory", undoable));
    if (undoable) this.port.dispatch(closeHistory(this.port.state.tr));
    this.confirmed = next;
  }

  /** The server made it because this page asked, as when a finding is accepted. */
  private isAskedForHere({ client }: Entry): boolean {
    return client === `${MADE_FOR}${this.clientId}`;
  }

  /** Leads positions of a version up to now, or null where that version is too old or unknown. */
  mappingFrom(version: number): Mapping | null {
    if (version < this.firstMap || version > this.version) return null;
    const known = this.maps.slice(version - this.firstMap);
    return new Mapping([...known, ...this.unsent().map((step) => step.getMap())]);
  }

  /**
   * Begins again from the authority's document; what was not sent is gone from this copy.
   * Under a new client id: a request given up as lost may still arrive at the authority, and its
   * steps must then come back as somebody else's.
   */
  restart(confirmed: Confirmed): void {
    this.confirmed = confirmed;
    this.clientId = uniqueName();
    this.maps = [];
    this.firstMap = confirmed.version;
    this.port.updateState(firstState(confirmed, this.clientId, this.plugins));
  }

  private afterwards(fresh: readonly Entry[]): Confirmed {
    let { document } = this.confirmed;
    for (const { step } of fresh) {
      const { doc, failed } = step.apply(document);
      if (!doc) throw new Error(failed ?? "a step does not fit");
      document = doc;
    }
    return { version: this.confirmed.version + fresh.length, document };
  }

  private remember(fresh: readonly Entry[]): void {
    this.maps.push(...fresh.map(({ step }) => step.getMap()));
    const surplus = this.maps.length - MAPS_KEPT;
    if (surplus > 0) {
      this.maps.splice(0, surplus);
      this.firstMap += surplus;
    }
  }
}

/** Neighbours of one kind together, in their order. */
function runs<One>(all: readonly One[], kind: (one: One) => boolean): One[][] {
  const found: One[][] = [];
  for (const one of all) {
    const last = found.at(-1);
    if (last?.[0] !== undefined && kind(last[0]) === kind(one)) last.push(one);
    else found.push([one]);
  }
  return found;
}
