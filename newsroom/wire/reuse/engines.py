"""How the index's database is opened: a file in WAL, so that no reader waits for a writer."""

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateSchema, CreateTable

# It also sets the pragmas of every SQLite connection, and its BEGIN.
from newsroom.db import OWN_FILE
from newsroom.wire.reuse.parameters import NORMALISER
from newsroom.wire.reuse.tables import WIRE, metadata, state

_CACHE_KIB = 65_536
_MAPPED_BYTES = 1 << 30
"""Of the file; a story's grams lie all over it."""
_MAKING = 0x7265757365
"""The advisory lock under which PostgreSQL's tables are made: two would make them at once."""


def opened(address: str | Path, schema: str = WIRE) -> sa.Engine:
    """A path is an SQLite file's; its folder must be there. The tables are made where missing.

    `schema` is where they lie on PostgreSQL.
    """
    engine = _engine(_url(address), schema)
    with engine.begin() as connection:
        _make(connection, schema)
    return engine


def _url(address: str | Path) -> sa.URL:
    if isinstance(address, Path) or "://" not in address:
        return sa.URL.create("sqlite", database=str(address))
    url = sa.make_url(address)
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    return url


def _engine(url: sa.URL, schema: str) -> sa.Engine:
    engine = sa.create_engine(url)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_file)
        return engine.execution_options(**{OWN_FILE: True})
    sa.event.listen(engine, "connect", partial(_prepare_server, schema))
    return engine


def _prepare_file(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")


def _prepare_server(schema: str, connection: Any, _record: Any) -> None:
    connection.execute(f'SET search_path = "{schema}"')
    # A few grams are in thousands of paragraphs, so the planner thinks that all are, and reads
    # the whole table for every story.
    connection.execute("SET enable_seqscan = off")
    connection.commit()


def _make(connection: sa.Connection, schema: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKING)))
        connection.execute(CreateSchema(schema, if_not_exists=True))
    for table in metadata.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
        for index in table.indexes:
            if index._ddl_if is None or index._ddl_if.dialect == connection.dialect.name:  # noqa: SLF001
                connection.execute(CreateIndex(index, if_not_exists=True))
    if connection.execute(sa.select(state.c.id)).first() is None:
        connection.execute(
            state.insert().values(
                id=1, normaliser=NORMALISER, epoch=0, last_item=0, statistics=0, items_counted=0
            )
        )
