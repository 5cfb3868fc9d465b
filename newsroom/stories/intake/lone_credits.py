"""Which caption a credit on a line of its own belongs to: the one above it, or the one below."""

from dataclasses import replace

from newsroom.stories.intake.captions import could_be_caption
from newsroom.stories.intake.credits import figure
from newsroom.stories.intake.parts import Part, Piece, Pieces


def join_credits(pieces: Pieces) -> Pieces:
    """Make a figure of each lone credit and its caption."""
    headline = next((i for i, piece in enumerate(pieces) if piece.open), -1)
    found: Pieces = []
    i = 0
    while i < len(pieces):
        piece = pieces[i]
        below = pieces[i + 1] if i + 1 < len(pieces) else None
        if piece.part is not Part.CREDIT:
            found.append(piece)
        elif below is not None and piece.apart and _belongs_below(below):
            found.append(_joined(below, piece))
            i += 1
        elif _belongs_above(found, piece, is_headline=i - 1 == headline):
            found.append(_joined(found.pop(), piece))
        elif below is not None and _belongs_below(below):
            found.append(_joined(below, piece))
            i += 1
        else:
            found.append(replace(piece, part=Part.FIGURE, figure=figure("", piece.text)))
        i += 1
    return found


def _belongs_above(above: Pieces, credit: Piece, *, is_headline: bool) -> bool:
    if not above or is_headline:
        return False
    if above[-1].part is Part.FIGURE:
        return above[-1].figure is not None and not above[-1].figure.credit
    return could_be_caption(above[-1], beside=not credit.apart)


def _belongs_below(below: Piece) -> bool:
    if below.part is Part.FIGURE:
        return below.figure is not None and not below.figure.credit
    return not below.apart and could_be_caption(below, beside=True)


def _joined(caption: Piece, credit: Piece) -> Piece:
    words = caption.figure.caption if caption.figure else caption.text
    return replace(
        caption,
        text=f"{caption.text}\n{credit.text}",
        part=Part.FIGURE,
        figure=figure(words, credit.text),
    )
