"""The concepts an editor chose and spelt for the starter, one a line, in the folder `picks`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsroom.housestyle.folding import letters

PICKS = Path(__file__).with_name("picks")
TICKED = Path(__file__).with_name("ticked.txt")
_FIELDS = 6


@dataclass(frozen=True)
class Pick:
    """What an editor wrote; packaged data may add spellings, never change these."""

    concept_class: str
    lang: str
    house: str
    general: str
    variants: tuple[str, ...]
    native: str
    exceptions: tuple[str, ...]
    note: str

    @property
    def spellings(self) -> tuple[str, ...]:
        return (self.house, self.general, *self.variants)


def picks() -> Iterator[Pick]:
    for file in sorted(PICKS.glob("*.txt")):
        yield from _picks_of(file.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def ticked() -> dict[str, frozenset[str]]:
    """Which of a place's names in a source an editor found right, by its house spelling."""
    lines = TICKED.read_text(encoding="utf-8").splitlines()
    pairs = (line.split(" | ") for line in lines if not line.startswith("#"))
    return {house: frozenset(_listed(spellings)) for house, spellings in pairs}


def _picks_of(text: str) -> Iterator[Pick]:
    concept_class = lang = ""
    for line in text.splitlines():
        if line.startswith("["):
            concept_class, lang = line.strip("[]").split()
        elif line and not line.startswith("#"):
            yield _pick(concept_class, lang, line)


def _pick(concept_class: str, lang: str, line: str) -> Pick:
    fields = [field.strip() for field in f" {line} ".split("|")]
    house, general, variants, native, exceptions, note = fields + [""] * (_FIELDS - len(fields))
    return Pick(
        concept_class,
        lang,
        house,
        general or house,
        tuple(_others(_listed(variants), house, general or house)),
        native,
        _listed(exceptions),
        note,
    )


def _others(variants: tuple[str, ...], *preferred: str) -> Iterator[str]:
    seen = set(map(letters, preferred))
    for variant in variants:
        if letters(variant) not in seen:
            seen.add(letters(variant))
            yield variant


def _listed(field: str) -> tuple[str, ...]:
    return tuple(form for form in (part.strip() for part in field.split(", ")) if form)
