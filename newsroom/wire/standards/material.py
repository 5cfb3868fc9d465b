"""A story as its standards read it, and one place where it breaks one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from newsroom.wire.attribution.model import Attribution
from newsroom.wire.registry import Registry
from newsroom.wire.standards.table import Rule


class Place(StrEnum):
    TEXT = "text"  # one of the passages
    DATELINE = "dateline"
    CREDIT_LINE = "credit_line"


@dataclass(frozen=True)
class Material:
    """Passages and what was found in them; `headings` are the numbers of those that are no copy."""

    passages: Sequence[str]
    attributions: Sequence[Attribution]
    registry: Registry
    dateline: str = ""
    credit_line: str = ""
    byline: str = ""
    headings: frozenset[int] = frozenset()
    shares: Mapping[str, float] = field(default_factory=dict)
    """Of the story, in percent, by the key of the outlet in whose copy it stands too."""

    def paragraph(self, passage: int) -> int:
        """Which paragraph of the copy it is, from 1."""
        return 1 + sum(number not in self.headings for number in range(passage))


@dataclass(frozen=True)
class Breach:
    """Words at [start, end) of their passage, dateline or credit line, in code points."""

    rule: Rule
    start: int
    end: int
    words: str
    evidence: str
    """What shows it, as a card tells it."""
    passage: int = 0
    place: Place = Place.TEXT


_SENTENCE_END = re.compile(r"[.!?]['\"”’»)]?\s+(?=[\"'“‘«(]?[A-Z0-9])")
_NO_END = re.compile(r"\b(?:Mrs?|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|U\.S|U\.N|U\.K|No|Prof)\.\s+$")


def sentences(passage: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, in code points."""
    start = 0
    for stop in _SENTENCE_END.finditer(passage):
        if _NO_END.search(passage, start, stop.end()):
            continue
        yield start, stop.end()
        start = stop.end()
    yield start, len(passage)


def sentence_at(passage: str, position: int) -> str:
    spans = sentences(passage)
    return next((passage[a:b] for a, b in spans if a <= position < b), passage)
