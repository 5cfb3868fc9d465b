"""How long the wire is kept: old items go a slice at a time, those that stories used stay."""

import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update

from newsroom.db import db, now, transaction
from newsroom.settings import current_settings
from newsroom.wire import search_index
from newsroom.wire.deliveries import shelf
from newsroom.wire.feed_models import WireDelivery
from newsroom.wire.indexing import leave_out
from newsroom.wire.item_models import ItemRow

SLICE = 200
"""Items in one transaction."""
PATIENCE_SECONDS = 30.0
"""After so long the rest waits for the next hour."""


def keep_for_stories(item_ids: list[int]) -> None:
    """Stories have words of these: they outlive the others. Inside transaction()."""
    for row in db.session.scalars(select(ItemRow).where(ItemRow.id.in_(item_ids))):
        row.used = True


def forget_old() -> int:
    """Forget what is older than the setting says; how many items. Opens its own transactions."""
    begun, gone = time.monotonic(), 0
    while time.monotonic() - begun < PATIENCE_SECONDS:
        old = _old_items()
        leave_out(old)
        with transaction():
            _forget(old)
        gone += len(old)
        if len(old) < SLICE:
            break
    while time.monotonic() - begun < PATIENCE_SECONDS and _some_deliveries() == SLICE:
        continue
    return gone


def _forget(old: Sequence[int]) -> None:
    """What a story took a moment ago stays, and is indexed again."""
    theirs = ItemRow.id.in_(old)
    unused = db.session.scalars(select(ItemRow.id).where(theirs, ~ItemRow.used)).all()
    search_index.remove(unused)
    db.session.execute(delete(ItemRow).where(ItemRow.id.in_(unused), ~ItemRow.used))
    db.session.execute(update(ItemRow).where(theirs).values(fingerprinted=False))


def _old_items() -> Sequence[int]:
    old = select(ItemRow.id).where(ItemRow.seen_at < _before(), ~ItemRow.used)
    return db.session.scalars(old.order_by(ItemRow.seen_at).limit(SLICE)).all()


def _some_deliveries() -> int:
    """Those whose items are gone, and their bytes where no other delivery is of the same."""
    has_items = exists().where(
        ItemRow.raw == WireDelivery.raw, ItemRow.feed_id == WireDelivery.feed_id
    )
    old = select(WireDelivery).where(WireDelivery.received_at < _before(), ~has_items)
    with transaction():
        rows = db.session.scalars(old.order_by(WireDelivery.received_at).limit(SLICE)).all()
        names = {row.raw for row in rows}
        for row in rows:
            db.session.delete(row)
        db.session.flush()
        kept = select(WireDelivery.raw).where(WireDelivery.raw.in_(names))
        unused = names - set(db.session.scalars(kept))
    for name in unused:
        shelf().remove(name)
    return len(rows)


def _before() -> datetime:
    return now() - timedelta(days=current_settings().wire_keep_days)
