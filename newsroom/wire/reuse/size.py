"""How many bytes the index takes, and how many the copy beside it."""

from dataclasses import dataclass

import sqlalchemy as sa

from newsroom.wire.reuse.tables import copies


@dataclass(frozen=True, slots=True)
class Size:
    index: int
    """Fingerprints, lists and what is said of each item."""
    copy: int
    """The packed paragraphs."""


def size_of(engine: sa.Engine) -> Size:
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            whole, copy = _pages(connection), _pages_of_copy(connection)
        else:
            whole, copy = _relations(connection)
    return Size(whole - copy, copy)


def _pages(connection: sa.Connection) -> int:
    free, pages, size = (
        int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
        for name in ("freelist_count", "page_count", "page_size")
    )
    return (pages - free) * size


def _pages_of_copy(connection: sa.Connection) -> int:
    """An SQLite built without dbstat says how long the texts are, not how well they are laid."""
    try:
        asked = "SELECT sum(pgsize) FROM dbstat WHERE name = ?"
        return int(connection.exec_driver_sql(asked, (copies.name,)).scalar_one() or 0)
    except sa.exc.OperationalError:
        length = sa.select(sa.func.sum(sa.func.length(copies.c.copy)))
        return int(connection.execute(length).scalar_one() or 0)


def _relations(connection: sa.Connection) -> tuple[int, int]:
    asked = """
        SELECT sum(pg_total_relation_size(oid)),
               coalesce(sum(pg_total_relation_size(oid)) FILTER (WHERE relname = %s), 0)
        FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
    """
    whole, copy = connection.exec_driver_sql(asked, (copies.name,)).one()
    return int(whole), int(copy)
