"""A stretch of a story that copy is held against: its words, where each seed stands, what tells."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsroom.wire.reuse.grams import grams, number_of, seeds
from newsroom.wire.reuse.parameters import GRAM, REPEATED, SECTION
from newsroom.wire.reuse.words import Words

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Section:
    words: Words
    places: dict[str, list[int]]
    """Seed: the words it begins at. One that is repeated all over is left out."""
    telling: list[bool]
    """Whether a word stands outside the phrases of the trade."""
    common: list[bool]
    """Whether it is one that stands in many texts, as "the" does."""
    blocks: list[int]
    """The number of each word's paragraph: no match runs on over a blank line."""
    asked: AbstractSet[int]
    """The grams by which copy is looked for."""


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


def section_of(text: str, words: Words, stock: AbstractSet[int], stop: AbstractSet[int]) -> Section:
    places: dict[str, list[int]] = {}
    telling = [True] * len(words)
    blocks = _blocks(text, words)
    for at, seed in enumerate(seeds(words)):
        if blocks[at] == blocks[at + seed.count(" ")]:
            places.setdefault(seed, []).append(at)
    for seed, standing in places.items():
        if number_of(seed) in stock:
            size = seed.count(" ") + 1
            for at in standing:
                telling[at : at + size] = [False] * size
    numbers = grams(words)
    for at, number in enumerate(numbers):
        if number in stop:
            telling[at : at + GRAM] = [False] * len(telling[at : at + GRAM])
    known = {word: number_of(word) in stock for word in set(words.folded)}
    common = [known[word] for word in words.folded]
    kept = {seed: standing for seed, standing in places.items() if len(standing) <= REPEATED}
    return Section(words, kept, telling, common, blocks, set(numbers) - stop)


def _blocks(text: str, words: Words) -> list[int]:
    blocks: list[int] = []
    number, end = 0, 0
    for start, after in zip(words.starts, words.ends, strict=True):
        number += _BLANK_LINE.search(text, end, start) is not None
        blocks.append(number)
        end = after
    return blocks
