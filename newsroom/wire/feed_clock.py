"""When a feed is asked next: its interval, what the server asks for, and patience with a broken one."""

import random
from datetime import timedelta

LONGEST_WAIT = timedelta(hours=1)
"""A broken feed is tried at least so often, and no server keeps us away for longer."""

SHORTEST_REST = timedelta(seconds=30)
"""After the first failure; doubled with each that follows."""

JITTER = 0.2
"""The share of a wait that chance takes off, so that feeds which failed together part again."""

MOST_DOUBLINGS = 12


def after_success(interval: timedelta, asked_for: float | None) -> timedelta:
    """The interval, or longer where the server says that nothing will be new before."""
    wished = timedelta(seconds=min(asked_for or 0.0, LONGEST_WAIT.total_seconds()))
    return max(interval, wished)


def after_failure(
    interval: timedelta, failures: int, asked_for: float | None, chance: float
) -> timedelta:
    """`failures` in a row, this one included; `chance` from 0 to 1."""
    doublings = min(max(failures, 1) - 1, MOST_DOUBLINGS)
    rest = min(LONGEST_WAIT, max(SHORTEST_REST, interval) * int(2**doublings))
    wished = timedelta(seconds=min(asked_for or 0.0, LONGEST_WAIT.total_seconds()))
    return max(wished, rest * (1 - JITTER * chance))


def chance() -> float:
    return random.random()  # noqa: S311 - spreads work, keeps no secret
