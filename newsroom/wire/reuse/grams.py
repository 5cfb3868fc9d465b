"""Runs of neighbouring words as numbers, and which of them stand for a paragraph."""

from collections.abc import Sequence

from xxhash import xxh3_64_intdigest

from newsroom.wire.reuse.parameters import (
    GRAM,
    GRAM_OF_CHARACTERS,
    SEED,
    SEED_OF_CHARACTERS,
    WINDOW,
)
from newsroom.wire.reuse.words import Words, is_unspaced

_SIGN = 1 << 63
"""Databases have signed numbers only."""


def number_of(words: str) -> int:
    return (xxh3_64_intdigest(words.encode()) ^ _SIGN) - _SIGN


def grams(words: Words) -> list[int]:
    """The number of each run of five words, or of eight characters where no blanks are set."""
    return [number_of(run) for run in _runs(words, GRAM, GRAM_OF_CHARACTERS)]


def seeds(words: Words) -> list[str]:
    """What opens a match: the run that begins at each word, as far as there is a whole one."""
    return _runs(words, SEED, SEED_OF_CHARACTERS)


def fingerprint(words: Words) -> set[int]:
    """The least of every eight neighbouring grams: what two texts share over 12 words, both keep."""
    return winnow(grams(words))


def winnow(numbers: Sequence[int]) -> set[int]:
    last = max(1, len(numbers) - WINDOW + 1)
    return {min(numbers[at : at + WINDOW]) for at in range(last)} if numbers else set()


def _runs(words: Words, length: int, of_characters: int) -> list[str]:
    folded = words.folded
    if not words.unspaced:
        return [" ".join(folded[at : at + length]) for at in range(len(folded) - length + 1)]
    found = []
    for at, word in enumerate(folded):
        size = of_characters if is_unspaced(word) else length
        if at + size > len(folded):
            break
        found.append(" ".join(folded[at : at + size]))
    return found
