"""The sums behind a measured figure, and how it stands beside its limit."""

import math

import pytest

from tests.bench.figures import Figure, line, percentile, spread


@pytest.mark.parametrize(
    ("share", "expected"), [(0.5, 50), (0.99, 99), (0.995, 100), (1.0, 100), (0.0, 1)]
)
def test_a_percentile_is_a_value_that_was_measured(share, expected):
    backwards = list(range(100, 0, -1))
    assert percentile(backwards, share) == expected


def test_one_value_is_every_percentile():
    assert percentile([7.0], 0.5) == percentile([7.0], 0.99) == 7.0


def test_what_never_came_is_the_worst_of_all():
    assert percentile([1.0, math.inf, 2.0], 0.99) == math.inf


def test_the_spread_is_the_largest_against_the_smallest():
    assert spread([4.0, 6.0, 5.0]) == 1.5


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure("p99", 12.34, "ms", 50), ["p99", "12.3", "ms", "50"]),
        (Figure("p99", 50, "ms", 50), ["p99", "50.0", "ms", "50"]),
        (Figure("p99", 50.1, "ms", 50), ["p99", "50.1", "ms", "50", "over"]),
        (Figure("p50", 0.5, "ms"), ["p50", "0.50", "ms"]),
        (Figure("p99", math.inf, "ms", 700), ["p99", "never", "ms", "700", "over"]),
        (Figure("commits", 1234), ["commits", "1,234"]),
    ],
)
def test_a_figure_stands_beside_its_limit_and_says_where_it_is_over(figure, said):
    assert line(figure).split() == said
