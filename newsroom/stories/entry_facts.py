"""What a card tells of the entry behind its finding: its note, who set it, how it was received."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ScalarSelect, String, cast, func, literal, select

from newsroom.db import db
from newsroom.housestyle.models import Concept
from newsroom.housestyle.provenance import Provenance, provenances
from newsroom.stories.models import Finding

PREFIX = "housestyle:"
RULE = re.compile(rf"{PREFIX}(\d+)")
DECIDED = frozenset({"accepted", "dismissed"})


@dataclass(frozen=True)
class EntryFacts:
    """Of one entry."""

    concept_id: int
    of: Provenance
    accepted: int
    dismissed: int

    @property
    def decisions(self) -> int:
        return self.accepted + self.dismissed


def concept_of(rule: str) -> int | None:
    """The number of the entry that a house-style rule is about."""
    found = RULE.fullmatch(rule)
    return int(found[1]) if found else None


def entry_facts(rules: Collection[str]) -> Mapping[str, EntryFacts]:
    """By rule; those whose entry is gone are not among them."""
    numbers = {rule: number for rule in rules if (number := concept_of(rule)) is not None}
    if not numbers:
        return {}
    rows = db.session.execute(
        provenances(numbers.values()).add_columns(_decided("accepted"), _decided("dismissed"))
    )
    found = {
        number: EntryFacts(number, Provenance(note, by, at), accepted, dismissed)
        for number, note, by, at, accepted, dismissed in rows
    }
    return {rule: found[number] for rule, number in numbers.items() if number in found}


def _decided(status: str) -> ScalarSelect[int]:
    """How often the entry's findings were decided so, in all stories."""
    rule = literal(PREFIX) + cast(Concept.id, String)
    wanted = select(func.count()).select_from(Finding)
    return wanted.where(Finding.rule == rule, Finding.status == status).scalar_subquery()
