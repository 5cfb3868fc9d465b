/** What the story's page tells its script: which story, whose page, and the addresses. */

export interface Place {
  readonly root: HTMLElement;
  readonly story: number;
  /** Whose page it is: words kept in the browser are given back to nobody else. */
  readonly person: string;
  /** The name that they sign in with. */
  readonly signInName: string;
  readonly document: string;
  readonly steps: string;
  readonly findings: string;
  readonly typed: string;
  readonly threads: string;
  readonly panel: string;
  readonly photos: string;
}

export function placeOf(page: Document): Place | null {
  const root = page.getElementById("editor");
  const { story, documentUrl, stepsUrl, findingsUrl, threadsUrl, panelUrl } = root?.dataset ?? {};
  if (!root || !story || !documentUrl || !stepsUrl || !findingsUrl || !threadsUrl || !panelUrl) return null;
  return {
    root,
    story: Number(story),
    person: root.dataset["person"] ?? root.dataset["author"] ?? "",
    signInName: root.dataset["signInName"] ?? "",
    document: documentUrl,
    steps: stepsUrl,
    findings: findingsUrl,
    typed: root.dataset["typedUrl"] ?? "",
    threads: threadsUrl,
    panel: panelUrl,
    photos: root.dataset["chooseUrl"] ?? "/photos/choose",
  };
}

export function tokenOf(page: Document): string {
  return page.body.dataset["csrf"] ?? "";
}
