"""New agency copy goes into the index of reuse; then the stories on their way are held against it."""

import time
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import selectinload

from newsroom.db import db, now, transaction
from newsroom.jobs import Job, enqueue
from newsroom.wire.item_models import ItemRow
from newsroom.wire.reuse.model import Copy
from newsroom.wire.reuse_index import reuse_index
from newsroom.wire.reuse_models import ReuseVersion

AT_ONCE = 200
"""Items a round."""
PATIENCE_SECONDS = 30.0
"""After so long the rest waits for the next message."""
CALM = timedelta(minutes=2)
"""At least so long between two readings of all stories: agencies send something each second."""


def index_new() -> int:
    """How many items were taken in; opens its own transactions.

    The index is written first and the rows are marked after: a worker that is killed between the
    two takes the same items in again, which changes nothing.
    """
    if reuse_index().needs_rebuild:
        # After an update whose rules read words otherwise; goes on where it was broken off.
        reuse_index().rebuild()
    begun, taken = time.monotonic(), 0
    while time.monotonic() - begun < PATIENCE_SECONDS:
        rows = _waiting()
        if not rows:
            break
        reuse_index().ingest(map(_copy, rows))
        ids = [row.id for row in rows]
        db.session.expunge_all()
        with transaction():
            db.session.execute(
                update(ItemRow).where(ItemRow.id.in_(ids)).values(fingerprinted=True)
            )
        taken += len(ids)
    with transaction():
        tell_stories()
    return taken


def _waiting() -> Sequence[ItemRow]:
    wanted = select(ItemRow).where(~ItemRow.fingerprinted).order_by(ItemRow.id).limit(AT_ONCE)
    return db.session.scalars(wanted.options(selectinload(ItemRow.paragraphs))).all()


def _copy(row: ItemRow) -> Copy:
    paragraphs = tuple(paragraph.text for paragraph in row.paragraphs)
    return Copy(str(row.id), paragraphs, row.family_key, row.published_at or row.received_at)


def tell_stories() -> None:
    """Have the stories read again, where copy came since and they were not read a moment ago."""
    row, epoch = ReuseVersion.locked(), reuse_index().epoch
    if row is not None and (row.epoch == epoch or now() - row.grown_at < CALM):
        return
    ReuseVersion.grow_to(epoch)
    enqueue(Job.STORIES_RECHECK_ALL)


def leave_out(ids: Sequence[int]) -> None:
    """What is about to be forgotten is found no more."""
    reuse_index().remove([str(number) for number in ids])
