"""The concepts that a new newsroom starts with, to be changed as it likes.

The files are made by `newsroom.housestyle.sourcing` from an editor's picks and packaged data.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.housestyle.entries import ConceptClass, EntryFacts, tidied
from newsroom.housestyle.folding import letters

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
    def house_facts(self) -> EntryFacts:
        return self._preferring(self.house)

    @property
    def general_facts(self) -> EntryFacts:
        return self._preferring(self.general)

    def _preferring(self, preferred: str) -> EntryFacts:
        own = letters(preferred)
        others = tuple(form for form in self.spellings if letters(form) != own)
        return tidied(
            EntryFacts(
                concept_class=self.concept_class,
                preferred=preferred,
                variants=others,
                exceptions=tuple(
                    e for e in self.exceptions if letters(e) not in map(letters, others)
                ),
                native=self.native,
                note=self.note,
            )
        )


def starter_concepts() -> Iterator[StarterConcept]:
    for file in sorted(FOLDER.glob("*.json")):
        if file != SOURCES:
            for entry in json.loads(file.read_text(encoding="utf-8")):
                yield _concept(entry)


def starter_sources() -> dict[str, StarterSource]:
    table = json.loads(SOURCES.read_text(encoding="utf-8"))
    return {key: StarterSource(key, **facts) for key, facts in table.items()}


def starter_entries() -> Iterator[EntryFacts]:
    """Each concept as the house stylebook has it."""
    return (concept.house_facts for concept in starter_concepts())


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
