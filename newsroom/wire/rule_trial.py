"""A dry run of routing rules: what they would have done with yesterday's items."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from newsroom.db import db, now
from newsroom.wire.item_models import ItemRow
from newsroom.wire.routing import Routed, Rule, desks_for, fits

MOST_TRIED = 20_000
"""Items of yesterday that a dry run reads."""
SHOWN = 20


@dataclass
class Trial:
    """What rules would have done with yesterday's items."""

    total: int = 0
    by_rule: list[int] = field(default_factory=list)
    by_desk: Counter[int] = field(default_factory=Counter)
    nowhere: int = 0
    shown: list[ItemRow] = field(default_factory=list)
    """Of the last rule tried, the newest first."""


def try_on_yesterday(rules: Sequence[Rule], zone: ZoneInfo) -> Trial:
    """A dry run, changing nothing; the items shown are those that the last rule fits."""
    trial = Trial(by_rule=[0] * len(rules))
    for item in _received_between(*yesterday(now(), zone)):
        facts = _facts(item)
        fitting = [fits(facts, one) for one in rules]
        desks = desks_for(facts, rules)
        trial.total += 1
        trial.by_rule = [n + one for n, one in zip(trial.by_rule, fitting, strict=True)]
        trial.by_desk.update(desks)
        trial.nowhere += not desks
        if fitting and fitting[-1] and len(trial.shown) < SHOWN:
            trial.shown.append(item)
    return trial


def yesterday(at: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From its midnight to today's, on the newsroom's clock."""
    today = at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=1), today


def _received_between(begin: datetime, end: datetime) -> Sequence[ItemRow]:
    rows = select(ItemRow).where(
        ItemRow.received_at >= begin, ItemRow.received_at < end, ItemRow.is_current
    )
    return db.session.scalars(rows.order_by(ItemRow.received_at.desc()).limit(MOST_TRIED)).all()


def _facts(item: ItemRow) -> Routed:
    return Routed(
        outlet_id=item.outlet_id,
        priority=item.priority,
        subjects=tuple(code for code, _ in item.subjects),
        words="\n".join((item.headline, item.slugline, *item.keywords)),
    )
