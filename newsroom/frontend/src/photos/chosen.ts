/** What a photo of the library brings along into a figure. */

/** A photo of the library as the dialog offers it. */
export interface ChosenPhoto {
  readonly id: number;
  readonly creator: string;
  readonly credit: string;
  readonly alt: string;
  readonly caption: string;
}

export interface FigureFacts {
  readonly photo: number | null;
  readonly creator: string;
  readonly credit: string;
  readonly alt: string;
  readonly crop: string | null;
}

/**
 * A figure's attributes with a photo in it. Where it was awaiting its image, what the reporter
 * wrote stays unless the photo says it itself; the credit of a photo that is replaced must go.
 */
export function withPhoto(figure: FigureFacts, photo: ChosenPhoto): FigureFacts {
  const awaited = figure.photo === null;
  const pick = (own: string, written: string): string => own || (awaited ? written : "");
  return {
    photo: photo.id,
    creator: pick(photo.creator, figure.creator),
    credit: pick(photo.credit, figure.credit),
    alt: pick(photo.alt, figure.alt),
    crop: null,
  };
}
