"""What a file says of an entry: its columns, and what people and desks are called there."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
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
    given: frozenset[str] = frozenset(COLUMNS)
    """The columns that it has: of an entry that is there already the others stay as they are."""


_FIELDS = {
    "variants": "variants",
    "exceptions": "exceptions",
    "native": "native",
    "note": "note",
    "source": "source",
    "owner": "owner_id",
    "must_change": "must_change",
    "must_stay": "must_stay",
}
_SCOPE = {"desks": "desks", "channels": "channels", "starts_on": "starts_on", "ends_on": "ends_on"}


def overlaid(facts: EntryFacts, given: AbstractSet[str], before: EntryFacts) -> EntryFacts:
    """The facts of a line; where it has no column, those of the entry as it is."""
    kept = {ours: getattr(before, ours) for column, ours in _FIELDS.items() if column not in given}
    scope = {
        ours: getattr(before.scope, ours) for name, ours in _SCOPE.items() if name not in given
    }
    theirs = {book: text for book, text in before.elsewhere if book.value not in given}
    elsewhere = tuple((theirs | dict(facts.elsewhere)).items())
    return replace(facts, **kept, scope=replace(facts.scope, **scope), elsewhere=elsewhere)
