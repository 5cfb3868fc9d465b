"""Wire text without markup: lines into paragraphs, and what the first and last of them say."""

import re
from collections.abc import Sequence

_DATELINE = re.compile(
    r"[ ]{0,9}((?:[A-ZÀ-Þ][\w.'’/-]{0,30}[ ,]{1,2}){0,6}[A-ZÀ-Þ][\w.'’/-]{0,30}(?:, \w{3,9}\.? \d{1,2})?"
    r" ?\([A-Za-z][\w./ -]{1,30}\)) ?(?:-{1,3}|[–—_])"
)
_AGENCY = re.compile(r"\(([^()]{1,32})\)$")
_BYLINE = re.compile(r"(?i)^(?:by|von|par|por)\s[^\W\d_]")
_SIGN_OFF = re.compile(r"[a-z]{2,6}(?:[ /-][a-z]{2,3}){1,5}")
LOOKED_AT = 200


def dateline_of(paragraph: str) -> str:
    """`OSTPORT (EXW)` where a paragraph begins so, without the dash behind it."""
    found = _DATELINE.match(paragraph[:LOOKED_AT])
    return found[1].strip() if found else ""


def agency_in(dateline: str) -> str:
    found = _AGENCY.search(dateline)
    return found[1] if found else ""


def is_byline(words: str) -> bool:
    return bool(_BYLINE.match(words)) and len(words) < LOOKED_AT


def is_sign_off(words: str) -> bool:
    """The desk's initials under a piece: `exw jm al`."""
    return len(words) <= 24 and bool(_SIGN_OFF.fullmatch(words))  # noqa: PLR2004 - a short line


def joined(lines: Sequence[str]) -> list[str]:
    """Paragraphs begin behind an empty line or with an indented one."""
    found: list[list[str]] = []
    new = True
    for line in lines:
        if not line.strip():
            new = True
            continue
        if new or line[:2] in {"  ", " \t"} or line[:1] == "\t" or not found:
            found.append([])
        found[-1].append(line.strip())
        new = False
    return [" ".join(parts) for parts in found]
