"""Which items their feeds still show: what stands there is not forgotten, or it would come in anew."""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import ColumnElement, and_, func, select, update

from newsroom.db import db, now
from newsroom.wire.item_models import ItemRow

NOTED_EVERY = timedelta(days=1)
"""To the day is enough, and spares a write at every look."""


def seen_again(keys: Collection[str]) -> None:
    """These came once more; inside transaction()."""
    _note(ItemRow.item_key.in_(keys))


def still_there(feed_id: int) -> None:
    """The feed has nothing new, so what it showed last it shows still; inside transaction()."""
    newest = db.session.scalar(select(func.max(ItemRow.seen_at)).where(ItemRow.feed_id == feed_id))
    if newest is not None:
        shown = ItemRow.seen_at >= newest - NOTED_EVERY
        _note(and_(ItemRow.feed_id == feed_id, shown))


def _note(which: ColumnElement[bool]) -> None:
    old = ItemRow.seen_at < now() - NOTED_EVERY
    db.session.execute(
        update(ItemRow).where(which, old).values(seen_at=now()),
        execution_options={"synchronize_session": False},
    )
