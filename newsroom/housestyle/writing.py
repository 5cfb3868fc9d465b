"""Putting the facts of an entry into its rows; what stays the same keeps its row."""

from newsroom.db import db
from newsroom.housestyle.entries import EntryFacts
from newsroom.housestyle.folding import fold
from newsroom.housestyle.models import (
    Concept,
    ConceptException,
    ConceptLimit,
    ConceptProof,
    Preference,
    Spelling,
    new_spelling,
)
from newsroom.housestyle.scope import Scope
from newsroom.housestyle.stylebooks import Stylebook


def write_facts(concept: Concept, facts: EntryFacts) -> None:
    """For inside transaction(); every spelling gives up its claim."""
    set_facts(concept, facts)
    db.session.flush()


def set_facts(concept: Concept, facts: EntryFacts) -> None:
    """The same, for many that are sent to the database together."""
    concept.class_name = facts.concept_class.value
    concept.sort_name = fold(facts.preferred)
    concept.native, concept.note, concept.source = facts.native, facts.note, facts.source
    concept.owner_id = facts.owner_id
    concept.starts_on, concept.ends_on = facts.scope.starts_on, facts.scope.ends_on
    _write_spellings(concept, facts)
    _write_proofs(concept, facts)
    _write_limits(concept, facts.scope)
    exceptions = {e.text: e for e in concept.exceptions}
    concept.exceptions = [
        exceptions.get(text) or ConceptException(text=text) for text in facts.exceptions
    ]


def _write_spellings(concept: Concept, facts: EntryFacts) -> None:
    kept = {s.text: s for s in concept.spellings}
    concept.spellings = [kept.get(text) or new_spelling(text) for text in facts.forms]
    books: dict[str, list[str]] = {text: [] for text in facts.forms}
    for book, text in ((Stylebook.HOUSE, facts.preferred), *facts.elsewhere):
        books[text].append(book.value)
    for spelling in concept.spellings:
        _prefer(spelling, books[spelling.text])
        # Given up first and claimed again after: two rows may swap their letters.
        spelling.claim = None


def _prefer(spelling: Spelling, books: list[str]) -> None:
    known = {one.stylebook: one for one in spelling.preferences}
    spelling.preferences = [known.get(book) or Preference(stylebook=book) for book in books]


def _write_proofs(concept: Concept, facts: EntryFacts) -> None:
    kept = {(proof.sentence, proof.changes): proof for proof in concept.proofs}
    wanted = [(sentence, True) for sentence in facts.must_change]
    wanted += [(sentence, False) for sentence in facts.must_stay]
    concept.proofs = [
        kept.get(one) or ConceptProof(sentence=one[0], changes=one[1])
        for one in dict.fromkeys(wanted)
    ]


def _write_limits(concept: Concept, scope: Scope) -> None:
    kept = {(limit.kind, limit.value): limit for limit in concept.limits}
    wanted = [("desk", str(desk)) for desk in sorted(scope.desks)]
    wanted += [("channel", channel.value) for channel in sorted(scope.channels)]
    concept.limits = [kept.get(one) or ConceptLimit(kind=one[0], value=one[1]) for one in wanted]
