"""What came in and waits to be taken in: kept first, claimed by one worker, tried a few times."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from newsroom.db import db, locked_row, now
from newsroom.jobs import Job, enqueue
from newsroom.settings import current_settings
from newsroom.wire.feed_models import WireDelivery, WireFeed
from newsroom.wire.shelf import Shelf, raw_shelf

CLAIM = timedelta(seconds=100)
"""A worker that has not noted anything for so long is dead, and another goes on."""
MOST_ATTEMPTS = 4
RESENT_AT_ONCE = 200
BROKEN_OFF = "Taking it in was broken off again and again; its bytes are kept."


def shelf() -> Shelf:
    return raw_shelf(current_settings().data_path)


@dataclass(frozen=True)
class Claim:
    """The right to take one delivery in, and where to go on."""

    delivery_id: int
    attempt: int
    done: int


def enter(feed: WireFeed, raw: str, size: int, received: datetime, name: str = "") -> WireDelivery:
    """A row for bytes that lie on the shelf; the same bytes from one feed are one delivery."""
    same = select(WireDelivery).where(WireDelivery.feed_id == feed.id, WireDelivery.raw == raw)
    if (found := locked_row(same)) is not None:
        return found
    row = WireDelivery(feed_id=feed.id, raw=raw, size=size, received_at=received, name=name[:200])
    try:
        # A hub and our own question may bring the same bytes at one moment.
        with db.session.begin_nested():
            db.session.add(row)
    except IntegrityError:
        return db.session.scalars(same).one()
    enqueue(Job.WIRE_TAKE_IN, row.id)
    return row


def enter_picture(
    feed: WireFeed, raw: str, size: int, received: datetime, name: str, note: str
) -> None:
    """A row for a picture file on the shelf, so that its bytes are kept as long as others."""
    same = select(WireDelivery.id).where(WireDelivery.feed_id == feed.id, WireDelivery.raw == raw)
    if db.session.scalar(same) is None:
        row = WireDelivery(feed_id=feed.id, raw=raw, size=size, received_at=received)
        row.name, row.format, row.state, row.notes = name[:200], "picture", "taken", note
        db.session.add(row)


def claim(delivery_id: int) -> Claim | None:
    """Take it in hand; None where that is done, or another has it. Inside transaction()."""
    row = db.session.scalar(
        select(WireDelivery)
        .where(
            WireDelivery.id == delivery_id,
            WireDelivery.state == "waiting",
            WireDelivery.not_before <= now(),
        )
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    if row.attempts >= MOST_ATTEMPTS:
        refuse(row, [BROKEN_OFF])
        return None
    row.attempts += 1
    row.not_before = now() + CLAIM
    return Claim(row.id, row.attempts, row.done)


def still_mine(claimed: Claim) -> WireDelivery | None:
    """The row, locked; None where another worker has gone on with it meanwhile."""
    row = locked_row(select(WireDelivery).where(WireDelivery.id == claimed.delivery_id))
    mine = row is not None and row.state == "waiting" and row.attempts == claimed.attempt
    return row if mine else None


def note(row: WireDelivery, done: int, fresh: int) -> None:
    """How far it is, in the transaction that did it: progress is no failed attempt."""
    row.done, row.fresh = done, row.fresh + fresh
    row.not_before = now() + CLAIM


def go_on(row: WireDelivery) -> None:
    """Put the rest back in line, for others wait there too."""
    row.attempts, row.not_before = 0, now()
    enqueue(Job.WIRE_TAKE_IN, row.id)


def finish(row: WireDelivery, notes: list[str]) -> None:
    row.state, row.notes = "taken", "\n".join(notes)


def refuse(row: WireDelivery, notes: list[str]) -> None:
    row.state, row.notes = "refused", "\n".join(notes)


def resend_stale() -> int:
    """Nudge again what waits without a worker having it."""
    stale = (
        select(WireDelivery)
        .where(WireDelivery.state == "waiting", WireDelivery.not_before < now() - CLAIM / 4)
        .order_by(WireDelivery.not_before)
        .limit(RESENT_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    rows = db.session.scalars(stale).all()
    for row in rows:
        row.not_before = now()
        enqueue(Job.WIRE_TAKE_IN, row.id)
    return len(rows)
