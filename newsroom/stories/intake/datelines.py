"""Where a story was written: datelines on a line of their own, and before a first paragraph."""

import re
from dataclasses import dataclass

from newsroom.photos.credit import is_agency
from newsroom.stories.intake.places import NOT_NAMES, NOT_PLACES, PLACES
from newsroom.stories.intake.stamps import DAYS, MONTHS, TOKEN
from newsroom.stories.intake.words import are_names, has_case, is_upper, starts_name

MAX_HEAD = 120
"""Characters before the dash; two towns with their countries, a date and an agency fit."""
MAX_PLACES = 7
MAX_PLACE_WORDS = 4
MAX_CANDIDATES = 3
"""Dashes and colons tried; a town's own name may hold one."""

MARK = re.compile(r"\s*(?:[—–―]|--+|_)\s*|\s+-\s*|(?<=\))-\s*|\s*:\s+")
END_MARK = re.compile(r"\s*(?:[—–―_:]|-+)$")
BRACKETED = re.compile(r"\s*\(([^()]{2,60})\)\s*$")
BETWEEN = re.compile(r"\s*[,/;]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+")
DATE_WORDS = MONTHS | DAYS | {"st", "nd", "rd", "th", "gmt"}
NO_PLACE_BEGINS = NOT_PLACES | NOT_NAMES - {"new"}


@dataclass(frozen=True)
class RunIn:
    """A dateline at the head of a paragraph."""

    dateline: str
    mark: str
    paragraph: str


@dataclass(frozen=True)
class _Head:
    """What the words of a would-be dateline are."""

    places: tuple[str, ...]
    agency: bool
    dated: bool

    @property
    def sure(self) -> bool:
        return bool(self.places) and (
            self.agency or self.dated or self.places[0].casefold().replace("’", "'") in PLACES
        )


def own_line(text: str) -> str:
    """The dateline that is this whole line, without a dash at its end; "" where it is none."""
    if len(text) > MAX_HEAD:
        return ""
    line = END_MARK.sub("", text)
    head = _head(line)
    if head is None or not head.places:
        return ""
    marked = line != text and len(line.split()) <= MAX_CANDIDATES
    return line if head.sure or is_upper(head.places[0]) or marked else ""


def is_sure(text: str) -> bool:
    """Whether a line could be nothing else: a known town, a date or an agency says so."""
    head = _head(END_MARK.sub("", text)) if len(text) <= MAX_HEAD else None
    return head is not None and head.sure


def run_in(text: str) -> RunIn | None:
    """The dateline before a paragraph's first dash or colon, if it is one."""
    for tried, mark in enumerate(MARK.finditer(text, 0, MAX_HEAD + 10)):
        head, rest = text[: mark.start()], text[mark.end() :]
        if tried == MAX_CANDIDATES or not rest:
            break
        if head and _opens(head, mark[0].strip(), rest):
            return RunIn(head, mark[0].strip(), rest)
    return None


def _opens(text: str, mark: str, rest: str) -> bool:
    head = _head(text)
    if head is None:
        return False
    if not head.places:
        return mark != ":"
    if not head.sure and not starts_name(rest.lstrip("\"'“‘«([")):
        return False
    if head.sure or is_upper(head.places[0]):
        return True
    # "Ashkelon – The council": no capitals, no date, no agency; only a dash tells.
    return mark not in {":", "-", "_"} and has_case(text) and len(text.split()) <= MAX_CANDIDATES


def _head(text: str) -> _Head | None:
    """The parts of a dateline, or nothing where one word of it cannot belong to one."""
    core, agency = text.strip(), False
    while bracketed := BRACKETED.search(core):
        agency = agency or _names_agency(bracketed[1])
        core = core[: bracketed.start()]
    core, spoken = _without_agency(core)
    agency = agency or spoken
    if not core:
        return _Head((), agency, dated=False) if agency else None
    parts = [part for part in BETWEEN.split(core) if part]
    dates = [part for part in parts if _is_date(part)]
    places = tuple(part for part in parts if part not in dates)
    if not places or len(parts) > MAX_PLACES or not all(_could_be_place(part) for part in places):
        return None
    return _Head(places, agency, bool(dates))


def _without_agency(core: str) -> tuple[str, bool]:
    """ "Jerusalem CNN" and "AFP": agencies that stand in a dateline without brackets."""
    if is_agency(core):
        return "", True
    place, _, last = core.rpartition(" ")
    named = place[-1:].isalpha() and last.isupper() and is_agency(last)
    return (place, True) if named else (core, False)


def _names_agency(text: str) -> bool:
    words = text.replace("/", " ").replace("-", " ").split()
    return is_agency(text) or (are_names(words) and is_upper(words[0])) or "news" in text.casefold()


def _is_date(part: str) -> bool:
    tokens = [token.casefold() for token in TOKEN.findall(part)]
    named = any(token in DATE_WORDS for token in tokens) or len(tokens) == 1
    return named and all(token.isdigit() or token in DATE_WORDS for token in tokens)


def _could_be_place(part: str) -> bool:
    words = part.split()
    folded = part.casefold().strip(".").replace("’", "'")
    if folded in PLACES:
        return True
    return (
        len(words) <= MAX_PLACE_WORDS
        and folded not in NOT_PLACES
        and words[0].casefold() not in NO_PLACE_BEGINS
        and not is_agency(part)
        and not any(c.isdigit() or c in '?!"“”' for c in part)
        and are_names(words)
    )
