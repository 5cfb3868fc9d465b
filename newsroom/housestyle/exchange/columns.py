"""What a file says of an entry: its columns, and what people and desks are called there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsroom.housestyle.entries import EntryFacts, Status
from newsroom.housestyle.stylebooks import OTHERS

BETWEEN = "|"
"""Parts the spellings of a cell; a part that holds it has a backslash before it."""

COLUMNS = (
    "preferred",
    *(book.value for book in OTHERS),
    "class",
    "status",
    "variants",
    "exceptions",
    "native",
    "note",
    "source",
    "owner",
    "must_change",
    "must_stay",
    "desks",
    "channels",
    "starts_on",
    "ends_on",
)
LISTS = frozenset({"variants", "exceptions", "must_change", "must_stay", "desks", "channels"})
NEEDED = ("preferred", "class")

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Names:
    """What people and desks are called in a file, in place of their numbers here."""

    desks: Mapping[str, int]
    people: Mapping[str, int]


@dataclass(frozen=True)
class Line:
    """One entry of a file, or the sentence that says why it is none."""

    number: int
    """Where it stands: the line of a CSV file, the place in a JSON list; from 1."""
    facts: EntryFacts | None = None
    status: Status = Status.DRAFT
    fault: str = ""
