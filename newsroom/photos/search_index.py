"""The words of the photos as each database finds them quickest: FTS5 in SQLite, GIN in PostgreSQL.

A photo's row holds the words as `search_text`; whoever changes them has the index follow in the
same transaction.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    Select,
    Table,
    event,
    inspect,
    literal_column,
    select,
    text,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Mapper

from newsroom.db import db, dialect
from newsroom.photos.asked_words import Asked
from newsroom.photos.models import Photo
from newsroom.search_words import Term, for_postgresql, for_sqlite, vector

TABLE = "photo_search"
"""In SQLite the tables that FTS5 keeps for itself begin with the same name."""

_OWN = MetaData()
INDEX = {
    "sqlite": Table(TABLE, _OWN, Column("rowid", Integer), Column("words")),
    "postgresql": Table(TABLE, MetaData(), Column("photo_id", Integer), Column("words")),
}
_ERASE = {
    "sqlite": text("DELETE FROM photo_search WHERE rowid = :id"),
    "postgresql": text("DELETE FROM photo_search WHERE photo_id = :id"),
}
_WRITE = {
    "sqlite": text("INSERT INTO photo_search (rowid, words) VALUES (:id, :words)"),
    "postgresql": text(
        "INSERT INTO photo_search (photo_id, words) VALUES (:id, CAST(:words AS tsvector))"
    ),
}


def found(rows: Select[Photo], asked: Asked) -> Select[Photo]:
    """Of these photos those that have every wanted word and no unwanted one."""
    index = INDEX[dialect()]
    number = index.c[0]
    if dialect() == "postgresql":
        fits = index.c.words.bool_op("@@")(sql_cast(_on_postgresql(asked), TSQUERY))
        return rows.join(index, number == Photo.id).where(fits)
    match = literal_column(TABLE).bool_op("MATCH")
    if not asked.wanted:
        # FTS5 can leave out only of what it found.
        left_out = select(number).where(match(_any(asked.unwanted)))
        return rows.where(Photo.id.not_in(left_out))
    return rows.join(index, number == Photo.id).where(match(_on_sqlite(asked)))


def number(asked: Asked) -> Any:
    """What to put found photos in order by: the index gives its rows in theirs without sorting."""
    joined = asked.wanted or (asked.unwanted and dialect() == "postgresql")
    return INDEX[dialect()].c[0] if joined else Photo.id


def without_words() -> Select[int]:
    """The photos that are not in the index: those of before there was one."""
    index = INDEX[dialect()]
    known = select(index.c[0]).where(index.c[0] == Photo.id)
    return select(Photo.id).where(~known.exists())


def write(connection: Connection, rows: list[dict[str, Any]]) -> None:
    """`rows` of id and words, the text as the photo has it."""
    name = connection.dialect.name
    if name == "postgresql":
        rows = [{"id": one["id"], "words": vector(one["words"].split())} for one in rows]
    connection.execute(_ERASE[name], [{"id": one["id"]} for one in rows])
    connection.execute(_WRITE[name], rows)


def rebuild() -> None:
    """Of all photos, for rows that came past the session. Inside transaction()."""
    texts = db.session.execute(select(Photo.id, Photo.search_text)).all()
    write(db.session.connection(), [{"id": n, "words": words} for n, words in texts])


def _on_sqlite(asked: Asked) -> str:
    wanted = f"({for_sqlite(asked.wanted)})"
    return f"{wanted} NOT ({_any(asked.unwanted)})" if asked.unwanted else wanted


def _any(terms: tuple[Term, ...]) -> str:
    return " OR ".join(for_sqlite([term]) for term in terms)


def _on_postgresql(asked: Asked) -> str:
    unwanted = (f"!{for_postgresql([term])}" for term in asked.unwanted)
    return " & ".join([*(for_postgresql([term]) for term in asked.wanted), *unwanted])


@event.listens_for(Photo, "after_insert")
@event.listens_for(Photo, "after_update")
def _follow(_mapper: Mapper[Photo], connection: Connection, photo: Photo) -> None:
    if inspect(photo).attrs.search_text.history.has_changes():
        write(connection, [{"id": photo.id, "words": photo.search_text}])
