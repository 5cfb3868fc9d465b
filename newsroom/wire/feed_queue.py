"""Which feeds are to be asked now, by whom, and what came of it: a claim that ends by itself."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from newsroom.db import db, locked_row, now
from newsroom.jobs import Job, enqueue
from newsroom.notifications.live import announce
from newsroom.wire.feed_clock import after_failure, after_success, chance
from newsroom.wire.feed_facts import FeedState
from newsroom.wire.feed_models import LONGEST_ERROR, WireFeed

CLAIM = timedelta(seconds=100)
"""Longer than asking and taking in may last, so that a claim outlives its worker only when it died."""
RESENT_AFTER = timedelta(seconds=60)
"""A feed whose worker has not begun by then lost its message."""
SENT_AT_ONCE = 200
SLOW_SECONDS = 5
"""A feed whose last answer took so long is slow."""


@dataclass(frozen=True)
class Claim:
    """The right to ask one feed, and the feed as it was then: no transaction stays open for it."""

    feed: WireFeed
    number: int
    begun: datetime


def send_due() -> int:
    """Nudge for each feed whose turn it is, and for one slow or broken one at most; how many.

    Every feed is asked by a task of its own. Those that may hold up their worker go one after
    another, so that however many they are, the others find a worker free.
    """
    rows = list(db.session.scalars(_due().where(~_slow()).limit(SENT_AT_ONCE)))
    if not db.session.scalar(_slow_in_hand()):
        rows += db.session.scalars(_due().where(_slow()).limit(1))
    for row in rows:
        row.sent_at = now()
        enqueue(Job.WIRE_READ_FEED, row.id)
    return len(rows)


def claim(feed_id: int) -> Claim | None:
    """Take it in hand; None where its turn has not come or another has it. Inside transaction()."""
    row = db.session.scalar(
        select(WireFeed)
        .where(WireFeed.id == feed_id, _in_use(), WireFeed.next_try_at <= now(), _free())
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    row.claim += 1
    row.last_tried_at = now()
    row.claimed_until = row.last_tried_at + CLAIM
    return Claim(row, row.claim, row.last_tried_at)


def still_mine(claimed: Claim) -> WireFeed | None:
    """The feed, locked; None where another has claimed it meanwhile, or it is gone."""
    row = locked_row(select(WireFeed).where(WireFeed.id == claimed.feed.id))
    return row if row is not None and row.claim == claimed.number else None


def succeeded(row: WireFeed, claimed: Claim, asked_for: float | None) -> None:
    interval, before = timedelta(seconds=row.interval_seconds), row.state
    row.failures, row.last_error = 0, ""
    row.last_success_at = now()
    _release(row, claimed, after_success(interval, asked_for))
    _tell(row, before)


def failed(row: WireFeed, claimed: Claim, sentence: str, asked_for: float | None = None) -> None:
    interval, before = timedelta(seconds=row.interval_seconds), row.state
    row.failures += 1
    row.last_error = sentence[:LONGEST_ERROR]
    _release(row, claimed, after_failure(interval, row.failures, asked_for, chance()))
    _tell(row, before)


def _release(row: WireFeed, claimed: Claim, wait: timedelta) -> None:
    row.last_seconds = int((now() - claimed.begun).total_seconds())
    row.claimed_until = row.sent_at = None
    if row.removed_at is None:
        row.next_try_at = now() + wait


def _tell(row: WireFeed, before: FeedState) -> None:
    """Only of a feed that fares differently now: every browser hears it."""
    if row.state is not before:
        announce("feeds", feed=row.id)


def _due() -> Select[WireFeed]:
    forgotten = or_(WireFeed.sent_at.is_(None), WireFeed.sent_at < now() - RESENT_AFTER)
    rows = select(WireFeed).where(_in_use(), WireFeed.next_try_at <= now(), _free(), forgotten)
    return rows.order_by(WireFeed.next_try_at).with_for_update(skip_locked=True)


def _slow_in_hand() -> Select[int]:
    sent = and_(WireFeed.sent_at.is_not(None), WireFeed.sent_at >= now() - RESENT_AFTER)
    return select(func.count()).select_from(WireFeed).where(_slow(), or_(~_free(), sent))


def _in_use() -> ColumnElement[bool]:
    return and_(WireFeed.removed_at.is_(None), ~WireFeed.paused)


def _free() -> ColumnElement[bool]:
    return or_(WireFeed.claimed_until.is_(None), WireFeed.claimed_until < now())


def _slow() -> ColumnElement[bool]:
    return or_(WireFeed.failures > 0, WireFeed.last_seconds >= SLOW_SECONDS)
