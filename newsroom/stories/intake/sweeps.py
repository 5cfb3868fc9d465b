"""What the head of a list of links takes along: the links under it, or all that follows."""

from dataclasses import dataclass

from newsroom.stories.intake.asides import ANYWHERE
from newsroom.stories.intake.credits import Strength
from newsroom.stories.intake.endings import split_ending
from newsroom.stories.intake.parts import Part, Piece, Pieces
from newsroom.stories.intake.rule import Sweep, first_match
from newsroom.stories.intake.words import is_loose

MAX_LINK = 160
"""Characters; a longer line under "Related" is prose again."""


@dataclass
class _Sweeping:
    """The sweep that is under way."""

    kind: Sweep = Sweep.NOTHING
    reason: str = ""
    taken: int = 0
    close: bool = False
    """Whether the first line taken stood right under the head, without a blank line."""


def sweep_links(pieces: Pieces) -> Pieces:
    """Set aside what stands under a head that was. Over the first paragraph nothing is swept."""
    found: Pieces = []
    prose = 0
    sweeping = _Sweeping()
    for i, piece in enumerate(pieces):
        below = pieces[i + 1] if i + 1 < len(pieces) else None
        if piece.part is Part.ASIDE and prose:
            rule = first_match(ANYWHERE, piece.text)
            if rule is not None:
                sweeping = _Sweeping(rule.sweep, rule.reason)
        elif piece.open and is_caption(piece.text):
            pass
        elif piece.open and _takes(sweeping, piece, below):
            sweeping.taken += 1
            piece = piece.aside(sweeping.reason)  # noqa: PLW2901
        elif piece.open:
            sweeping = _Sweeping()
            prose += not is_loose(piece.text)
        found.append(piece)
    return found


def is_caption(text: str) -> bool:
    """Whether a piece ends with what can only be a photo's credit."""
    return split_ending(text)[2] is Strength.STRONG


def _takes(sweeping: _Sweeping, piece: Piece, below: Piece | None) -> bool:
    if sweeping.kind is Sweep.REST:
        return True
    if sweeping.kind is Sweep.NOTHING or len(piece.text) > MAX_LINK or piece.text.endswith("."):
        return False
    if sweeping.taken == 0:
        sweeping.close = not piece.apart
    heads_prose = below is not None and below.open and not is_loose(below.text)
    # A list right under its head ends at the blank line; any list at what heads a paragraph.
    return not (piece.apart and (sweeping.close or (sweeping.taken and heads_prose)))
