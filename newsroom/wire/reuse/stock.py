"""The phrases of the trade: pairs of words that stand everywhere and prove nothing, and words."""

from collections import Counter
from collections.abc import Iterable

from newsroom.wire.reuse.grams import number_of, seeds
from newsroom.wire.reuse.parameters import COMMON_SHARE, STOCK_FEWEST, STOCK_SHARE
from newsroom.wire.reuse.words import Words


def stock_of(sample: Iterable[Words]) -> set[int]:
    """The numbers of the seeds, and of the single words, that stand in too many paragraphs."""
    counted: Counter[str] = Counter()
    words: Counter[str] = Counter()
    size = 0
    for paragraph in sample:
        counted.update(set(seeds(paragraph)))
        words.update(set(paragraph.folded))
        size += 1
    phrases = _over(counted, max(STOCK_FEWEST, size * STOCK_SHARE))
    return phrases | _over(words, max(STOCK_FEWEST, size * COMMON_SHARE))


def _over(counted: Counter[str], most: float) -> set[int]:
    return {number_of(said) for said, times in counted.items() if times > most}
