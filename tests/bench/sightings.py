"""When what one person did was there for the last of the others."""

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence

Advances = Sequence[tuple[float, int]]
"""When each version came to somebody: (moment, version), both ever larger."""


def seen_at(advances: Advances, version: int) -> float:
    """The moment from which on somebody had it; infinite where it never came."""
    found = bisect_left(advances, version, key=lambda one: one[1])
    return advances[found][0] if found < len(advances) else math.inf


def last_seen(others: Iterable[Advances], version: int) -> float:
    return max(seen_at(advances, version) for advances in others)
