"""Lines that a page prints twice: the headline over the story, a caption under its thumbnail."""

from newsroom.stories.intake.parts import Part, Pieces
from newsroom.stories.intake.words import is_loose

MIN_WORDS = 3
"""A shorter line may well be said twice."""
MAX_ALT = 25
"""Words of a caption's beginning that may stand by itself."""


def set_repeats_aside(pieces: Pieces) -> Pieces:
    """Set aside the second of two equal figures, and what says only a figure's caption again."""
    captions = {words for piece in pieces if piece.figure for words in _said(piece.figure.caption)}
    headline = next(
        (piece.text for piece in pieces if piece.open or piece.part is Part.HEADLINE), ""
    )
    captions.discard(headline)
    shown: set[str] = set()
    read: set[str] = set()
    found: Pieces = []
    for piece in pieces:
        caption = piece.figure.caption if piece.figure else ""
        long = piece.open and len(piece.text.split()) >= MIN_WORDS
        again = bool(found) and found[-1].text == piece.text and is_loose(piece.text)
        if piece.figure and not caption and _last_credit(found) == piece.figure.credit:
            found.append(piece.aside("the credit a second time"))
        elif (caption and caption in shown) or (long and piece.text in captions):
            found.append(piece.aside("the caption a second time"))
        elif long and piece.text == headline and headline in read:
            found.append(piece.aside("the headline a second time"))
        elif piece.open and again:
            found.append(piece.aside("the line a second time"))
        else:
            found.append(piece)
        shown.add(caption)
        read.add(piece.text)
    return found


def _said(caption: str) -> set[str]:
    """A caption, and its beginning, which a page gives as the picture's alternative."""
    words = caption.split()
    return {caption} | {" ".join(words[:n]) for n in range(MIN_WORDS, min(len(words), MAX_ALT))}


def _last_credit(pieces: Pieces) -> str:
    """The credit of the last figure, where no paragraph stands between."""
    for piece in reversed(pieces):
        if piece.figure:
            return piece.figure.credit
        if piece.open:
            break
    return ""
