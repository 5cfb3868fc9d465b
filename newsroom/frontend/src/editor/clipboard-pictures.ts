/** Pictures on the clipboard: each becomes a figure that awaits its image, with the words it came with. */

/** Smaller ones, in pixels, are signs of a page and not its pictures. */
const SMALL = 100;

export function framePictures(body: HTMLElement): void {
  for (const image of body.querySelectorAll("img")) {
    // One figure of a page may show several.
    if (body.contains(image)) frame(image, image.closest("figure"), body);
  }
}

function frame(image: HTMLImageElement, around: HTMLElement | null, body: HTMLElement): void {
  const alt = (image.getAttribute("alt") ?? "").replace(/\s+/g, " ").trim();
  if (!around && !isPicture(image, alt)) {
    image.replaceWith(isSign(alt) ? alt : "");
    return;
  }
  const figure = document.createElement("figure");
  figure.dataset["node"] = "figure";
  figure.dataset["alt"] = alt.slice(0, 2000);
  const caption = document.createElement("figcaption");
  caption.append(...(around?.querySelector("figcaption")?.childNodes ?? []));
  figure.append(caption);
  put(figure, around ?? image, body);
}

/** Figures stand between the blocks of a story, never in a list or a quotation. */
function put(figure: HTMLElement, old: HTMLElement, body: HTMLElement): void {
  let outer: Element = old;
  for (let at = old.parentElement; at && at !== body; at = at.parentElement) {
    if (at.matches("ul, ol, blockquote, table, p, a, h1, h2, h3, h4, h5, h6")) outer = at;
  }
  if (outer === old) old.replaceWith(figure);
  else {
    old.remove();
    outer.after(figure);
  }
}

function isPicture(image: HTMLImageElement, alt: string): boolean {
  const sizes = [image.getAttribute("width"), image.getAttribute("height")].map(Number);
  if (sizes.some((size) => size > 0 && size < SMALL)) return false;
  return sizes.some((size) => size >= SMALL) || (alt !== "" && !isSign(alt));
}

/** An emoji that a page draws as a picture. */
function isSign(alt: string): boolean {
  return alt !== "" && alt.length <= 12 && !/[\p{L}\p{N}]/u.test(alt);
}
