/** Which characters can stand in a story: those that can be printed, as the server holds too. */

// Control characters but tab and line break, halves of pairs, and the two that are no characters.
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu;

export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "");
}

/** One line of plain text out of any. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, " ");
}
