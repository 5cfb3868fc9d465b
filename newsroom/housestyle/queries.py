"""Reading the lexicon: compiled for the check, searched for people, asked who owns a spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from typing import Any, NamedTuple

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import selectinload

from newsroom.clock import local
from newsroom.db import db, locked_row, now
from newsroom.errors import NotFound
from newsroom.housestyle.entries import EntryFacts, Status
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.lexicon import LONGEST_FORM, Lexicon, Term, compile_lexicon
from newsroom.housestyle.matcher import rule_of
from newsroom.housestyle.models import (
    Concept,
    ConceptException,
    ConceptLimit,
    LexiconVersion,
    Preference,
    Spelling,
)
from newsroom.housestyle.scope import Reader, Scope
from newsroom.housestyle.stylebooks import PRINTS_IN, Channel, Stylebook
from newsroom.paging import page_by_name
from newsroom.versions import Compiled

DAY = timedelta(days=1)
AT_ONCE = 1_000
"""Entries in one question."""

_WITH_FORMS = (
    selectinload(Concept.spellings).selectinload(Spelling.preferences),
    selectinload(Concept.exceptions),
)
WHOLE = (*_WITH_FORMS, selectinload(Concept.proofs), selectinload(Concept.limits))


def lexicon_version() -> int:
    """Grows with each change to a live entry; 0 for a lexicon nobody has written in."""
    return LexiconVersion.current()


def live_terms(book: Stylebook) -> Iterator[Term]:
    """The live entries as one stylebook reads them; by columns, for there may be 50,000."""
    by_book: dict[str, set[int]] = defaultdict(set)
    for number, name in db.session.execute(select(Preference.spelling_id, Preference.stylebook)):
        by_book[name].add(number)
    forms: dict[int, list[tuple[int, str]]] = defaultdict(list)
    exceptions: dict[int, list[str]] = defaultdict(list)
    for concept_id, number, text in _live(Spelling.concept_id, Spelling.id, Spelling.text):
        forms[concept_id].append((number, text))
    for concept_id, text in _live(ConceptException.concept_id, ConceptException.text):
        exceptions[concept_id].append(text)
    for concept_id, note in _live(Concept.id, Concept.note):
        ranked = sorted(forms[concept_id], key=partial(_rank, by_book, book))
        texts = [text for _, text in ranked]
        yield Term(concept_id, texts[0], tuple(texts[1:]), tuple(exceptions[concept_id]), note)


def _rank(
    by_book: Mapping[str, set[int]], book: Stylebook, form: tuple[int, str]
) -> tuple[bool, bool, int]:
    """The stylebook's own spelling before the house's, and that before all others."""
    number = form[0]
    return number not in by_book[book], number not in by_book[Stylebook.HOUSE], number


def _live(*columns: Any) -> Sequence[Any]:
    wanted = select(*columns)
    table = columns[0].class_
    if table is not Concept:
        wanted = wanted.join(Concept, Concept.id == table.concept_id)
    wanted = wanted.where(Concept.status == Status.LIVE.value).order_by(Concept.id, table.id)
    return db.session.execute(wanted).all()


@cache
def _compiled(book: Stylebook) -> Compiled[Lexicon]:
    return Compiled(LexiconVersion, lambda: compile_lexicon(live_terms(book)))


def live_lexicon(book: Stylebook = Stylebook.HOUSE) -> Lexicon:
    """The live entries in a stylebook, compiled once per version and process."""
    return _compiled(book).newest()


def _scopes() -> dict[str, Scope]:
    limited = or_(
        Concept.starts_on.is_not(None),
        Concept.ends_on.is_not(None),
        select(ConceptLimit.id).where(ConceptLimit.concept_id == Concept.id).exists(),
    )
    wanted = select(Concept).where(Concept.status == Status.LIVE.value, limited)
    rows = db.session.scalars(wanted.options(selectinload(Concept.limits)))
    return {rule_of(concept.id): concept.scope for concept in rows}


_limited = Compiled(LexiconVersion, _scopes)


def scopes() -> dict[str, Scope]:
    """By rule, where each live entry holds that does not hold everywhere and always."""
    return _limited.newest()


class Known(NamedTuple):
    facts: EntryFacts
    status: Status


def facts_of(numbers: Collection[int]) -> dict[int, Known]:
    """What many entries say, a thousand in one question."""
    wanted, found = sorted(set(numbers)), {}
    for at in range(0, len(wanted), AT_ONCE):
        rows = select(Concept).options(*WHOLE).where(Concept.id.in_(wanted[at : at + AT_ONCE]))
        for row in db.session.scalars(rows):
            found[row.id] = Known(row.facts, Status(row.status))
    return found


def in_force(desk_id: int | None, channel: Channel = Channel.SITE) -> HouseStyle:
    """What holds today for copy of that desk that goes to that channel."""
    return in_force_on_desks(channel)(desk_id)


def in_force_on_desks(channel: Channel = Channel.SITE) -> Callable[[int | None], HouseStyle]:
    """The same for the copy of many desks, asked of the database once."""
    lexicon, limited, day = live_lexicon(PRINTS_IN[channel]), scopes(), today()
    return lambda desk_id: HouseStyle(lexicon, limited, Reader(desk_id, day, channel))


def today() -> date:
    """By the newsroom's clock."""
    return local(now()).date()


