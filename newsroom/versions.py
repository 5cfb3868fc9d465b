"""What a process compiles from rows and keeps, and the number that tells it when that is old."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import CheckConstraint, Engine, select
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from newsroom.db import Base, db, locked_row

ONLY_ROW = 1

Made = TypeVar("Made")


class Version(Base):
    """One row: how often the rows of its kind have changed."""

    __abstract__ = True

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - SQLAlchemy hands it the class
        return (CheckConstraint(f"id = {ONLY_ROW}", name="only_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    version: Mapped[int]

    @classmethod
    def current(cls) -> int:
        """0 before the first change."""
        return db.session.scalar(select(cls.version)) or 0

    @classmethod
    def locked(cls) -> Self | None:
        """The row, until the transaction() ends; none before the first change."""
        return locked_row(select(cls).where(cls.id == ONLY_ROW))

    @classmethod
    def grow(cls) -> None:
        """With each change, inside its transaction()."""
        row = cls.locked()
        if row is None:
            db.session.add(cls(id=ONLY_ROW, version=1))
        else:
            row.version += 1


def current(*kinds: type[Version]) -> tuple[int, ...]:
    """Of several kinds in one question."""
    numbers = (select(kind.version).scalar_subquery() for kind in kinds)
    return tuple(number or 0 for number in db.session.execute(select(*numbers)).one())


class Compiled(Generic[Made]):
    """The newest of each database, one per process; replaced whole, never changed."""

    def __init__(self, version: type[Version], make: Callable[[], Made]) -> None:
        self._version, self._make = version, make
        self._kept: WeakKeyDictionary[Engine, tuple[int, Made]] = WeakKeyDictionary()

    def newest(self) -> Made:
        version = self._version.current()
        kept = self._kept.get(db.engine)
        if kept is None or kept[0] != version:
            kept = self._kept[db.engine] = (version, self._make())
        return kept[1]
