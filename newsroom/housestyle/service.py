"""What editors change in the lexicon: each change with its reason, in the log, and rechecked.

Locks are taken in one order by everybody: an entry's spellings, the lexicon's version, the log.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from newsroom.audit import Event, record
from newsroom.audit.service import Past, record_past
from newsroom.db import db, flush_or, now
from newsroom.errors import Conflict, Invalid
from newsroom.housestyle import queries
from newsroom.housestyle.changes import changes_in_words
from newsroom.housestyle.entries import EntryFacts, Status, faults, tidied
from newsroom.housestyle.folding import letters
from newsroom.housestyle.models import Concept, LexiconVersion
from newsroom.housestyle.starter import starter_entries
from newsroom.housestyle.writing import set_facts, write_facts
from newsroom.jobs import Job, enqueue
from newsroom.roles import Actor, Permission

NOT_SAVED = "The entry was not saved."
TAKEN = Conflict("Another entry took one of these spellings a moment ago.")


def draft_concept(actor: Actor, facts: EntryFacts) -> Concept:
    """A new entry that the check does not use yet; raises Invalid where it cannot stand."""
    actor.require(Permission.EDIT_LEXICON)
    concept = _new(_sound(facts), actor.id)
    _record_added(actor, concept)
    return concept


def add_concept(actor: Actor, facts: EntryFacts, reason: str) -> Concept:
    """A new live entry; raises Invalid where another live entry has one of its spellings."""
    actor.require(Permission.EDIT_LEXICON)
    concept = _new(_sound(facts), actor.id)
    _require_reason(reason)
    _require_free(concept.facts, concept.id)
    changes = _turn(concept, Status.LIVE)
    _record_added(actor, concept)
    _record_change(actor, concept, changes, reason)
    return concept


def change_concept(
    actor: Actor, concept: Concept, facts: EntryFacts, revision: int, reason: str
) -> None:
    """Raises Conflict where the entry is no longer the one of that revision."""
    actor.require(Permission.EDIT_LEXICON)
    _require_reason(reason)
    if concept.revision != revision:
        raise Conflict("Somebody changed this entry while you were writing. Nothing was saved.")
    facts = _sound(facts)
    if concept.is_live:
        _require_free(facts, concept.id)
    changes = changes_in_words(concept.facts, facts)
    if not changes:
        return
    _write(concept, facts)
    if concept.is_live:
        _recheck_stories()
    _record_change(actor, concept, changes, reason)


def go_live(actor: Actor, concept: Concept, reason: str) -> None:
    """Let the check use a draft or an archived entry."""
    actor.require(Permission.EDIT_LEXICON)
    if concept.is_live:
        return
    _require_reason(reason)
    _require_free(_sound(concept.facts), concept.id)
    _move(actor, concept, Status.LIVE, reason)


def archive_concept(actor: Actor, concept: Concept, reason: str) -> None:
    """The check no longer uses the entry; its history stays."""
    actor.require(Permission.EDIT_LEXICON)
    _require_reason(reason)
    if concept.status != Status.ARCHIVED.value:
        _move(actor, concept, Status.ARCHIVED, reason)


def give_up(concept: Concept) -> None:
    """Leave the entry's spellings to others until it is written again, in the same transaction()."""
    for spelling in concept.spellings:
        spelling.claim = None
    db.session.flush()


def claim_again(concept: Concept) -> None:
    """Take back what was given up and nobody took."""
    _claim(concept)


def put(actor: Actor, concept: Concept, status: Status, reason: str) -> None:
    """Bring the entry to that status; raises Invalid where it may not go live."""
    if concept.status == status.value:
        return
    if status is Status.LIVE:
        go_live(actor, concept, reason)
    elif status is Status.ARCHIVED:
        archive_concept(actor, concept, reason)
    else:
        _require_reason(reason)
        _move(actor, concept, status, reason)


def turn_day() -> bool:
    """Have stories read again on a day on which an entry begins to hold or no longer does.

    Beat asks often; each day is turned once, by whoever asks first.
    """
    day = queries.today()
    row = LexiconVersion.locked()
    if row is None or (row.day is not None and row.day >= day):
        return False
    turned = queries.begins_or_ends(row.day or day - queries.DAY, day)
    row.day = day
    if turned:
        _recheck_stories()
    return turned


