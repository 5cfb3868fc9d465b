"""What the check says about a text: what it would change, and what it leaves alone and why."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    # A listed variant in running text: one click changes it.
    KNOWN = "known"
    # An unlisted spelling of a listed name: asked, never changed in a batch.
    PROBABLE = "probable"
    # Either of them inside a quotation: shown, never changed.
    QUOTE = "quote"


class Match(NamedTuple):
    """Offsets are code points inside the text of the passage with this index."""

    passage: int
    start: int
    end: int
    words: str
    suggestion: str
    kind: Kind
    rule: str
    reason: str


class LeftAlone(NamedTuple):
    """A spelling the check knows and does not touch, with the sentence that says why."""

    passage: int
    start: int
    end: int
    words: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    matches: tuple[Match, ...]
    left_alone: tuple[LeftAlone, ...]

    @property
    def in_order(self) -> list[Match | LeftAlone]:
        return sorted(
            [*self.matches, *self.left_alone], key=lambda verdict: (verdict.passage, verdict.start)
        )
