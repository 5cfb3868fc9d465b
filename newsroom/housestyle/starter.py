"""The concepts that a new newsroom starts with, to be changed as it likes.

The files are made by `newsroom.housestyle.sourcing` from an editor's picks and packaged data.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsroom.housestyle.entries import ConceptClass, EntryFacts, tidied
from newsroom.housestyle.folding import letters
from newsroom.housestyle.stylebooks import Stylebook

FOLDER = Path(__file__).with_name("starter_data")
SOURCES = FOLDER / "sources.json"


@dataclass(frozen=True)
class StarterSource:
    """Where spellings come from, and what its licence asks to be said."""

    key: str
    name: str
    licence: str
    credit: str


@dataclass(frozen=True)
class StarterConcept:
    """One concept as two stylebooks spell it, with the spellings that neither wants."""

    concept_class: ConceptClass
    lang: str
    house: str
    general: str
    """Equal to the house spelling where both stylebooks agree."""
    variants: tuple[str, ...]
    exceptions: tuple[str, ...]
    native: str
    note: str
    source: str
    """The key of a source."""

    @property
    def spellings(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.house, self.general, *self.variants)))

    @property
    def facts(self) -> EntryFacts:
        """The entry that is made of it."""
        own = {letters(form) for form in self.spellings}
        return tidied(
            EntryFacts(
                concept_class=self.concept_class,
                preferred=self.house,
                elsewhere=((Stylebook.GENERAL, self.general),),
                variants=self.variants,
                exceptions=tuple(e for e in self.exceptions if letters(e) not in own),
                native=self.native,
                note=self.note,
                source=starter_sources()[self.source].name,
            )
        )


def starter_concepts() -> Iterator[StarterConcept]:
    for file in sorted(FOLDER.glob("*.json")):
        if file != SOURCES:
            for entry in json.loads(file.read_text(encoding="utf-8")):
                yield _concept(entry)


@cache
def starter_sources() -> dict[str, StarterSource]:
    table = json.loads(SOURCES.read_text(encoding="utf-8"))
    return {key: StarterSource(key, **facts) for key, facts in table.items()}


def starter_entries() -> Iterator[EntryFacts]:
    return (concept.facts for concept in starter_concepts())


def _concept(entry: dict[str, Any]) -> StarterConcept:
    return StarterConcept(
        concept_class=ConceptClass(entry["class"]),
        lang=entry["lang"],
        house=entry["house"],
        general=entry["general"],
        variants=tuple(entry["variants"]),
        exceptions=tuple(entry.get("exceptions", ())),
        native=entry.get("native", ""),
        note=entry.get("note", ""),
        source=entry["source"],
    )
