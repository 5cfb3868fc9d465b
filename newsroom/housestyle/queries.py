"""Reading the lexicon: compiled for the check, searched for people, asked who owns a spelling."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import selectinload

from newsroom.db import db, locked_row
from newsroom.errors import NotFound
from newsroom.housestyle.entries import Status, Stylebook
from newsroom.housestyle.folding import fold
from newsroom.housestyle.lexicon import Lexicon, Term, compile_lexicon
from newsroom.housestyle.models import Concept, LexiconVersion, Spelling
from newsroom.paging import page_by_name
from newsroom.versions import Compiled

_WITH_FORMS = (selectinload(Concept.spellings), selectinload(Concept.exceptions))


def lexicon_version() -> int:
    """Grows with each change to a live entry; 0 for a lexicon nobody has written in."""
    return LexiconVersion.current()


def _lexicon() -> Lexicon:
    rows = select(Concept).where(Concept.status == Status.LIVE.value).options(*_WITH_FORMS)
    return compile_lexicon(
        Term(
            id=concept.id,
            preferred=concept.preferred,
            variants=tuple(concept.variants),
            exceptions=tuple(exception.text for exception in concept.exceptions),
            note=concept.note,
        )
        for concept in db.session.scalars(rows.order_by(Concept.id))
    )


_compiled = Compiled(LexiconVersion, _lexicon)


def live_lexicon() -> Lexicon:
    """The live entries in the house stylebook, compiled once per version and process."""
    return _compiled.newest()


def concept(concept_id: int) -> Concept:
    """One entry with all its forms; raises NotFound."""
    found = db.session.get(Concept, concept_id, options=_WITH_FORMS)
    if found is None:
        raise NotFound("There is no such entry in the lexicon.")
    return found


def concept_to_change(concept_id: int) -> Concept:
    """The entry as the newest commit left it, locked; for inside transaction()."""
    found = locked_row(select(Concept).where(Concept.id == concept_id).options(*_WITH_FORMS))
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


@dataclass(frozen=True)
class Owner:
    """Whose a spelling is already."""

    preferred: str
    is_preferred: bool


def owners(keys: Collection[str], other_than: int | None) -> dict[str, Owner]:
    """Which of these exact letters belong to a live entry other than the given one."""
    rows = (
        select(Spelling)
        .where(Spelling.claim.in_(keys), Spelling.stylebook == Stylebook.HOUSE.value)
        .options(selectinload(Spelling.concept).selectinload(Concept.spellings))
    )
    return {
        spelling.claim: Owner(spelling.concept.preferred, spelling.preferred)
        for spelling in db.session.scalars(rows)
        if spelling.claim is not None and spelling.concept_id != other_than
    }