def load_starter(actor: Actor) -> int:
    """Add the starter lexicon's entries whose spellings are all free; how many were added."""
    actor.require(Permission.EDIT_LEXICON)
    taken = {claim for claim, _, _ in queries.claims()}
    free = [facts for facts in starter_entries() if taken.isdisjoint(_keys(facts))]
    return len(add_together(actor, [(facts, Status.LIVE) for facts in free]))


def add_together(actor: Actor, entries: Sequence[tuple[EntryFacts, Status]]) -> list[Concept]:
    """New entries that were found sound before, a thousand as one; all of them or none.

    Raises Conflict where somebody took one of their spellings a moment ago.
    """
    actor.require(Permission.EDIT_LEXICON)
    added = [_ready(facts, status) for facts, status in entries]
    db.session.add_all(added)
    flush_or(TAKEN)
    if any(one.is_live for one in added):
        _recheck_stories()
    moment = now()
    record_past(
        Past(moment, actor, Event.CONCEPT_ADDED, ("concept", one.id), {"name": one.preferred})
        for one in added
    )
    return added


def _ready(facts: EntryFacts, status: Status) -> Concept:
    concept = Concept(status=status.value, revision=1)
    set_facts(concept, facts)
    for spelling in concept.spellings:
        spelling.claim = letters(spelling.text) if concept.is_live else None
    return concept


def _sound(facts: EntryFacts) -> EntryFacts:
    facts = tidied(facts)
    if found := faults(facts):
        raise Invalid(NOT_SAVED, found)
    return facts


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise Invalid(NOT_SAVED, {"reason": "Say why; the entry's history keeps it."})


def _require_free(facts: EntryFacts, concept_id: int) -> None:
    taken = queries.owners(_keys(facts), other_than=concept_id)
    found: dict[str, str] = {}
    elsewhere = [text for _, text in facts.elsewhere]
    for field, forms in (
        ("preferred", [facts.preferred]),
        ("elsewhere", elsewhere),
        ("variants", facts.variants),
    ):
        for form in forms:
            if owner := taken.get(letters(form)):
                role = "the preferred spelling" if owner.is_preferred else "a variant"
                found.setdefault(field, f"“{form}” is {role} of the entry {owner.preferred}.")
    if found:
        raise Invalid(NOT_SAVED, found)


def _keys(facts: EntryFacts) -> list[str]:
    return [letters(form) for form in facts.forms]


def _new(facts: EntryFacts, owner_id: int | None = None) -> Concept:
    concept = Concept(status=Status.DRAFT.value, revision=0)
    db.session.add(concept)
    _write(concept, replace(facts, owner_id=facts.owner_id or owner_id))
    return concept


def _write(concept: Concept, facts: EntryFacts) -> None:
    concept.revision += 1
    concept.updated_at = now()
    write_facts(concept, facts)
    _claim(concept)


def _claim(concept: Concept) -> None:
    for spelling in concept.spellings:
        spelling.claim = letters(spelling.text) if concept.is_live else None
    flush_or(TAKEN)


def _set_status(concept: Concept, status: Status) -> None:
    concept.status = status.value
    concept.revision += 1
    concept.updated_at = now()
    _claim(concept)


def _move(actor: Actor, concept: Concept, status: Status, reason: str) -> None:
    _record_change(actor, concept, _turn(concept, status), reason)


def _turn(concept: Concept, status: Status) -> str:
    """What changes, as the log says it."""
    changes = f"{concept.status} → {status.value}"
    _set_status(concept, status)
    _recheck_stories()
    return changes


def _record_added(actor: Actor, concept: Concept) -> None:
    record(actor, Event.CONCEPT_ADDED, "concept", concept.id, name=concept.preferred)


def _record_change(actor: Actor, concept: Concept, changes: str, reason: str) -> None:
    record(
        actor,
        Event.CONCEPT_CHANGED,
        "concept",
        concept.id,
        name=concept.preferred,
        changes=f"{changes}. Why: {reason.strip()}",
    )


_among_many: ContextVar[bool] = ContextVar("among_many", default=False)


@contextmanager
def among_many() -> Iterator[None]:
    """Changes that are some of many: who makes them calls recheck_stories() behind the last."""
    token = _among_many.set(True)
    try:
        yield
    finally:
        _among_many.reset(token)


def recheck_stories() -> None:
    """Have every story on its way read again."""
    enqueue(Job.STORIES_RECHECK_ALL)


def _recheck_stories() -> None:
    """Give the lexicon its next version and have every story on its way read again."""
    LexiconVersion.grow()
    if not _among_many.get():
        recheck_stories()
