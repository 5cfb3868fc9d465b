"""The words of the wire as each database finds them quickest: FTS5 in SQLite, GIN in PostgreSQL.

The tables belong to no model, for the two have nothing in common but their name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import TSQUERY

from newsroom.db import db, dialect
from newsroom.search_words import Term, for_postgresql, for_sqlite, pairs_of, vector, words_of
from newsroom.wire.item_models import ItemPara, ItemRow
from newsroom.wire.items import WireItem

TABLE = "wire_search"
"""In SQLite the tables that FTS5 keeps for itself begin with the same name."""

INDEX = table(TABLE, column("rowid"), column("item_id"), column("words"))
FOUND = "found"
REBUILT_AT_ONCE = 500

_WRITE = {
    "sqlite": "INSERT INTO wire_search (rowid, words) VALUES (:id, :words)",
    "postgresql": "INSERT INTO wire_search (item_id, words) VALUES (:id, CAST(:words AS tsvector))",
}
# FTS5 keeps no copy of the words, so it has to be told which ones go.
_ERASE = {
    "sqlite": "INSERT INTO wire_search (wire_search, rowid, words) VALUES ('delete', :id, :words)",
    "postgresql": "DELETE FROM wire_search WHERE item_id = :id",
}
_EMPTY = {
    "sqlite": "INSERT INTO wire_search (wire_search) VALUES ('delete-all')",
    "postgresql": "DELETE FROM wire_search",
}


def add(item_id: int, item: WireItem) -> None:
    """Make a new item findable; in the transaction that keeps it."""
    texts = (item.headline, item.slugline, item.standfirst, *item.keywords, *item.paragraphs)
    _run(_WRITE, [(item_id, texts)])


def remove(item_ids: Collection[int]) -> None:
    """Before the rows of these items are deleted, for their words are needed once more."""
    _run(_ERASE, _texts(item_ids))


def rebuild() -> int:
    """Make the index anew from the items; how many. Inside transaction()."""
    db.session.execute(text(_EMPTY[dialect()]))
    last = count = 0
    while ids := _next_ids(last):
        _run(_WRITE, _texts(ids))
        last, count = ids[-1], count + len(ids)
    return count


def number() -> ColumnElement[int]:
    """The found item's number; both databases find them in its order, the newest first."""
    return literal_column(f"{FOUND}.{'rowid' if dialect() == 'sqlite' else 'item_id'}", Integer)


def found(rows: Select[ItemRow], terms: Sequence[Term]) -> Select[ItemRow]:
    """Of these items those that have every one of the terms, of which there is at least one."""
    if dialect() == "sqlite":
        rows = rows.join(INDEX.alias(FOUND), number() == ItemRow.id)
        return rows.where(literal_column(TABLE).bool_op("MATCH")(for_sqlite(terms)))
    return _found_on_postgresql(rows, terms)


def _found_on_postgresql(rows: Select[ItemRow], terms: Sequence[Term]) -> Select[ItemRow]:
    """The index knows words, not their places: where a phrase stands is looked for item by item,
    the newest first, until the page is full. Of short words, which most items have, it knows the
    pairs besides, or a phrase of those would be looked for in nearly all items.
    """
    items = (
        func.wire_found(_tsquery([*_single(terms), *_pairs(terms)]))
        .table_valued("item_id")
        .render_derived()
    )
    # OFFSET keeps the order and the phrases outside of it.
    newest_first = select(items.c.item_id).order_by(items.c.item_id.desc()).offset(0)
    rows = rows.join(newest_first.subquery(FOUND), number() == ItemRow.id)
    if any(len(term.words) > 1 for term in terms):
        rows = rows.where(_stands(terms))
    return rows


def _stands(terms: Sequence[Term]) -> ColumnElement[bool]:
    """A value and not EXISTS, which the planner would answer for all items before the first."""
    stands: ColumnElement[bool] = INDEX.c.words.bool_op("@@")(_tsquery(terms))
    return select(stands).where(INDEX.c.item_id == number()).scalar_subquery()


def _single(terms: Iterable[Term]) -> list[Term]:
    """Each word by itself."""
    return [
        Term((word,), term.begins and place == len(term.words))
        for term in terms
        for place, word in enumerate(term.words, start=1)
    ]


def _pairs(terms: Iterable[Term]) -> list[Term]:
    """Without the last word of a term that may go on, for that is not a whole one."""
    whole = (term.words[:-1] if term.begins else term.words for term in terms)
    return [Term((pair,)) for words in whole for pair in pairs_of(words)]


def _tsquery(terms: Iterable[Term]) -> ColumnElement[Any]:
    return sql_cast(for_postgresql(terms), TSQUERY)


def _texts(item_ids: Collection[int]) -> list[tuple[int, tuple[str, ...]]]:
    """Of each item the texts that `add` was given, in the same order."""
    paragraphs: dict[int, list[str]] = defaultdict(list)
    rows = select(ItemPara.item_id, ItemPara.text).where(ItemPara.item_id.in_(item_ids))
    for item_id, words in db.session.execute(rows.order_by(ItemPara.item_id, ItemPara.ord)):
        paragraphs[item_id].append(words)
    items = db.session.scalars(select(ItemRow).where(ItemRow.id.in_(item_ids)))
    return [
        (i.id, (i.headline, i.slugline, i.standfirst, *i.keywords, *paragraphs[i.id]))
        for i in items
    ]


def _run(by_database: dict[str, str], texts: Iterable[tuple[int, Iterable[str]]]) -> None:
    written = _with_pairs if dialect() == "postgresql" else " ".join
    rows: list[dict[str, Any]] = [{"id": n, "words": written(words_of(each))} for n, each in texts]
    if rows:
        db.session.execute(text(by_database[dialect()]), rows)


def _with_pairs(words: list[str]) -> str:
    return vector(words, pairs_of(words))


def _next_ids(last: int) -> list[int]:
    rows = select(ItemRow.id).where(ItemRow.id > last).order_by(ItemRow.id).limit(REBUILT_AT_ONCE)
    return list(db.session.scalars(rows))
