"""What a card tells of the entry behind its finding: its note, who set it, how it was received."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from newsroom.db import db
from newsroom.housestyle.provenance import Provenance, provenance
from newsroom.stories.models import Finding

RULE = re.compile(r"housestyle:(\d+)")
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
    found, decided = provenance(numbers.values()), _decided(numbers)
    return {
        rule: EntryFacts(
            number, found[number], decided[rule]["accepted"], decided[rule]["dismissed"]
        )
        for rule, number in numbers.items()
        if number in found
    }


def _decided(rules: Collection[str]) -> Mapping[str, Mapping[str, int]]:
    """How often each rule's findings were accepted and dismissed, in all stories."""
    counted = (
        select(Finding.rule, Finding.status, func.count())
        .where(Finding.rule.in_(rules), Finding.status.in_(DECIDED))
        .group_by(Finding.rule, Finding.status)
    )
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for rule, status, number in db.session.execute(counted):
        found[rule][status] = number
    return found
