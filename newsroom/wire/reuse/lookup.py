"""Which items a section of a story is held against: those that share the rarest grams with it."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

import sqlalchemy as sa

from newsroom.wire.reuse.model import Copy
from newsroom.wire.reuse.packing import unpacked
from newsroom.wire.reuse.parameters import CANDIDATES
from newsroom.wire.reuse.tables import TOLD_APART, copies, items

_ASKED_AT_ONCE = 900
"""Numbers of one question on SQLite, whose oldest limit is 999."""
_FROM_FILE = "SELECT hash, para FROM wire_fp WHERE hash IN ({})"
_FROM_SERVER = "SELECT hash, para FROM wire_fp WHERE hash = ANY(%s)"


def candidates(connection: sa.Connection, asked: AbstractSet[int]) -> list[Copy]:
    """The items to align, the likeliest first."""
    votes: dict[int, float] = defaultdict(float)
    for number, rows in groupby(_postings(connection, sorted(asked)), key=itemgetter(0)):
        del number
        voted = {para // TOLD_APART for _, para in rows}
        for item in voted:
            votes[item] += 1 / math.sqrt(len(voted))
    best = sorted(votes, key=lambda item: (-votes[item], -item))[:CANDIDATES]
    return _copies(connection, best)


def _postings(connection: sa.Connection, asked: Sequence[int]) -> Iterator[tuple[int, int]]:
    """By number, each with all its paragraphs."""
    if not asked:
        return
    if connection.dialect.name == "postgresql":
        rows = connection.exec_driver_sql(_FROM_SERVER, (list(asked),)).all()
        yield from sorted((number, para) for number, para in rows)
        return
    for at in range(0, len(asked), _ASKED_AT_ONCE):
        some = tuple(asked[at : at + _ASKED_AT_ONCE])
        question = _FROM_FILE.format(",".join("?" * len(some)))
        rows = connection.exec_driver_sql(question, some).all()
        yield from sorted((number, para) for number, para in rows)


def _copies(connection: sa.Connection, numbers: Sequence[int]) -> list[Copy]:
    asked = sa.select(items, copies.c.copy).where(
        items.c.no == copies.c.no, items.c.no.in_(numbers)
    )
    found = {row.no: row for row in connection.execute(asked)} if numbers else {}
    return [
        Copy(
            id=found[no].id,
            paragraphs=unpacked(found[no].copy),
            family=found[no].family,
            published=_time(found[no].published),
        )
        for no in numbers
        if no in found
    ]


def _time(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
