"""The credit that copy itself ends with: who reported, edited, or gave it."""

import re

from newsroom.photos.credit import is_agency, is_organisation
from newsroom.stories.intake.parts import BodyBlock

MAX_LENGTH = 500
MAX_WORDS = 8
"""Words of a bare agency line: "(Harbour News – Northern Desk, Haifa)"."""

WORK = (
    r"(?:reporting|writing|editing|compiled|translated|translation|produced|production|graphics?"
    r"|research|written|edited|reported|contributed)"
)
OPENING = re.compile(
    rf"[(\[—–-]*\s*(?:(?:(?:with|and)\s+)?(?:additional|further|extra)\s+)?(?:with\s+)?"
    rf"(?:{WORK}(?:\s+(?:and|&)\s+{WORK})?\s+(?:by|from|in)\b"
    r"|(?:inputs?|agencies|files?|material|reports?|contributions?)\s+(?:by|from)\b"
    r"|with\s+agenc(?:y|ies)\b|contributors?\s*:|source\s*:)",
    re.IGNORECASE,
)
CONTRIBUTED = re.compile(
    r"^(?:[A-Z]\S*\s+(?:and\s+)?){1,6}reported\sfrom\b|\bcontributed\b.{0,40}(?:\.|$)|\b(?:first|originally)\s+(?:appeared|published|ran)\b"
    r"|\b(?:republished|reprinted)\b.{0,60}\bpermission\b",
    re.IGNORECASE,
)
BRACKETED_END = re.compile(r"\s*[(\[]([^()\[\]]{2,400})[)\]]\.?$")
DASHED_END = re.compile(r"\s*(?:—|–|--|-)\s*([^—–]{2,60})$")


def copy_credit(text: str) -> str:
    """The credit that a last paragraph is, or ends with; "" where it holds none."""
    if len(text) <= MAX_LENGTH and (_opens(text) or _contributed(text) or _names_source(text)):
        return text
    tail = text[-MAX_LENGTH:]
    bracketed = BRACKETED_END.search(tail)
    if bracketed and (OPENING.match(bracketed[1]) or _names_source(bracketed[1])):
        return bracketed[0].strip()
    dashed = DASHED_END.search(tail[-80:])
    return dashed[0].strip() if dashed and _all_agencies(dashed[1]) else ""


def is_copy_credit(text: str) -> bool:
    return copy_credit(text) == text


def reports(text: str) -> bool:
    """Whether a paragraph says who reported the copy, which is the last thing copy says."""
    return len(text) <= MAX_LENGTH and _opens(text)


def split_credit(body: tuple[BodyBlock, ...]) -> tuple[tuple[BodyBlock, ...], str]:
    """The body without the credit it ends with, and that credit."""
    blocks, lines = list(body), list[str]()
    while len(blocks) > 1 and is_copy_credit(blocks[-1].text):
        lines.insert(0, blocks.pop().text)
    if not lines and blocks:
        credit = copy_credit(blocks[-1].text)
        if credit and credit != blocks[-1].text:
            last = blocks.pop()
            blocks.append(BodyBlock(last.kind, last.text.removesuffix(credit).rstrip()))
            lines = [credit]
    return tuple(blocks), " ".join(lines)


def _opens(text: str) -> bool:
    return bool(OPENING.match(text))


def _contributed(text: str) -> bool:
    return len(text.split()) <= 40 and bool(CONTRIBUTED.search(text))  # noqa: PLR2004 - one sentence


def _names_source(text: str) -> bool:
    """ "(AFP)", "— AFP", "(Harbour News – Northern Desk, Haifa)": only agencies and their desks."""
    bare = text.strip("()[] —–-.")
    if len(bare.split()) > MAX_WORDS or "/" in bare:
        return _all_agencies(bare)
    first = re.split(r"\s*[–—|,-]\s+", bare)[0]
    return _all_agencies(bare) or (
        text.strip()[:1] in {"(", "["} and bare != first and is_organisation(first)
    )


def _all_agencies(text: str) -> bool:
    parts = [part for part in re.split(r"\s*[,/&|]\s*|\s+and\s+", text.strip(" .")) if part]
    return bool(parts) and all(is_agency(part) or part.casefold() == "agencies" for part in parts)
