"""WebSub: asked for where a feed offers it, confirmed by the hub, renewed before its lease ends."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select

from newsroom.accounts.tokens import new_token
from newsroom.db import db, locked_row, now, transaction
from newsroom.jobs import Job, enqueue
from newsroom.settings import current_settings
from newsroom.wire.feed_facts import LONGEST_ADDRESS, FeedKind
from newsroom.wire.feed_models import WireFeed, WireSubscription
from newsroom.wire.fetching import FetchError, tell
from newsroom.wire.limits import web_limits

WANTED_LEASE = timedelta(days=10)
LONGEST_LEASE = timedelta(days=30)
RENEWED_AFTER = 0.8
"""Of the lease: early enough for a hub that is away for a while."""
RETRIED_AFTER = timedelta(hours=1)
DENIED_FOR = timedelta(days=1)
CALLBACK = "/wire/websub/"
SENT_AT_ONCE = 50


@dataclass(frozen=True)
class Request:
    """What a hub is asked."""

    feed_id: int
    hub: str
    form: dict[str, str]


def offer(feed: WireFeed, hub: str, topic: str) -> None:
    """A delivery named a hub for this feed: subscribe there, once. Inside transaction()."""
    possible = hub.startswith(("http://", "https://")) and topic.startswith(("http://", "https://"))
    if feed.kind != FeedKind.WEB or feed.removed_at or not possible:
        return
    if max(len(hub), len(topic)) > LONGEST_ADDRESS:
        return
    known = db.session.get(WireSubscription, feed.id)
    if known is not None and (known.hub, known.topic) == (hub, topic):
        return
    row = known or WireSubscription(feed_id=feed.id)
    row.hub, row.topic = hub, topic
    row.callback, row.secret = new_token(), new_token()
    row.state, row.error, row.lease_until, row.renew_at = "wanted", "", None, now()
    db.session.add(row)
    db.session.flush()
    enqueue(Job.WIRE_SUBSCRIBE, feed.id)


def subscribe(feed_id: int) -> None:
    """Ask the hub, or ask again; opens its own transactions."""
    with transaction():
        asked = _begin(feed_id)
    if asked is None:
        return
    try:
        tell(asked.hub, asked.form, web_limits())
    except FetchError as error:
        with transaction():
            _failed(feed_id, error.sentence)


def send_due() -> int:
    """Nudge for the subscriptions to ask for or to renew; how many."""
    due = (
        select(WireSubscription)
        .join(WireSubscription.feed)
        .where(WireSubscription.renew_at <= now(), ~WireFeed.paused, WireFeed.removed_at.is_(None))
        .order_by(WireSubscription.renew_at)
        .limit(SENT_AT_ONCE)
        .with_for_update(skip_locked=True, of=WireSubscription)
    )
    rows = db.session.scalars(due).all()
    for row in rows:
        enqueue(Job.WIRE_SUBSCRIBE, row.feed_id)
    return len(rows)


def confirm(callback: str, mode: str, topic: str, lease_seconds: int) -> bool:
    """The hub asks whether we meant it; False where we did not. Inside transaction()."""
    row = _locked(callback)
    if row is None or row.topic != topic or mode != "subscribe" or row.state == "wanted":
        return False
    if lease_seconds <= 0:
        return False
    lease = min(timedelta(seconds=lease_seconds), LONGEST_LEASE)
    row.state, row.error = "active", ""
    row.lease_until, row.renew_at = now() + lease, now() + lease * RENEWED_AFTER
    return True


def deny(callback: str, topic: str, reason: str) -> bool:
    """The hub does not want us, or no longer; False where it is no hub of ours."""
    row = _locked(callback)
    if row is None or row.topic != topic:
        return False
    said = "".join(sign for sign in reason if sign.isprintable())[:200]
    row.state, row.lease_until, row.renew_at = "denied", None, now() + DENIED_FOR
    row.error = f"The hub refused: {said}" if said else "The hub refused."
    return True


def of_callback(callback: str) -> WireSubscription | None:
    """The one that a hub pushes to; None for an address that we did not give."""
    rows = select(WireSubscription).where(WireSubscription.callback == callback)
    return db.session.scalars(rows).one_or_none()


def _locked(callback: str) -> WireSubscription | None:
    return locked_row(select(WireSubscription).where(WireSubscription.callback == callback))


def _begin(feed_id: int) -> Request | None:
    row = db.session.scalar(
        select(WireSubscription)
        .where(WireSubscription.feed_id == feed_id, WireSubscription.renew_at <= now())
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    # An active one goes on until its lease ends; asked again, it stays active.
    row.state = "active" if row.state == "active" else "asked"
    row.asked_at, row.renew_at = now(), now() + RETRIED_AFTER
    form = {
        "hub.mode": "subscribe",
        "hub.topic": row.topic,
        "hub.callback": f"{current_settings().public_url}{CALLBACK}{row.callback}",
        "hub.secret": row.secret,
        "hub.lease_seconds": str(int(WANTED_LEASE.total_seconds())),
    }
    return Request(feed_id, row.hub, form)


def _failed(feed_id: int, sentence: str) -> None:
    row = locked_row(select(WireSubscription).where(WireSubscription.feed_id == feed_id))
    if row is not None:
        row.error = sentence
