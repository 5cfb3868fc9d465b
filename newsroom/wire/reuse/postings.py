"""Fingerprints on their way into the tables and out of them, the quickest way each database has."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from newsroom.wire.reuse.grams import fingerprint
from newsroom.wire.reuse.tables import fingerprints, paragraph_number
from newsroom.wire.reuse.words import words_of

Posting = tuple[int, int]
"""The number of a gram, and of the paragraph it stands in."""

_PUT = "INSERT OR IGNORE INTO wire_fp (hash, para) VALUES (?, ?)"
_TAKE = "DELETE FROM wire_fp WHERE hash = ? AND para = ?"
_COPY = "COPY wire_fp (hash, para) FROM STDIN"
_TAKE_MANY = """
    DELETE FROM wire_fp USING unnest(%s::bigint[], %s::bigint[]) AS gone (hash, para)
    WHERE wire_fp.hash = gone.hash AND wire_fp.para = gone.para
"""


def prints_of(paragraphs: Sequence[str]) -> list[set[int]]:
    return [fingerprint(words_of(paragraph)) for paragraph in paragraphs]


def postings_of(item: int, prints: Sequence[set[int]]) -> set[Posting]:
    return {
        (number, paragraph_number(item, at)) for at, found in enumerate(prints) for number in found
    }


def put(connection: sa.Connection, postings: set[Posting]) -> None:
    """Sorted, so that neighbours in the tree are written together."""
    rows = sorted(postings)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_PUT, rows)
        return
    with _driver(connection).cursor() as cursor, cursor.copy(_COPY) as copy:
        copy.write("".join(f"{number}\t{para}\n" for number, para in rows))


def take(connection: sa.Connection, postings: set[Posting]) -> None:
    rows = sorted(postings)
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_TAKE, rows)
        return
    with _driver(connection).cursor() as cursor:
        cursor.execute(_TAKE_MANY, tuple(map(list, zip(*rows, strict=True))))


def take_all(connection: sa.Connection) -> None:
    connection.execute(fingerprints.delete())


def _driver(connection: sa.Connection) -> Any:
    return connection.connection.driver_connection
