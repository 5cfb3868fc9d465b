/** Fetches the findings and brings them to the places where their words stand in this editor. */
import type { EditorView } from "prosemirror-view";
import { type Finding, moved, setFindings } from "./findings";
import { fetchPlaced } from "./placed-feed";
import type { Replica } from "./replica";
import type { Sync } from "./sync";

interface FindingsAnswer {
  readonly version: number;
  /** The version that house style has read; null before it has read any. */
  readonly read: number | null;
  readonly findings: readonly Finding[];
}

export async function fetchFindings(
  address: string,
  view: EditorView,
  replica: Replica,
  sync: Sync,
): Promise<void> {
  const placed = await fetchPlaced<FindingsAnswer>(address, replica, sync);
  if (!placed) return;
  const { findings, read } = placed.answer;
  view.dispatch(setFindings(view.state, moved(findings, placed.mapping), read));
}
