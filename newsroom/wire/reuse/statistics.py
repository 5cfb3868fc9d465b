"""The grams that say nothing and the phrases of the trade, counted anew, and kept in memory."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from newsroom.wire.reuse.packing import unpacked
from newsroom.wire.reuse.parameters import SAMPLE, STOP_POSTINGS
from newsroom.wire.reuse.stock import stock_of
from newsroom.wire.reuse.tables import copies, fingerprints, items, state, stock, stop
from newsroom.wire.reuse.words import Words, words_of

_ASKED_AT_ONCE = 200
"""Items of one question."""
_GROWN = 4
"""Times as many items as at the last count: the lists are no longer those of this copy."""


@dataclass(frozen=True, slots=True)
class Statistics:
    version: int = -1
    stop: frozenset[int] = frozenset()
    stock: frozenset[int] = frozenset()


def current(connection: sa.Connection, known: Statistics) -> Statistics:
    """What is known, where it is the newest; else the lists as they stand now."""
    version = connection.execute(sa.select(state.c.statistics)).scalar_one()
    if version == known.version:
        return known
    return Statistics(
        version,
        frozenset(connection.execute(sa.select(stop.c.hash)).scalars()),
        frozenset(connection.execute(sa.select(stock.c.hash)).scalars()),
    )


def are_due(engine: sa.Engine) -> bool:
    with engine.connect() as connection:
        counted = connection.execute(sa.select(state.c.items_counted)).scalar_one()
        held = connection.execute(sa.select(sa.func.count()).select_from(items)).scalar_one()
    return bool(held and held >= _GROWN * counted)


def refresh(engine: sa.Engine) -> None:
    """Counted on a snapshot; only the lists themselves are written under the lock."""
    with engine.connect() as connection:
        often = _often(connection)
        numbers = list(connection.execute(sa.select(items.c.no)).scalars())
        phrases = stock_of(_sample(connection, numbers))
    with engine.begin() as connection:
        connection.execute(
            state.update().values(
                epoch=state.c.epoch + 1,
                statistics=state.c.statistics + 1,
                items_counted=len(numbers),
            )
        )
        for table, found in ((stop, often), (stock, phrases)):
            connection.execute(table.delete())
            if found:
                connection.execute(table.insert(), [{"hash": number} for number in sorted(found)])


def _often(connection: sa.Connection) -> set[int]:
    number = fingerprints.c.hash
    asked = sa.select(number).group_by(number).having(sa.func.count() > STOP_POSTINGS)
    return set(connection.execute(asked).scalars())


def _sample(connection: sa.Connection, numbers: list[int]) -> Iterator[Words]:
    """Paragraphs of items drawn from all the copy; of one family one version, for each repeats the
    other.
    """
    drawn = random.Random(len(numbers)).sample(numbers, len(numbers))  # noqa: S311 - no secret
    families: set[str] = set()
    read = 0
    for at in range(0, len(drawn), _ASKED_AT_ONCE):
        some = items.c.no.in_(drawn[at : at + _ASKED_AT_ONCE])
        asked = sa.select(items.c.family, copies.c.copy).where(items.c.no == copies.c.no, some)
        for family, kept in connection.execute(asked):
            if family in families:
                continue
            families.add(family)
            for paragraph in unpacked(kept):
                yield words_of(paragraph)
                read += 1
        if read >= SAMPLE:
            return
