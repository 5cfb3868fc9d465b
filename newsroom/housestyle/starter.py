"""The entries that a new newsroom starts with, to be changed as it likes."""

import json
from collections.abc import Iterator
from pathlib import Path

from newsroom.housestyle.entries import ConceptClass, EntryFacts, tidied

STARTER = Path(__file__).with_name("starter.json")


def starter_entries() -> Iterator[EntryFacts]:
    for entry in json.loads(STARTER.read_text(encoding="utf-8"))["entries"]:
        yield tidied(
            EntryFacts(
                concept_class=ConceptClass(entry["class"]),
                preferred=entry["preferred"],
                variants=tuple(entry["variants"]),
                exceptions=tuple(entry.get("exceptions", ())),
                native=entry.get("native", ""),
                note=entry.get("note", ""),
            )
        )
