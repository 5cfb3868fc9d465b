"""Taking a file of entries into the lexicon: first tried, then done, each line by itself."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import select

from newsroom.accounts.queries import desks, people
from newsroom.db import db
from newsroom.errors import NewsroomError
from newsroom.housestyle import queries, service
from newsroom.housestyle.changes import changes_in_words
from newsroom.housestyle.entries import EntryFacts, Status, faults
from newsroom.housestyle.exchange import writing
from newsroom.housestyle.exchange.columns import Cells, Line, Names
from newsroom.housestyle.folding import letters
from newsroom.housestyle.models import Concept
from newsroom.roles import Actor

MOST_TOLD = 500
"""Conflicts that are listed; the others are counted."""


@dataclass
class Report:
    """How many entries are new, changed, the same or refused, and why each of the last is."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[list[Any]] = field(default_factory=list)
    """Line, name and sentence."""

    @classmethod
    def read(cls, found: dict[str, Any]) -> "Report":
        return cls(Counter(found.get("counts", {})), list(found.get("refused", [])))

    def as_json(self) -> dict[str, Any]:
        return {"counts": dict(self.counts), "refused": self.refused}

    def refuse(self, line: Line, sentence: str) -> None:
        self.counts["refused"] += 1
        if len(self.refused) < MOST_TOLD:
            self.refused.append([line.number, line.facts.preferred if line.facts else "", sentence])


@dataclass(frozen=True)
class Step:
    """What a line would do: change the entry of that number, add one, or nothing, as it says."""

    line: Line
    concept_id: int | None = None
    sentence: str = ""


def names() -> Names:
    return Names({desk.slug: desk.id for desk in desks()}, {one.name: one.id for one in people()})


def export() -> Iterator[Cells]:
    """Every entry, the archived ones too, by name."""
    known = names()
    rows = select(Concept).options(*queries.WHOLE).order_by(Concept.sort_name, Concept.id)
    for concept in db.session.scalars(rows.execution_options(yield_per=500)):
        yield writing.cells_of(concept.facts, Status(concept.status), known)


def plan(lines: Sequence[Line]) -> list[Step]:
    """Hold the lines against the lexicon and one another; an entry is known by how the house writes it."""
    known = queries.numbers_by_preferred()
    named = {
        letters(line.facts.preferred): known.get(letters(line.facts.preferred))
        for line in lines
        if line.facts
    }
    taken: dict[str, str] = {
        claim: owner
        for claim, number, owner in queries.claims()
        if number not in set(named.values())
    }
    seen: dict[str, int] = {}
    return [_step(line, named, taken, seen) for line in lines]


def _step(
    line: Line, named: dict[str, int | None], taken: dict[str, str], seen: dict[str, int]
) -> Step:
    facts = line.facts
    if facts is None:
        return Step(line, None, line.fault)
    name = letters(facts.preferred)
    if not name:
        return Step(line, None, "It does not say how the house writes it.")
    if name in seen:
        return Step(line, None, f"“{facts.preferred}” stands in line {seen[name]} already.")
    seen[name] = line.number
    if line.status is Status.LIVE:
        for form in facts.forms:
            if owner := taken.get(letters(form)):
                return Step(line, None, f"“{form}” belongs to the entry {owner}.")
        taken.update((letters(form), facts.preferred) for form in facts.forms)
    return Step(line, named[name])


def judge(step: Step, report: Report) -> bool:
    """Whether the line can be taken; told in the report where it cannot."""
    if step.sentence:
        report.refuse(step.line, step.sentence)
        return False
    assert step.line.facts is not None  # noqa: S101 - a line without has its sentence
    if found := faults(step.line.facts):
        report.refuse(step.line, " ".join(found.values()))
        return False
    return True


def compare(step: Step, report: Report) -> None:
    """Count what the line would do."""
    concept = queries.concept(step.concept_id) if step.concept_id else None
    report.counts[_kind(step.line, concept)] += 1


def _kind(line: Line, concept: Concept | None) -> str:
    if concept is None:
        return "new"
    same = concept.status == line.status.value and not _changed(concept, line.facts)
    return "same" if same else "changed"


def _changed(concept: Concept, facts: EntryFacts | None) -> str:
    return changes_in_words(concept.facts, facts) if facts else ""


def take_new(actor: Actor, steps: Sequence[Step], report: Report) -> bool:
    """Add the entries of these lines as one; false where one of them cannot be, and none is."""
    entries = [
        (replace(step.line.facts, owner_id=step.line.facts.owner_id or actor.id), step.line.status)
        for step in steps
        if step.line.facts is not None
    ]
    try:
        with db.session.begin_nested():
            service.add_together(actor, entries)
    except NewsroomError:
        return False
    report.counts["new"] += len(entries)
    return True


def take(actor: Actor, step: Step, reason: str, report: Report) -> bool:
    """Do it, inside transaction(); false where another line must first give up a spelling."""
    try:
        with db.session.begin_nested():
            report.counts[_take(actor, step, reason)] += 1
    except NewsroomError:
        return False
    return True


def take_together(actor: Actor, steps: Sequence[Step], reason: str, report: Report) -> list[Step]:
    """Those that wait for one another, as where two entries swap a spelling; gives the refused."""
    held = {
        step.concept_id: queries.concept_to_change(step.concept_id)
        for step in steps
        if step.concept_id
    }
    live = {number: concept for number, concept in held.items() if concept.is_live}
    for concept in live.values():
        service.give_up(concept)
    refused = [step for step in steps if not take(actor, step, reason, report)]
    for step in refused:
        if step.concept_id in live:
            service.claim_again(live[step.concept_id])
    return refused


def _take(actor: Actor, step: Step, reason: str) -> str:
    assert step.line.facts is not None  # noqa: S101 - judged before
    facts = step.line.facts
    if step.concept_id is None:
        concept = service.draft_concept(actor, facts)
        service.put(actor, concept, step.line.status, reason)
        return "new"
    concept = queries.concept_to_change(step.concept_id)
    kind = _kind(step.line, concept)
    if kind == "changed":
        facts = replace(facts, owner_id=facts.owner_id or concept.owner_id)
        if step.line.status is not Status.LIVE:
            service.put(actor, concept, step.line.status, reason)
        service.change_concept(actor, concept, facts, concept.revision, reason)
        service.put(actor, concept, step.line.status, reason)
    return kind
