"""House style for the tests of stories: one live entry at a time."""

from newsroom.housestyle import service
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.roles import machine


def put_in_lexicon(preferred: str, *variants: str) -> None:
    """A live place name; inside change()."""
    facts = EntryFacts(ConceptClass.PLACE, preferred, variants)
    service.add_concept(machine("test set-up"), facts, "The stylebook says so")
