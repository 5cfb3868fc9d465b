"""Where a match begins and ends: the stretch in which what matches outweighs what differs."""

from collections.abc import Sequence

from newsroom.wire.reuse.matching import Pair
from newsroom.wire.reuse.section import Section

TELLING = 1.0
STOCK = 0.3
"""A phrase of the trade carries a match on, but not over two words that differ."""
SKIPPED = -0.4
"""A word of the story that the copy has not."""
SKIPPED_THERE = -0.1
"""A word of the copy left out: an editor's most usual change."""


def trimmed(pairs: Sequence[Pair], section: Section) -> Sequence[Pair]:
    """The stretch of the pairs that weighs most; the longer of two that weigh alike."""
    best, best_from, best_to = 0.0, 0, 0
    weight, begin = 0.0, 0
    for n, (at, there) in enumerate(pairs):
        if n:
            before, before_there = pairs[n - 1]
            weight += SKIPPED * (at - before - 1) + SKIPPED_THERE * (there - before_there - 1)
        if weight < 0:
            weight, begin = 0.0, n
        weight += TELLING if section.telling[at] else STOCK
        if weight > best:
            best, best_from, best_to = weight, begin, n + 1
    return pairs[best_from:best_to]
