"""Taking a file of entries into the lexicon: first tried, then done, each line by itself."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
from newsroom.housestyle.exchange.columns import COLUMNS, Cells, Line, Names, overlaid
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
    changed: list[list[Any]] = field(default_factory=list)
    """Line, name and what would be otherwise."""
    noted: list[list[Any]] = field(default_factory=list)
    """Drafts that could not go live as they are: line, name and why."""

    @classmethod
    def read(cls, found: dict[str, Any]) -> "Report":
        lists = (list(found.get(name, [])) for name in ("refused", "changed", "noted"))
        return cls(Counter(found.get("counts", {})), *lists)

    def as_json(self) -> dict[str, Any]:
        return {**self.__dict__, "counts": dict(self.counts)}

    def refuse(self, line: Line, sentence: str) -> None:
        self.counts["refused"] += 1
        _tell(self.refused, line, sentence)


def _tell(told: list[list[Any]], line: Line, sentence: str) -> None:
    if len(told) < MOST_TOLD:
        told.append([line.number, line.facts.preferred if line.facts else "", sentence])


@dataclass(frozen=True)
class Step:
    """What a line would do: change the entry of that number, add one, or nothing, as it says."""

    line: Line
    concept_id: int | None = None
    sentence: str = ""
    note: str = ""
    """Why the draft could not go live."""


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
    return [_step(line, named, taken, seen) for line in _over_what_is_there(lines, named)]


def _over_what_is_there(lines: Sequence[Line], named: Mapping[str, int | None]) -> Iterator[Line]:
    """A line without some columns gets what the entry that it changes says there."""
    numbers = {
        line.number: found
        for line in lines
        if line.facts
        and not line.given.issuperset(COLUMNS)
        and (found := named.get(letters(line.facts.preferred)))
    }
    there = queries.facts_of(numbers.values())
    for line in lines:
        before = there.get(numbers.get(line.number, 0))
        if before is None or line.facts is None:
            yield line
            continue
        status = line.status if "status" in line.given else before.status
        yield replace(line, facts=overlaid(line.facts, line.given, before.facts), status=status)


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
    owned = [(form, owner) for form in facts.forms if (owner := taken.get(letters(form)))]
    sentence = " ".join(f"“{form}” belongs to the entry {owner}." for form, owner in owned)
    if line.status is Status.LIVE:
        if owned:
            return Step(line, None, sentence)
        taken.update((letters(form), facts.preferred) for form in facts.forms)
    return Step(line, named[name], note=sentence if line.status is Status.DRAFT else "")


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
    kind = _kind(step.line, concept)
    report.counts[kind] += 1
    if concept is not None and kind == "changed":
        _tell(report.changed, step.line, _said(step.line, concept))
    if step.note:
        _tell(report.noted, step.line, step.note)


def _said(line: Line, concept: Concept) -> str:
    """What the line would change, its status first."""
    moved = "" if concept.status == line.status.value else f"{concept.status} → {line.status.value}"
    return "; ".join(filter(None, (moved, _changed(concept, line.facts))))


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
