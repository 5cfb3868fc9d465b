"""Marking the wire as read: one item, what a view shows, or all up to where somebody stands."""

from sqlalchemy import Select, delete, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite

from newsroom.db import Base, db, dialect
from newsroom.wire.item_models import ItemRow
from newsroom.wire.read_models import ReadItem, ReadUpTo
from newsroom.wire.read_queries import is_unread
from newsroom.wire.wire_filter import WireFilter
from newsroom.wire.wire_queries import matching

MARKED_AT_ONCE = 2_000
"""Of a filtered view, where each item needs a row of its own."""


def mark_read(person_id: int, item_id: int) -> None:
    """Inside transaction()."""
    _mark(person_id, select(ItemRow.id).where(ItemRow.id == item_id))


def mark_view_read(person_id: int, asked: WireFilter, up_to: int) -> None:
    """Of what the view shows, all that came no later than item `up_to`; inside transaction()."""
    if asked.narrows:
        newest_first = matching(asked).order_by(ItemRow.id.desc()).limit(MARKED_AT_ONCE)
        unread = newest_first.where(ItemRow.id <= up_to, is_unread(person_id))
        _mark(person_id, unread.with_only_columns(ItemRow.id))
    else:
        _mark_all(person_id, up_to)


def _mark_all(person_id: int, up_to: int) -> None:
    newest = db.session.scalar(select(func.max(ItemRow.id))) or 0
    known = min(up_to, newest)  # a number from an address must not hide what comes tomorrow
    put = _insert(ReadUpTo).values(person_id=person_id, item_id=known)
    further = put.on_conflict_do_update(
        index_elements=[ReadUpTo.person_id],
        set_={"item_id": known},
        where=ReadUpTo.item_id < known,
    )
    db.session.execute(further)
    covered = delete(ReadItem).where(ReadItem.person_id == person_id, ReadItem.item_id <= known)
    db.session.execute(covered)


def _mark(person_id: int, item_ids: Select[int]) -> None:
    ids = item_ids.subquery()
    # Without a condition SQLite takes ON CONFLICT for a part of the select.
    rows = select(literal(person_id), ids.c.id).where(ids.c.id > 0)
    put = _insert(ReadItem).from_select(["person_id", "item_id"], rows)
    db.session.execute(put.on_conflict_do_nothing())


def _insert(table: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Of the database's own, for these bear with what another window of the person just set."""
    return postgresql.insert(table) if dialect() == "postgresql" else sqlite.insert(table)
