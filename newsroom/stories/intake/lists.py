"""Which pieces are items of a list: bullets, and numbers that count."""

import re
from dataclasses import replace

from newsroom.stories.intake.parts import Part, Piece, Pieces

BULLET = re.compile(r"([•·▪‣●○◦])\s*(?=\S)|(\*{1,2}|-)\s+(?=\S)|(\*{1,2})(?=\w)")
NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")


def find_lists(pieces: Pieces) -> Pieces:
    """Mark the items. A bullet is a mark; a number stays, for it is read."""
    lines = [piece for piece in pieces if piece.part is not Part.MARK]
    items = {
        id(piece): _item(piece, above, below)
        for above, piece, below in zip([None, *lines], lines, [*lines[1:], None], strict=False)
    }
    return [item for piece in pieces for item in items.get(id(piece), [piece])]


def _item(piece: Piece, above: Piece | None, below: Piece | None) -> Pieces:
    if not piece.open:
        return [piece]
    bullet = BULLET.match(piece.text)
    if bullet and (bullet[1] or any(_same_bullet(bullet, other) for other in (above, below))):
        return [
            replace(piece, text=bullet[0].strip(), part=Part.MARK),
            replace(piece, text=piece.text[bullet.end() :], part=Part.LIST_ITEM),
        ]
    number = number_of(piece.text)
    if number and (_numbered(above, number - 1) or _numbered(below, number + 1)):
        return [piece.as_part(Part.LIST_ITEM)]
    return [piece]


def _same_bullet(bullet: re.Match[str], other: Piece | None) -> bool:
    beside = BULLET.match(other.text) if other and other.open else None
    return beside is not None and beside[0].strip() == bullet[0].strip()


def _numbered(piece: Piece | None, number: int) -> bool:
    return piece is not None and piece.open and number > 0 and number_of(piece.text) == number


def number_of(text: str) -> int:
    """The number that opens an item; 0 where there is none."""
    match = NUMBER.match(text)
    return int(match[1]) if match else 0
