"""A newsroom's lexicon and spellings that it does not list, and a lexicon of two thousand concepts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newsroom.housestyle.lexicon import Term
from newsroom.housestyle.starter import starter_concepts

TERMS = Path(__file__).parents[2] / "samples" / "spelling" / "terms.txt"
CONCEPTS = 2_000
KNOWN_OF_A_GROUP = 3


@dataclass(frozen=True)
class Sample:
    terms: tuple[Term, ...]
    unseen: tuple[tuple[int, str], ...]
    """(term, a spelling that it does not list)."""


def sample() -> Sample:
    terms, unseen = [], []
    lines = TERMS.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(one for one in lines if one and not one.startswith("#")):
        preferred, known, others = (part.split(",") for part in line.split("|"))
        terms.append(Term(number, preferred[0].strip(), tuple(form.strip() for form in known)))
        unseen += [(number, form.strip()) for form in others]
    return Sample(tuple(terms), tuple(unseen))


def two_thousand(groups: Iterable[Sequence[str]]) -> list[Term]:
    """The starter's concepts, and as many of the groups as are wanting."""
    terms = [concept.facts.term for concept in starter_concepts()]
    for words in groups:
        if len(terms) == CONCEPTS:
            break
        preferred, *variants = (word.capitalize() for word in words)
        terms.append(Term(0, preferred, tuple(variants[:KNOWN_OF_A_GROUP])))
    return [replace(term, id=number) for number, term in enumerate(terms)]
