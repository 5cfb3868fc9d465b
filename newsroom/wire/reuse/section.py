"""A stretch of a story that copy is held against: its words, where each seed stands, what tells."""

from collections.abc import Set
from dataclasses import dataclass

from newsroom.wire.reuse.grams import number_of, seeds
from newsroom.wire.reuse.parameters import REPEATED, SECTION
from newsroom.wire.reuse.words import Words


@dataclass(frozen=True, slots=True)
class Section:
    words: Words
    places: dict[str, list[int]]
    """Seed: the words it begins at. One that is repeated all over is left out."""
    telling: list[bool]
    """Whether a word stands outside the phrases of the trade."""


def sections_of(words: Words) -> list[Words]:
    """The story in stretches of ordinary length; their places stay those in the whole."""
    if len(words) <= SECTION:
        return [words]
    return [
        Words(
            words.folded[at : at + SECTION],
            words.starts[at : at + SECTION],
            words.ends[at : at + SECTION],
            words.unspaced,
        )
        for at in range(0, len(words), SECTION)
    ]


def section_of(words: Words, stock: Set[int]) -> Section:
    places: dict[str, list[int]] = {}
    telling = [True] * len(words)
    for at, seed in enumerate(seeds(words)):
        places.setdefault(seed, []).append(at)
    for seed, standing in places.items():
        if number_of(seed) in stock:
            size = seed.count(" ") + 1
            for at in standing:
                telling[at : at + size] = [False] * size
    kept = {seed: standing for seed, standing in places.items() if len(standing) <= REPEATED}
    return Section(words, kept, telling)
