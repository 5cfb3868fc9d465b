"""A measured figure beside its limit, and the sums that make one figure of many."""

import math
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """`most` is what it must not pass; a figure without one is only told."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None

    @property
    def holds(self) -> bool:
        return self.most is None or self.value <= self.most


def percentile(values: Sequence[float], share: float) -> float:
    """The least of the values that so large a share of them does not pass; nothing is invented
    between two of them.
    """
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def spread(values: Sequence[float]) -> float:
    """The largest as a multiple of the smallest."""
    return max(values) / min(values)


def line(figure: Figure) -> str:
    limit = "" if figure.most is None else f"{figure.most:g}"
    broken = "" if figure.holds else "  over"
    return f"  {figure.name:<52}{_number(figure.value):>9} {figure.unit:<4}{limit:>7}{broken}"


def _number(value: float) -> str:
    if not math.isfinite(value):
        return "never"
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def show(title: str, figures: Sequence[Figure]) -> None:
    print(title)
    print(f"  {'':<52}{'':>9} {'':<4}{'limit':>7}")
    for figure in figures:
        print(line(figure), flush=True)
    print()
