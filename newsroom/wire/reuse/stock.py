"""The phrases of the trade: pairs of words that stand everywhere and prove nothing."""

from collections import Counter
from collections.abc import Iterable

from newsroom.wire.reuse.grams import number_of, seeds
from newsroom.wire.reuse.words import Words

SHARE = 1 / 2_000
"""Of the paragraphs of a sample: what stands in more of them is a phrase of the trade."""
FEWEST = 12
"""Paragraphs, in a sample too small for a share to mean anything."""


def stock_of(sample: Iterable[Words]) -> set[int]:
    """The numbers of the seeds that stand in too many of the sample's paragraphs."""
    counted: Counter[str] = Counter()
    size = 0
    for paragraph in sample:
        counted.update(set(seeds(paragraph)))
        size += 1
    most = max(FEWEST, size * SHARE)
    return {number_of(seed) for seed, times in counted.items() if times > most}
