"""How copy comes into the index: each item whole or not at all, and once, whoever brings it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from newsroom.wire.reuse import postings
from newsroom.wire.reuse.model import Copy
from newsroom.wire.reuse.packing import digest, packed, unpacked
from newsroom.wire.reuse.tables import copies, items, state

BATCH = 5_000
"""Paragraphs of one transaction: less, and the tree is written too often; more, and others wait."""
_ASKED_AT_ONCE = 500
"""Ids of one question, under every database's limit."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """An item with everything that can be worked out before the lock is taken."""

    copy: Copy
    digest: int
    packed: bytes
    prints: list[set[int]]


def ingest(engine: sa.Engine, brought: Iterable[Copy]) -> int:
    """How many were new or say something else than before; of two with one id the last holds."""
    return sum(_ingest(engine, batch) for batch in _batches(brought))


def _batches(brought: Iterable[Copy]) -> Iterator[list[Copy]]:
    batch: dict[str, Copy] = {}
    size = 0
    for copy in brought:
        if "\0" in copy.id or not copy.id:
            raise ValueError("an item needs an id, and it cannot hold NUL")
        batch[copy.id] = copy
        size += len(copy.paragraphs)
        if size >= BATCH:
            yield list(batch.values())
            batch, size = {}, 0
    if batch:
        yield list(batch.values())


def _ingest(engine: sa.Engine, batch: Sequence[Copy]) -> int:
    with engine.connect() as connection:
        known = _digests(connection, [copy.id for copy in batch])
    ready = [_ready(copy) for copy in batch if known.get(copy.id) != digest(copy)]
    if not ready:
        return 0
    with engine.begin() as connection:
        last = lock(connection)
        # Another may have brought the same in the meantime.
        known = _digests(connection, [one.copy.id for one in ready])
        new = [one for one in ready if known.get(one.copy.id) != one.digest]
        drop(connection, [one.copy.id for one in new if one.copy.id in known])
        _add(connection, last, new)
    return len(new)


def _ready(copy: Copy) -> _Ready:
    prints = postings.prints_of(copy.paragraphs)
    return _Ready(copy, digest(copy), packed(copy.paragraphs), prints)


def lock(connection: sa.Connection) -> int:
    """The number of the newest item; other writers wait from here to the end of the transaction.

    The first statement writes, so SQLite takes its lock before it takes its snapshot.
    """
    connection.execute(state.update().values(epoch=state.c.epoch + 1))
    return int(connection.execute(sa.select(state.c.last_item)).scalar_one())


def _digests(connection: sa.Connection, ids: Sequence[str]) -> dict[str, int]:
    known: dict[str, int] = {}
    for at in range(0, len(ids), _ASKED_AT_ONCE):
        asked = sa.select(items.c.id, items.c.digest).where(
            items.c.id.in_(ids[at : at + _ASKED_AT_ONCE])
        )
        known.update((id_, found) for id_, found in connection.execute(asked))
    return known


def _add(connection: sa.Connection, last: int, new: Sequence[_Ready]) -> None:
    rows, texts, found = [], [], set()
    for no, one in enumerate(new, last + 1):
        time = one.copy.published
        rows.append(
            {
                "no": no,
                "id": one.copy.id,
                "family": one.copy.family or one.copy.id,
                "published": None if time is None else int(time.timestamp()),
                "digest": one.digest,
            }
        )
        texts.append({"no": no, "copy": one.packed})
        found |= postings.postings_of(no, one.prints)
    if rows:
        connection.execute(items.insert(), rows)
        connection.execute(copies.insert(), texts)
        connection.execute(state.update().values(last_item=last + len(rows)))
        postings.put(connection, found)


def drop(connection: sa.Connection, ids: Sequence[str]) -> int:
    """Its prints are worked out again, for they are found by their numbers only."""
    gone, found = [], set()
    for at in range(0, len(ids), _ASKED_AT_ONCE):
        some = items.c.id.in_(ids[at : at + _ASKED_AT_ONCE])
        asked = sa.select(copies.c.no, copies.c.copy).where(copies.c.no == items.c.no, some)
        for no, kept in connection.execute(asked):
            gone.append(no)
            found |= postings.postings_of(no, postings.prints_of(unpacked(kept)))
    postings.take(connection, found)
    for at in range(0, len(gone), _ASKED_AT_ONCE):
        some_gone = gone[at : at + _ASKED_AT_ONCE]
        connection.execute(items.delete().where(items.c.no.in_(some_gone)))
        connection.execute(copies.delete().where(copies.c.no.in_(some_gone)))
    return len(gone)
