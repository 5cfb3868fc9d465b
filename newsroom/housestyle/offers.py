"""Spellings to tick for an entry: from packaged data, and from the paper's own stories."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.housestyle import queries, tasks
from newsroom.housestyle.folding import letters
from newsroom.housestyle.models import Concept
from newsroom.housestyle.offered import offered
from newsroom.housestyle.starter import starter_sources

OWN = "Our own stories"
DICTIONARY = "A dictionary word or a name: only a listed spelling of it is changed"


@dataclass(frozen=True)
class Offered:
    """A spelling that the entry does not list, and why it is offered."""

    text: str
    source: str
    licence: str = ""
    times: int = 0
    """How often it stands in our stories, as the last preview counted it."""
    owner: str = ""
    """The live entry that it belongs to already; it cannot be ticked."""


def offers(concept: Concept) -> list[Offered]:
    """Own spellings first, then dictionary words, then packaged groups; none that the entry has."""
    found = [
        *_own(concept.id),
        *_dictionary(concept.id),
        *_packaged(concept.facts.forms),
    ]
    listed = {letters(form) for form in concept.facts.forms}
    once: dict[str, Offered] = {}
    for one in found:
        if letters(one.text) not in listed:
            once.setdefault(letters(one.text), one)
    taken = queries.owners(list(once), other_than=concept.id)
    return [
        Offered(one.text, one.source, one.licence, one.times, taken[key].preferred)
        if key in taken
        else one
        for key, one in once.items()
    ]


def _own(concept_id: int) -> Iterator[Offered]:
    preview = tasks.newest_preview(concept_id)
    if preview is not None:
        for text, times in preview.result.get("spellings", {}).items():
            yield Offered(text, OWN, times=times)


def _dictionary(concept_id: int) -> Iterator[Offered]:
    """What the last preview found in the lists of words that the check never asks about."""
    preview = tasks.newest_preview(concept_id)
    if preview is not None:
        for word in preview.result.get("dictionary", []):
            yield Offered(word.capitalize(), DICTIONARY)


def _packaged(forms: Iterable[str]) -> Iterator[Offered]:
    sources = starter_sources()
    for form in forms:
        for offer in offered(form):
            source = sources[offer.source]
            yield Offered(offer.text, source.name, source.licence)
