"""What is held against what: a piece of agency copy, and the passages of a story found in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Copy:
    """One version of an agency's piece, as the index takes it in."""

    id: str
    """Of any form without NUL; the newsroom's own rows give their number as digits."""
    paragraphs: tuple[str, ...]
    family: str = ""
    """Versions of one story share it; empty: there is this one only."""
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """[start, end) of the story, which stands at [wire_start, wire_end) of an item's paragraph.

    All in code points. Words are those that both have; an editor's own lie between them.
    """

    start: int
    end: int
    item: str
    family: str
    paragraph: int
    wire_start: int
    wire_end: int
    words: int
    telling: int
    """Of the words those outside the phrases of the trade."""
    also: tuple[str, ...] = ()
    """Other families whose copy holds the same passage: a shared quotation, or an agency's own
    source."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """Passages in order and apart; a share is of the story's characters, by item."""

    passages: tuple[Passage, ...]
    shares: Mapping[str, float]
