"""Items that an agency killed and whose stories have not been told yet: the rows are the jobs.

The stories stand above the wire, so they are told by the job of this name, where there is one;
its task reads `untold` and answers with `told`.
"""

from collections.abc import Collection

from sqlalchemy import select, update

from newsroom.db import db
from newsroom.jobs import Job, enqueue
from newsroom.wire.item_models import ItemRow

TELLING = "WIRE_KILLED"
AT_ONCE = 200


def announce(row: ItemRow) -> None:
    """A kill reached a version that a story may have used; inside transaction()."""
    row.kill_untold = True
    job = Job.__members__.get(TELLING)
    if job is not None:
        enqueue(job, row.id)


def untold(limit: int = AT_ONCE) -> list[int]:
    """The killed items whose stories have not been told, oldest first."""
    rows = select(ItemRow.id).where(ItemRow.kill_untold).order_by(ItemRow.id).limit(limit)
    return list(db.session.scalars(rows))


def told(item_ids: Collection[int]) -> None:
    """Their stories know; in the transaction that told them."""
    db.session.execute(update(ItemRow).where(ItemRow.id.in_(item_ids)).values(kill_untold=False))
