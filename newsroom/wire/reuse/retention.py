"""How copy leaves the index, and how all of it is read again by a newer normaliser."""

from collections.abc import Callable, Sequence
from datetime import datetime

import sqlalchemy as sa

from newsroom.wire.reuse import postings
from newsroom.wire.reuse.ingest import drop, lock
from newsroom.wire.reuse.packing import unpacked
from newsroom.wire.reuse.parameters import NORMALISER
from newsroom.wire.reuse.tables import copies, items, state

_AT_ONCE = 500
"""Items of one transaction, so that fresh copy does not wait long."""

Progress = Callable[[int, int], object]
"""Told how many items are done, and of how many."""


def remove(engine: sa.Engine, ids: Sequence[str]) -> int:
    gone = 0
    for at in range(0, len(ids), _AT_ONCE):
        with engine.begin() as connection:
            lock(connection)
            gone += drop(connection, ids[at : at + _AT_ONCE])
    return gone


def older_than(engine: sa.Engine, before: datetime) -> list[str]:
    """An item without a time stays until it is removed by its id."""
    asked = sa.select(items.c.id).where(items.c.published < int(before.timestamp()))
    with engine.connect() as connection:
        return list(connection.execute(asked.order_by(items.c.no)).scalars())


def needs_rebuild(engine: sa.Engine) -> bool:
    with engine.connect() as connection:
        return bool(connection.execute(sa.select(state.c.normaliser)).scalar_one() != NORMALISER)


def rebuild(engine: sa.Engine, progress: Progress) -> None:
    """Read every item again; one that was broken off goes on where it stood."""
    _begin(engine)
    with engine.connect() as connection:
        done, last = connection.execute(sa.select(state.c.rebuilt_to, state.c.rebuild_to)).one()
        held = items.c.no <= last
        whole = connection.execute(sa.select(sa.func.count()).where(held)).scalar_one()
        left = connection.execute(sa.select(items.c.no).where(held, items.c.no > done)).scalars()
        numbers = sorted(left)
    for at in range(0, len(numbers), _AT_ONCE):
        _read_again(engine, numbers[at : at + _AT_ONCE])
        progress(whole - max(0, len(numbers) - at - _AT_ONCE), whole)
    with engine.begin() as connection:
        lock(connection)
        connection.execute(
            state.update().values(normaliser=NORMALISER, rebuilt_to=None, rebuild_to=None)
        )


def _begin(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        last = lock(connection)
        if connection.execute(sa.select(state.c.rebuild_to)).scalar_one() is None:
            postings.take_all(connection)
            # What comes in from here on is of the newer kind already.
            connection.execute(state.update().values(rebuilt_to=0, rebuild_to=last))


def _read_again(engine: sa.Engine, numbers: Sequence[int]) -> None:
    with engine.begin() as connection:
        lock(connection)
        found = set()
        asked = sa.select(copies).where(copies.c.no.in_(numbers))
        for no, kept in connection.execute(asked):
            found |= postings.postings_of(no, postings.prints_of(unpacked(kept)))
        postings.put(connection, found)
        connection.execute(state.update().values(rebuilt_to=numbers[-1]))
