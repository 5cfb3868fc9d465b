"""How a year of stories is spread: most published long ago, a few on their way today."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsroom.stories.states import State

AT_REST = ((State.PUBLISHED, 95), (State.SPIKED, 4), (State.WITHDRAWN, 1))
ON_THE_WAY = (
    (State.DRAFT, 40),
    (State.EDIT, 25),
    (State.PHOTO_CHECK, 15),
    (State.READY, 12),
    (State.SCHEDULED, 8),
)
SHARE_ON_THE_WAY = 0.02
"""Of ten thousand stories a year some two hundred are open on one day."""


@dataclass(frozen=True)
class Fate:
    """Where a story ends up, and its times."""

    state: State
    started: datetime
    deadline: datetime


def year(
    chance: random.Random, stories: int, waiting: int | None, today: datetime
) -> Iterator[Fate]:
    """A fate for each story; with `waiting`, just so many of them wait for copy in edit."""
    on_the_way = max(1, round(stories * SHARE_ON_THE_WAY))
    for number in range(stories):
        if waiting is not None and number < waiting:
            yield _open(chance, State.EDIT, today)
        elif number < on_the_way:
            yield _open(chance, _drawn(chance, ON_THE_WAY, waiting), today)
        else:
            yield _rested(chance, today)


def _drawn(
    chance: random.Random, table: tuple[tuple[State, int], ...], waiting: int | None
) -> State:
    states = [(s, w) for s, w in table if waiting is None or s is not State.EDIT]
    return chance.choices([s for s, _ in states], weights=[w for _, w in states])[0]


def _open(chance: random.Random, state: State, today: datetime) -> Fate:
    started = today - timedelta(minutes=chance.uniform(30, 2_000))
    return Fate(state, started, today + timedelta(minutes=chance.uniform(-180, 900)))


def _rested(chance: random.Random, today: datetime) -> Fate:
    started = today - timedelta(days=chance.uniform(1, 365))
    deadline = started + timedelta(hours=chance.uniform(2, 9))
    state = _drawn(chance, AT_REST, None)
    return Fate(state, started, deadline)
