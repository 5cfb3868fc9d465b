"""Times and buttons that share a line with a byline: "By Jane Doe | 3 November 2026"."""

import re
from dataclasses import replace

from newsroom.stories.intake.bylines import Byline, byline
from newsroom.stories.intake.datelines import is_sure
from newsroom.stories.intake.parts import Piece, Pieces
from newsroom.stories.intake.stamps import MAX_LENGTH, holds_stamp, is_stamp
from newsroom.stories.intake.words import is_loose

BETWEEN = re.compile(
    r"\s*[|•·]\s*|\s+[–—-]\s+|,\s+|\s+(?=(?:published|updated|posted|last updated|first published)\b)",
    re.IGNORECASE,
)
FOLLOW = re.compile(r"\s+(?:Follow(?:\s@\w+)?|@\w+)$")
TOP = 25
"""Pieces from the beginning; further down a time belongs to its sentence."""


def cut_stamps(pieces: Pieces) -> Pieces:
    """Set aside the time, or the button, beside a byline."""
    top = [cut for piece in pieces[:TOP] for cut in _cut(piece)]
    return [*top, *pieces[TOP:]]


def _cut(piece: Piece) -> Pieces:
    text = piece.text
    whole = len(text) > MAX_LENGTH or not is_loose(text) or is_sure(text) or is_stamp(text)
    if not piece.open or whole:
        return [piece]
    follow = FOLLOW.search(text)
    if follow and byline(text[: follow.start()]) is not Byline.NONE:
        button = replace(piece, text=follow[0].strip()).aside("a prompt to follow")
        return [replace(piece, text=text[: follow.start()]), button]
    for gap in BETWEEN.finditer(text):
        before, after = text[: gap.start()], text[gap.end() :]
        for words, time in ((before, after), (after, before)):
            if (is_stamp(time) or holds_stamp(time)) and byline(words) is not Byline.NONE:
                stamp = text[gap.start() :].strip() if time is after else text[: gap.end()].strip()
                pair = [
                    replace(piece, text=words),
                    replace(piece, text=stamp).aside("a time stamp"),
                ]
                return pair if time is after else pair[::-1]
    return [piece]
