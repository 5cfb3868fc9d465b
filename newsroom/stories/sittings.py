"""Sittings: the versions that one person made without a long pause; no database, no request."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

PAUSE = timedelta(minutes=30)
"""From a pause of this length on it is another sitting."""


class Made(NamedTuple):
    """What came in at once: one version, or several of one person."""

    first: int
    version: int
    """The last of them."""
    author_id: int | None
    at: datetime


@dataclass(frozen=True)
class Sitting:
    author_id: int | None
    first: int
    """The first version it made."""
    last: int
    began: datetime
    ended: datetime

    @property
    def before(self) -> int:
        """The version it started from."""
        return self.first - 1

    @property
    def versions(self) -> int:
        return self.last - self.first + 1


def sittings(made: Iterable[Made], named: Container[int]) -> list[Sitting]:
    """Group versions given oldest first; a sitting ends with a version that has a name."""
    found: list[list[Made]] = []
    for one in made:
        if found and _goes_on(found[-1][-1], one, named):
            found[-1].append(one)
        else:
            found.append([one])
    return [_sitting(run[0], run[-1]) for run in found]


def _sitting(first: Made, last: Made) -> Sitting:
    return Sitting(first.author_id, first.first, last.version, first.at, last.at)


def _goes_on(last: Made, one: Made, named: Container[int]) -> bool:
    return (
        last.author_id == one.author_id and one.at - last.at < PAUSE and last.version not in named
    )
