"""How many bytes the index takes, and how many the copy beside it."""

from dataclasses import dataclass

import sqlalchemy as sa

from newsroom.wire.reuse.tables import SCHEMA, items


@dataclass(frozen=True, slots=True)
class Size:
    index: int
    """Fingerprints, lists and what is said of each item."""
    copy: int
    """The packed paragraphs."""


def size_of(engine: sa.Engine) -> Size:
    with engine.connect() as connection:
        copy = connection.execute(sa.select(sa.func.sum(sa.func.length(items.c.copy)))).scalar_one()
        if connection.dialect.name == "sqlite":
            whole = _pages(connection)
        else:
            whole = _relations(connection)
    return Size(whole - int(copy or 0), int(copy or 0))


def _pages(connection: sa.Connection) -> int:
    free, pages, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
        for name in ("freelist_count", "page_count", "page_size")
    )
    return (pages - free) * size


def _relations(connection: sa.Connection) -> int:
    asked = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = %s::regnamespace"
    return int(connection.exec_driver_sql(asked, (SCHEMA,)).scalar_one())