def begins_or_ends(after: date, until: date) -> bool:
    """Whether a live entry begins to hold, or held for the last time, on those days."""
    wanted = select(Concept.id).where(
        Concept.status == Status.LIVE.value,
        or_(
            Concept.starts_on.between(after + DAY, until),
            # The day after is the first on which it does not hold.
            Concept.ends_on.between(after, until - DAY),
        ),
    )
    return db.session.scalar(wanted.limit(1)) is not None


def concept(concept_id: int) -> Concept:
    """One entry with all that is kept of it; raises NotFound."""
    found = db.session.get(Concept, concept_id, options=WHOLE)
    if found is None:
        raise NotFound("There is no such entry in the lexicon.")
    return found


def concept_to_change(concept_id: int) -> Concept:
    """The entry as the newest commit left it, locked; for inside transaction()."""
    found = locked_row(select(Concept).where(Concept.id == concept_id).options(*WHOLE))
    if found is None:
        raise NotFound("There is no such entry in the lexicon.")
    return found


@dataclass(frozen=True)
class Wanted:
    """Which entries are asked for; empty means all."""

    words: str = ""
    status: str = ""


def search(wanted: Wanted, after: int | None = None) -> tuple[list[Concept], int | None]:
    """A page of entries by name, found by any spelling, and the id the next page begins after."""
    rows = _matching(wanted).options(*_WITH_FORMS)
    return page_by_name(rows, Concept.sort_name, Concept.id, after)


def other_spellings(words: str) -> Sequence[str]:
    """Every spelling of the live entry that has these words as one of its own."""
    key = letters(words)
    of_entry = select(Spelling.concept_id).where(Spelling.claim == key)
    wanted = select(Spelling.text).where(Spelling.concept_id.in_(of_entry))
    return db.session.scalars(wanted.order_by(Spelling.id)).all() if key else []


def meant_by(words: str) -> Concept | None:
    """The live entry that misspelt words are most likely a spelling of; none where two are as near."""
    asked = tuple(fold(words[:LONGEST_FORM]).split())
    claim = live_lexicon().sounding_like(asked) if asked else None
    return concept(claim.term.id) if claim else None


def count_by_status() -> dict[str, int]:
    rows = select(Concept.status, func.count()).group_by(Concept.status)
    return {row[0]: row[1] for row in db.session.execute(rows)}


def _matching(wanted: Wanted) -> Select[Concept]:
    rows = select(Concept)
    if wanted.status:
        rows = rows.where(Concept.status == wanted.status)
    words = fold(wanted.words)
    if words:
        holding = select(Spelling.concept_id).where(
            Spelling.folded.contains(words, autoescape=True)
        )
        rows = rows.where(Concept.id.in_(holding))
    return rows


def preferred_names(concept_ids: Collection[int]) -> dict[int, str]:
    """How the house writes each of these entries that there are."""
    rows = select(Concept).where(Concept.id.in_(concept_ids)).options(*_WITH_FORMS)
    return {concept.id: concept.preferred for concept in db.session.scalars(rows)}


def numbers_by_preferred() -> dict[str, int]:
    """The entry of each spelling that the house prefers, by its exact letters; the live one first."""
    wanted = (
        select(Spelling.text, Spelling.concept_id)
        .join(Preference, Preference.spelling_id == Spelling.id)
        .join(Concept, Concept.id == Spelling.concept_id)
        .where(Preference.stylebook == Stylebook.HOUSE.value)
        .order_by(Concept.status == Status.LIVE.value, Concept.id.desc())
    )
    return {letters(text): number for text, number in db.session.execute(wanted)}


def claims() -> Sequence[tuple[str, int, str]]:
    """Every spelling of a live entry: its exact letters, the entry, and how that is filed."""
    wanted = (
        select(Spelling.claim, Spelling.concept_id, Concept.sort_name)
        .join(Concept, Concept.id == Spelling.concept_id)
        .where(Spelling.claim.is_not(None))
    )
    rows = db.session.execute(wanted)
    return [(claim, number, name) for claim, number, name in rows if claim is not None]


@dataclass(frozen=True)
class Owner:
    """Whose a spelling is already."""

    preferred: str
    is_preferred: bool


def owners(keys: Collection[str], other_than: int | None) -> dict[str, Owner]:
    """Which of these exact letters belong to a live entry other than the given one."""
    rows = (
        select(Spelling)
        .where(Spelling.claim.in_(keys))
        .options(
            selectinload(Spelling.preferences),
            selectinload(Spelling.concept).options(*_WITH_FORMS),
        )
    )
    return {
        spelling.claim: Owner(spelling.concept.preferred, spelling.is_preferred)
        for spelling in db.session.scalars(rows)
        if spelling.claim is not None and spelling.concept_id != other_than
    }
