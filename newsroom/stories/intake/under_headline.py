"""What stands between a headline and the body: standfirst, byline and dateline, in any order."""

from dataclasses import replace

from newsroom.photos.credit import is_agency
from newsroom.stories.intake.bylines import Byline, byline
from newsroom.stories.intake.datelines import is_sure, own_line, run_in
from newsroom.stories.intake.parts import Part, Piece, Pieces
from newsroom.stories.intake.words import (
    are_names,
    ends_like_a_sentence,
    has_case,
    is_loose,
    is_upper,
    sentences,
)

MAX_STANDFIRST = 450
MAX_STANDFIRST_SENTENCES = 3
MAX_PLACE_WORDS = 3
MAX_TOP = 10
"""Pieces under the headline that are looked at."""
MAX_SUMMARY = 6
"""Loose lines that may stand between the headline and the paragraph with the dateline."""
BODY = {Part.LIST_ITEM, Part.HEADING, Part.BLOCKQUOTE}
STAMP = "a time stamp"
TIME = {STAMP, "a row of buttons for sharing", "a prompt to follow"}
"""What pages print right under the name of a writer."""


def opens(pieces: Pieces, start: int = 0) -> list[int]:
    return [i for i in range(start, len(pieces)) if pieces[i].open]


def read_under_headline(pieces: Pieces, start: int) -> Pieces:
    has = {piece.part for piece in pieces}
    for i in opens(pieces, start)[:MAX_TOP]:
        if any(piece.part in BODY for piece in pieces[start:i]):
            break
        decided = _decided(pieces, i, has)
        if decided is None:
            break
        pieces[i] = pieces[i].as_part(decided)
        has.add(decided)
    if Part.DATELINE not in has:
        return _split_run_in(pieces, start)
    return [bare for piece in pieces for bare in _without_dash(piece)]


def _without_dash(piece: Piece) -> Pieces:
    """A dateline on its own line, without the dash that would lead on to the text."""
    line = own_line(piece.text) if piece.part is Part.DATELINE else ""
    mark = piece.text[len(line) :].strip() if line else ""
    if not mark:
        return [piece]
    return [replace(piece, text=line), replace(piece, text=mark, part=Part.MARK)]


def _decided(pieces: Pieces, i: int, has: set[Part]) -> Part | None:
    """The part of a piece under the headline; nothing where the body begins."""
    text = pieces[i].text
    after = opens(pieces, i + 1)[:2]
    if Part.DATELINE not in has and _is_dateline(pieces, i, after, signed=Part.BYLINE in has):
        return Part.DATELINE
    if Part.DATELINE in has and pieces[i - 1].part is Part.DATELINE and is_agency(text):
        return Part.DATELINE
    if _is_byline(pieces, i, signed=Part.BYLINE in has):
        return Part.BYLINE
    if Part.STANDFIRST not in has and _is_standfirst(pieces, i, after):
        return Part.STANDFIRST
    return None


def _is_byline(pieces: Pieces, i: int, *, signed: bool) -> bool:
    text = pieces[i].text
    sure = byline(text)
    if sure >= Byline.ROLE:
        return True
    if sure is Byline.NONE or not is_loose(text):
        return False
    if signed:
        # A name that pages print twice, beside the portrait and over the story.
        return any(piece.part is Part.BYLINE and text in piece.text for piece in pieces)
    return sure is Byline.NAME or _stands_over_time(pieces, i)


def _stands_over_time(pieces: Pieces, i: int) -> bool:
    return i + 1 < len(pieces) and pieces[i + 1].reason in TIME


def _signs(pieces: Pieces, i: int) -> bool:
    sure = byline(pieces[i].text)
    return sure >= Byline.ROLE or (sure > Byline.NONE and _stands_over_time(pieces, i))


def _is_dateline(pieces: Pieces, i: int, after: list[int], *, signed: bool) -> bool:
    text = pieces[i].text
    below = pieces[after[0]] if after else None
    if not own_line(text):
        return below is not None and _is_place_by_place(text, below, signed=signed)
    if is_sure(text):
        return True
    # Capitals alone may be a writer's name, where a dateline is still to come.
    later = any(own_line(pieces[j].text) or run_in(pieces[j].text) for j in after)
    return not (later and byline(text) is not Byline.NONE)


def _is_place_by_place(text: str, below: Piece, *, signed: bool) -> bool:
    """A place told by where it stands: one word in a script without capitals, or over its agency."""
    if text.isalpha() and not has_case(text):
        return not is_loose(below.text)
    words = text.split()
    return signed and len(words) <= MAX_PLACE_WORDS and are_names(words) and is_agency(below.text)


def _is_standfirst(pieces: Pieces, i: int, after: list[int]) -> bool:
    text = pieces[i].text
    if not after or len(text) > MAX_STANDFIRST or sentences(text) > MAX_STANDFIRST_SENTENCES:
        return False
    if run_in(text) is not None and not is_loose(text):
        return False
    below = pieces[after[0]].text
    if _signs(pieces, after[0]) or (own_line(below) and (is_sure(below) or is_upper(below))):
        return True
    if run_in(below) is not None and not is_loose(below):
        return True
    stamped = any(piece.reason == STAMP for piece in pieces[i + 1 : after[0]])
    before = any(piece.reason == STAMP for piece in pieces[:i])
    if stamped and not before:
        return True
    return not ends_like_a_sentence(text) and not text.endswith(":") and not is_loose(below)


def _split_run_in(pieces: Pieces, start: int) -> Pieces:
    """Take the dateline off the first paragraph; lines of a summary over it are standfirst."""
    lines = opens(pieces, start)[:MAX_SUMMARY]
    first = next((i for i in lines if not is_loose(pieces[i].text)), None)
    found = run_in(pieces[first].text) if first is not None else None
    if first is None or found is None:
        return pieces
    above = [
        p.as_part(Part.STANDFIRST) if p.open and i >= start else p
        for i, p in enumerate(pieces[:first])
    ]
    return [
        *above,
        replace(pieces[first], text=found.dateline, part=Part.DATELINE),
        replace(pieces[first], text=found.mark, part=Part.MARK),
        replace(pieces[first], text=found.paragraph),
        *pieces[first + 1 :],
    ]
