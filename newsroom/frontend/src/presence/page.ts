/** A page that somebody has this story open in, as the server tells of it. */
export interface Page {
  /** One page of one person. */
  readonly key: string;
  readonly person: number;
  readonly name: string;
  /** Its selection in that version of the story; null while its person only reads. */
  readonly version: number;
  readonly anchor: number | null;
  readonly head: number | null;
  readonly typing: boolean;
  /** "Lena Ortiz, typing in paragraph 3". */
  readonly words: string;
  /** A number of the palette in tokens.css. */
  readonly colour: number;
  /** When it said so, by the server's clock. */
  readonly at: number;
}

/** A person on the desk, where it matters only which story they are in. */
export type Somebody = Pick<Page, "person" | "name" | "colour">;
