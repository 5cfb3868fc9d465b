"""How a delivery is taken in: in slices, killed anywhere it goes on, and nothing is done twice."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.db import db, transaction
from newsroom.errors import NotFound
from newsroom.notifications.live import announce
from newsroom.wire import deliveries, rules
from newsroom.wire.deliveries import Claim
from newsroom.wire.feed_facts import FeedKind
from newsroom.wire.feed_models import WireDelivery, WireFeed
from newsroom.wire.items import Delivery, WireItem
from newsroom.wire.outlet_names import outlets_by_name
from newsroom.wire.placing import Happened, Placement, place
from newsroom.wire.reading import read, unread
from newsroom.wire.subscriptions import offer

SLICE_ITEMS, SLICE_PARAGRAPHS = 20, 400
"""In one transaction: an editor who saves meanwhile waits no longer than for these."""
LONGEST_FORMAT = 40
PATIENCE_SECONDS = 30.0
"""After so long the rest is put back in line."""


@dataclass
class Taken:
    """What happened to the items of a delivery, counted, and what is to be said about the whole."""

    delivery_id: int
    counts: Counter[Happened] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    refused: bool = False

    @property
    def fresh(self) -> int:
        return self.counts.total() - self.counts[Happened.SAME]


def take_in(feed: WireFeed, raw: bytes, received: datetime, name: str = "") -> Taken:
    """Keep the bytes and take in what they hold, at once; opens its own transactions.

    The same bytes again change nothing. Raises Invalid where the disk does not take them.
    """
    sha256 = deliveries.shelf().put(raw)
    with transaction():
        row = deliveries.enter(feed, sha256, len(raw), received, name)
    notes, refused = row.notes.splitlines(), row.state == "refused"
    return work(row.id) or Taken(row.id, notes=notes, refused=refused)


def work(delivery_id: int) -> Taken | None:
    """Take in what is left of it; None where nothing is, or another worker has it."""
    with transaction():
        claimed = deliveries.claim(delivery_id)
    if claimed is None:
        return None
    row = db.session.get_one(WireDelivery, delivery_id)
    feed = row.feed
    taken = Taken(delivery_id)
    try:
        raw = deliveries.shelf().get(row.raw)
    except NotFound as error:
        return _refuse(claimed, taken, [error.sentence])
    found = read(raw, ZoneInfo(feed.zone), feed.language, row.received_at)
    if found.items or not found.notes:
        return _all(claimed, taken, found, _placement(row, feed, found))
    if feed.kind == FeedKind.WEB:
        return _refuse(
            claimed, taken, list(found.notes)
        )  # a fault of the server, told with the feed
    place_unread = replace(found, items=(unread(raw, row.received_at, found.notes),))
    with transaction():
        if deliveries.still_mine(claimed) is not None:
            _some(taken, place_unread.items, _placement(row, feed, place_unread))
    return _refuse(claimed, taken, list(found.notes))


def _all(claimed: Claim, taken: Taken, found: Delivery, where: Placement) -> Taken | None:
    begun = time.monotonic()
    for upto, items in slices(found.items, claimed.done):
        with transaction():
            row = deliveries.still_mine(claimed)
            if row is None:
                return None
            if time.monotonic() - begun > PATIENCE_SECONDS:
                deliveries.go_on(row)
                return taken
            row.total, row.format = len(found.items), where.format
            deliveries.note(row, upto, _some(taken, items, where))
    with transaction():
        row = deliveries.still_mine(claimed)
        if row is None:
            return None
        taken.notes = list(found.notes)
        deliveries.finish(row, taken.notes)
        offer(row.feed, found.hub, found.topic)
    return taken


def _some(taken: Taken, items: Sequence[WireItem], where: Placement) -> int:
    """Place a slice; how many of it the newsroom did not have."""
    happened = place(items, where)
    taken.counts.update(happened)
    fresh = sum(one is not Happened.SAME for one in happened)
    if fresh:
        announce("wire", feed=where.feed_id)
    return fresh


def _refuse(claimed: Claim, taken: Taken, notes: list[str]) -> Taken | None:
    with transaction():
        row = deliveries.still_mine(claimed)
        if row is None:
            return None
        deliveries.refuse(row, notes)
    taken.notes, taken.refused = notes, True
    return taken


def slices(items: Sequence[WireItem], done: int) -> Iterator[tuple[int, Sequence[WireItem]]]:
    """What is left, a slice at a time, each with the number of items done after it."""
    start = upto = done
    paragraphs = 0
    for item in items[done:]:
        full = upto - start == SLICE_ITEMS or paragraphs + len(item.paragraphs) > SLICE_PARAGRAPHS
        if full and upto > start:
            yield upto, items[start:upto]
            start, paragraphs = upto, 0
        upto += 1
        paragraphs += len(item.paragraphs)
    if upto > start:
        yield upto, items[start:upto]


def _placement(row: WireDelivery, feed: WireFeed, found: Delivery) -> Placement:
    providers = () if feed.outlet_id else {item.provider for item in found.items if item.provider}
    return Placement(
        feed_id=feed.id,
        outlet_id=feed.outlet_id,
        desk_id=feed.desk_id,
        raw=row.raw,
        format=found.format[:LONGEST_FORMAT],
        received=row.received_at,
        rules=rules.in_force(),
        outlets=outlets_by_name(providers),
    )
