"""How house style was received: found, accepted and dismissed by week, of each entry and desk."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Integer, case, func, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from newsroom.clock import local
from newsroom.db import db, now
from newsroom.stories.entry_facts import DECIDED, concept_of
from newsroom.stories.leaves import ASKED
from newsroom.stories.models import Finding, Story

WEEKS = 12
WEEK = timedelta(days=7)

ENOUGH_DECISIONS = 5
"""Fewer of them say nothing about an entry."""


@dataclass
class Count:
    found: int = 0
    accepted: int = 0
    dismissed: int = 0

    @property
    def mostly_dismissed(self) -> bool:
        decisions = self.accepted + self.dismissed
        return decisions >= ENOUGH_DECISIONS and self.dismissed * 2 > decisions

    def add(self, what: str, number: int) -> None:
        setattr(self, what, getattr(self, what) + number)


@dataclass
class Received:
    """In all, and of each week, the oldest first."""

    whole: Count = field(default_factory=Count)
    weeks: list[Count] = field(default_factory=lambda: [Count() for _ in range(WEEKS)])

    def add(self, week: int, what: str, number: int) -> None:
        self.whole.add(what, number)
        self.weeks[week].add(what, number)


@dataclass(frozen=True)
class Figures:
    mondays: Sequence[datetime]
    """On which each week begins."""
    entries: Mapping[int, Received]
    desks: Mapping[int, Received]


def figures() -> Figures:
    """Of the last weeks, the present one with them."""
    mondays = _mondays(local(now()))
    entries: dict[int, Received] = defaultdict(Received)
    desks: dict[int, Received] = defaultdict(Received)
    for rule, desk_id, week, what, number in _counted(mondays):
        concept_id = concept_of(rule)
        if concept_id is not None:
            entries[concept_id].add(week, what, number)
            desks[desk_id].add(week, what, number)
    return Figures(mondays, dict(entries), dict(desks))


def _mondays(today: datetime) -> list[datetime]:
    midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
    this = midnight - timedelta(days=today.weekday())
    return [this - WEEK * back for back in reversed(range(WEEKS))]


def _counted(mondays: Sequence[datetime]) -> Iterable[tuple[str, int, int, str, int]]:
    """Rule, desk, week, what, and how often; one question for what was found, one for decisions."""
    yield from _grouped(mondays, Finding.created_at, literal("found"))
    decided = Finding.status.in_(DECIDED)
    yield from _grouped(mondays, Finding.decided_at, Finding.status, decided)


def _grouped(
    mondays: Sequence[datetime],
    moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None],
    what: ColumnElement[str] | InstrumentedAttribute[str],
    *which: ColumnElement[bool],
) -> Iterable[tuple[str, int, int, str, int]]:
    ends = [(moment < after, number) for number, after in enumerate(mondays[1:])]
    week = case(*ends, else_=literal(WEEKS - 1, Integer))
    each = (
        select(Finding.rule, Story.desk_id, week.label("week"), what.label("what"))
        .join(Story, Story.id == Finding.story_id)
        .where(moment >= mondays[0], Finding.kind.in_(ASKED), *which)
        .subquery()
    )
    columns = (each.c.rule, each.c.desk_id, each.c.week, each.c.what)
    for row in db.session.execute(select(*columns, func.count()).group_by(*columns)):
        yield row[0], row[1], row[2], row[3], row[4]
