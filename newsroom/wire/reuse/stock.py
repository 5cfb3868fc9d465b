"""The phrases of the trade: pairs of words that stand everywhere and prove nothing."""

from collections import Counter
from collections.abc import Iterable

from newsroom.wire.reuse.grams import number_of, seeds
from newsroom.wire.reuse.parameters import STOCK_FEWEST, STOCK_SHARE
from newsroom.wire.reuse.words import Words


def stock_of(sample: Iterable[Words]) -> set[int]:
    """The numbers of the seeds that stand in too many of the sample's paragraphs."""
    counted: Counter[str] = Counter()
    size = 0
    for paragraph in sample:
        counted.update(set(seeds(paragraph)))
        size += 1
    most = max(STOCK_FEWEST, size * STOCK_SHARE)
    return {number_of(seed) for seed, times in counted.items() if times > most}
