"""The database: one session, one naming convention, and the only two ways to change a row or a job.

Reads take a snapshot. Writes happen inside `transaction()`, which takes SQLite's write lock at
once (`BEGIN IMMEDIATE`); a plain `BEGIN` that writes later fails under load in spite of any
busy timeout, because a read snapshot cannot be upgraded after another writer has committed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TypeVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    DateTime,
    Dialect,
    Engine,
    Executable,
    MetaData,
    Select,
    TypeDecorator,
    event,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase

SQLITE_BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""

OWN_FILE = "newsroom_own_file"
"""Execution option of an engine on another file: transaction() is not about it, and takes no lock
there.
"""

LARGEST_ID = 2**31 - 1
"""PostgreSQL's INTEGER; the databases answer a larger one with an error, not with "none"."""

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


Row = TypeVar("Row")


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


db = SQLAlchemy(
    model_class=Base,
    # Kept after a commit: a view shows what its service returned without asking again.
    session_options={"expire_on_commit": False},
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware time, kept as UTC without a zone so that both databases order it alike."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def now() -> datetime:
    return datetime.now(UTC)


def one_of(column: str, words: Iterable[str]) -> str:
    """The rule of a column that holds one of these words of our own."""
    return "{} IN ({})".format(column, ", ".join(f"'{word!s}'" for word in words))


def storable(number: int) -> bool:
    """Whether a column can hold it, and so a database be asked for it."""
    return -LARGEST_ID <= number <= LARGEST_ID


_deferred: ContextVar[list[Callable[[], object]] | None] = ContextVar("deferred", default=None)


@contextmanager
def transaction() -> Iterator[None]:
    """One change to the database, whole or not at all; jobs and live messages leave after it.

    SQLAlchemy's own after_commit event is not used: it also fires when a savepoint is released.
    """
    if _deferred.get() is not None:
        raise RuntimeError("a transaction is open already: services do not open their own")
    if db.session.new or db.session.dirty or db.session.deleted:
        raise RuntimeError("something was changed outside transaction()")
    if dialect() == "sqlite":
        # A snapshot of reads cannot become a write there. PostgreSQL's statements each see the
        # newest, so its transaction goes on and saves two round trips.
        db.session.commit()
    deferred: list[Callable[[], object]] = []
    token = _deferred.set(deferred)
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _deferred.reset(token)
    for act in deferred:
        act()


def after_commit(act: Callable[[], object]) -> None:
    """Do it once the open transaction has been committed; never, if it rolls back."""
    deferred = _deferred.get()
    if deferred is None:
        raise RuntimeError("after_commit() belongs inside transaction()")
    deferred.append(act)


def locked_row(rows: Select[Row]) -> Row | None:
    """The one row asked for as the newest commit left it, locked until transaction() ends."""
    return db.session.scalars(locking(rows)).one_or_none()


def locking(rows: Select[Row]) -> Select[Row]:
    """The same question, whose rows nobody else changes until transaction() ends."""
    return rows.with_for_update().execution_options(populate_existing=True)


def flush_or(refusal: Exception) -> None:
    """Write what was changed; raises the refusal where somebody took a unique value just before.

    To look first is not enough on PostgreSQL, where two look at the same moment.
    """
    try:
        db.session.flush()
    except IntegrityError as error:
        raise refusal from error


def ask_once(question: Executable, **values: object) -> tuple[Any, ...] | None:
    """The first row of one question asked by itself, for an answer that needs no more.

    On PostgreSQL without a transaction around it: two round trips fewer for each reader.
    """
    engine = db.engine
    if dialect() == "postgresql":
        engine = engine.execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        found = connection.execute(question, values).first()
    return None if found is None else tuple(found)


def writing() -> bool:
    return _deferred.get() is not None


def dialect() -> str:
    return db.engine.dialect.name


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    # The driver's own transaction control would send BEGIN by itself and too late.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {SQLITE_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


@event.listens_for(Engine, "begin")
def _begin_sqlite(connection: Any) -> None:
    if connection.dialect.name == "sqlite":
        here = writing() and not connection.get_execution_options().get(OWN_FILE)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if here else "BEGIN")
