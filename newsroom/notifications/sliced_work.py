"""Long work as rows, done in slices: how far it is, what came of it, who goes on after a crash."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import ForeignKey, String, Text, select, update
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, db, locked_row, now
from newsroom.notifications.live import announce

STATES = ("waiting", "running", "done", "failed")
OPEN = ("waiting", "running")

SLICE_SECONDS = 30.0
"""After so long a worker puts the rest back in line: others wait there too."""
STALE_AFTER = timedelta(seconds=120)
"""Untouched for longer, its worker has died or its message is lost; beat sends another."""
KEPT_FOR = timedelta(days=30)
"""What was sent; what came of it stays."""


class SlicedWork(Base):
    """The row is the job: a worker that was killed is followed by another from where it stood."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(120))
    label: Mapped[str] = mapped_column(String(200))
    """The name of the file or entry that it is about."""
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    given: Mapped[str] = mapped_column(Text, deferred=True)
    """What to work on: the text of a file, megabytes of it; read only where it is asked for."""
    found: Mapped[str] = mapped_column(Text, default="{}")
    """What came of it so far, as JSON."""
    error: Mapped[str | None] = mapped_column(Text)
    """Why it ended before it was done, as its reader is told."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    touched_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    @property
    def result(self) -> dict[str, Any]:
        return dict(json.loads(self.found))

    @property
    def is_open(self) -> bool:
        return self.state in OPEN


Work = TypeVar("Work", bound=SlicedWork)


def open_row(kind: type[Work], number: int) -> Work | None:
    """The row, locked, where there is work left; for inside transaction()."""
    found = locked_row(select(kind).where(kind.id == number))
    return found if found is not None and found.is_open else None


def note(work: SlicedWork, done: int, total: int, found: Mapping[str, Any]) -> None:
    """How far it is and what came of it so far, in the transaction that did it."""
    work.state, work.done, work.total = "running", done, total
    work.found = json.dumps(found, ensure_ascii=False)
    work.touched_at = now()
    announce("task", task=work.id)


def finish(work: SlicedWork, error: str | None = None) -> None:
    work.state, work.error = ("failed" if error else "done"), error
    work.touched_at = now()
    announce("task", task=work.id)


def resend_stale(kind: type[Work], go_on: Callable[[Work], None]) -> int:
    """Put back in line what nobody works on any more; how many."""
    stale = select(kind).where(kind.state.in_(OPEN), kind.touched_at < now() - STALE_AFTER)
    rows = db.session.scalars(stale.with_for_update(skip_locked=True)).all()
    for row in rows:
        row.touched_at = now()
        go_on(row)
    return len(rows)


def drop_old_texts(kind: type[Work], *which: Any) -> None:
    """Of those the conditions name, what was sent longer ago than it is kept."""
    old = (kind.created_at < now() - KEPT_FOR, kind.given != "", *which)
    db.session.execute(update(kind).where(*old).values(given=""))
