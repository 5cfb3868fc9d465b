"""Which items a person has read, as a condition that a list asks along with its rows."""

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from newsroom.wire.item_models import ItemRow
from newsroom.wire.read_models import ReadItem, ReadUpTo


def is_read(person_id: int) -> ColumnElement[bool]:
    return or_(ItemRow.id <= _up_to(person_id), _marked(person_id))


def is_unread(person_id: int) -> ColumnElement[bool]:
    return and_(ItemRow.id > _up_to(person_id), ~_marked(person_id))


def _up_to(person_id: int) -> ColumnElement[int]:
    """0 for somebody who never marked all."""
    row = select(ReadUpTo.item_id).where(ReadUpTo.person_id == person_id)
    return func.coalesce(row.scalar_subquery(), 0)


def _marked(person_id: int) -> ColumnElement[bool]:
    return exists().where(ReadItem.person_id == person_id, ReadItem.item_id == ItemRow.id)
