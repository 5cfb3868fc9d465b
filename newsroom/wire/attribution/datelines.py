"""The place and the agency at the head of a story: JERUSALEM (AP) — ..."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.wire.outlets import Outlet
from newsroom.wire.registry import Mention

_PLACE = r"[^\W\d_][\w.'’/ -]{0,40}"
_DATE = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?"
_DATELINE = re.compile(
    rf"""
    \s*
    (?P<line>
        (?:(?P<place>{_PLACE}(?:\s\[[^\]]{{1,30}}\])?(?:,\s{_PLACE}){{0,2}}?)(?:,?\s(?P<date>{_DATE}))?[,:]?\s)?
        (?:(?P<alone>{_DATE})\s)?
        [(\[](?P<agency>[^()\[\]]{{2,40}})[)\]]
    )
    (?:\s*(?:--?-?|[—–―_:]+)(?=\s|$|[^\W\d_]|["“])|(?P<no_dash>\s+)(?=[A-Z"“]))
    """,
    re.VERBOSE,
)
_INITIALS = re.compile(r"[A-Z]{2,6}")
_LONGEST = 160
_CAPITALS_TO_BE_SURE = 0.8


@dataclass(frozen=True, slots=True)
class Dateline:
    """[start, end) of the place and the agency, without the dash; `past` is behind the dash."""

    start: int
    end: int
    past: int
    outlets: tuple[Outlet, ...]


def dateline(passage: str, mentions: Sequence[Mention]) -> Dateline | None:
    found = _DATELINE.match(passage[:_LONGEST])
    if not found:
        return None
    place = found["place"] or ""
    if found["no_dash"] and ("--" in place or not _in_capitals(place)):
        return None
    start, end = found.span("agency")
    outlets = tuple(m.outlet for m in mentions if m.start < end and start < m.end)
    dated_initials = found["date"] and _INITIALS.fullmatch(found["agency"])
    if not (outlets or dated_initials or _in_capitals(place)):
        return None
    return Dateline(found.start("line"), found.end("line"), found.end(), outlets)


def _in_capitals(place: str) -> bool:
    """Only an agency's dateline is set so; "Kovic (61) - the mayor" is not."""
    letters = [c for c in place.split(",", maxsplit=1)[0] if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return len(letters) > 2 and capitals >= _CAPITALS_TO_BE_SURE * len(letters)  # noqa: PLR2004
