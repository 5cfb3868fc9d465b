"""Reading the feeds: one, all, and what each delivered last."""

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, undefer

from newsroom.db import db, locked_row
from newsroom.errors import NotFound
from newsroom.wire.feed_models import WireDelivery, WireFeed
from newsroom.wire.models import OutletRow

NO_FEED = "There is no such feed."
SHOWN_DELIVERIES = 20


def _standing() -> Select[WireFeed]:
    return select(WireFeed).where(WireFeed.removed_at.is_(None))


def feeds() -> list[WireFeed]:
    """Those in use, by name."""
    rows = _standing().options(
        joinedload(WireFeed.outlet), joinedload(WireFeed.desk), undefer(WireFeed.looked)
    )
    return list(db.session.scalars(rows.order_by(WireFeed.name)))


def any_feed() -> bool:
    return db.session.scalar(_standing().limit(1)) is not None


def feed(feed_id: int) -> WireFeed:
    """Raises NotFound, also for one that was removed."""
    return _found(db.session.scalar(_standing().where(WireFeed.id == feed_id)))


def feed_to_change(feed_id: int) -> WireFeed:
    """The feed as the newest commit left it, locked; for inside transaction()."""
    return _found(locked_row(_standing().where(WireFeed.id == feed_id)))


def feed_named(name: str) -> WireFeed:
    return _found(db.session.scalar(_standing().where(WireFeed.name == name)))


def feed_of_key(key: str) -> WireFeed | None:
    """The one that an agency pushes to under this key."""
    return db.session.scalar(_standing().where(WireFeed.key == key))


def name_is_taken(name: str, other_than: int | None) -> bool:
    found = db.session.scalar(_standing().where(WireFeed.name == name))
    return found is not None and found.id != other_than


def last_deliveries(feed_id: int) -> list[WireDelivery]:
    """The newest first."""
    rows = select(WireDelivery).where(WireDelivery.feed_id == feed_id)
    return list(db.session.scalars(rows.order_by(WireDelivery.id.desc()).limit(SHOWN_DELIVERIES)))


def outlet_choices() -> list[tuple[int, str]]:
    rows = db.session.execute(select(OutletRow.id, OutletRow.name).order_by(OutletRow.sort_name))
    return [(number, name) for number, name in rows]


def _found(row: WireFeed | None) -> WireFeed:
    if row is None:
        raise NotFound(NO_FEED)
    return row
