"""Stretches of a text as (start, end), in order and apart."""

from bisect import bisect_right
from collections.abc import Sequence

Span = tuple[int, int]


def touches(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether any part of the range lies in one of them."""
    index = bisect_right(spans, (end, -1)) - 1
    return index >= 0 and spans[index][1] > start
