"""A long list a page at a time: each page goes on behind the last row, however the list has grown."""

from __future__ import annotations

from typing import Protocol, TypeVar

from sqlalchemy import Select, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from newsroom.db import db

PAGE = 50
"""Rows a page."""


class Numbered(Protocol):
    @property
    def id(self) -> int: ...


Row = TypeVar("Row", bound=Numbered)


def first_page(rows: Select[Row], size: int = PAGE) -> tuple[list[Row], int | None]:
    """The page these rows begin with, and the id of its last where another page follows."""
    found = list(db.session.scalars(rows.limit(size + 1)))
    return found[:size], found[size - 1].id if len(found) > size else None


def page_by_name(
    rows: Select[Row],
    name: InstrumentedAttribute[str],
    number: InstrumentedAttribute[int],
    after: int | None,
) -> tuple[list[Row], int | None]:
    """The same in the order of these two columns, behind the row of that number."""
    if after is not None:
        last = db.session.scalar(select(name).where(number == after)) or ""
        rows = rows.where(tuple_(name, number) > (last, after))
    return first_page(rows.order_by(name, number))
