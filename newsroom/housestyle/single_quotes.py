"""Telling a single quotation mark from an apostrophe."""

import re
from collections.abc import Sequence
from enum import IntEnum

from newsroom.housestyle.quote_marks import SINGLES, QuoteMark

# A single mark opens a quotation only if it is closed within this many characters.
REACH = 1500

_CLOSING = frozenset("'’´‘")
_OPENING = frozenset("'‘’‚‛`")
_ELISION = re.compile(
    r"(?:\d\ds?|n|em|til|till|tis|twas|twere|twill|cause|cos|bout|round|neath|fraid|cept)\b",
    re.IGNORECASE,
)
# goin', an' and the like end in an apostrophe as plural possessives do.
_SHORTENED = re.compile(r"(?:[sxz]|in|\ban|\bo)\Z", re.IGNORECASE)


class Closing(IntEnum):
    """How surely a single mark closes a quotation."""

    NO = 0
    # After a plural s: more likely a possessive.
    PERHAPS = 1
    SURE = 2


def closers(text: str, marks: Sequence[QuoteMark]) -> dict[int, int]:
    """Map each single mark that opens a quotation to the one that closes it, as indexes in marks.

    One pass from the right: at each mark the nearest sure closer, the next opener, and the
    nearest doubtful closer before that opener are known.
    """
    pairs: dict[int, int] = {}
    sure = opener = doubtful = None
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        if mark.sign not in SINGLES:
            continue
        if _may_open(text, mark):
            close = _choose(marks, index, sure, doubtful, opener)
            if close is not None:
                pairs[index] = close
                opener, doubtful = index, None
            continue
        closing = _closing(text, mark)
        if closing is Closing.SURE:
            sure = index
        elif closing is Closing.PERHAPS:
            doubtful = index
    return pairs


def _choose(
    marks: Sequence[QuoteMark],
    index: int,
    sure: int | None,
    doubtful: int | None,
    opener: int | None,
) -> int | None:
    """Take the sure closer, unless another quotation opens before it and a doubtful one is left."""
    limit = marks[index].start + REACH
    if sure is not None and marks[sure].start > limit:
        sure = None
    if doubtful is not None and marks[doubtful].start > limit:
        doubtful = None
    if doubtful is not None and opener is not None and (sure is None or sure > opener):
        return doubtful
    if sure is not None:
        return sure
    # A right-hand mark in front of a word is an apostrophe unless something surely closes it.
    return None if marks[index].sign == "’" else doubtful


def _may_open(text: str, mark: QuoteMark) -> bool:
    if mark.sign not in _OPENING or not mark.may_open:
        return False
    return _ELISION.match(text, mark.end) is None


def _closing(text: str, mark: QuoteMark) -> Closing:
    if mark.sign not in _CLOSING or not mark.may_close:
        return Closing.NO
    if mark.after_stop:
        return Closing.SURE
    word = text[max(0, mark.start - 3) : mark.start]
    return Closing.PERHAPS if _SHORTENED.search(word) else Closing.SURE
