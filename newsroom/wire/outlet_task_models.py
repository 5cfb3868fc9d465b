"""Files of outlets that people import, as rows: tried first, then taken."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of

KINDS = ("try", "import")
STATES = ("waiting", "running", "done", "failed")


class OutletTask(Base):
    """The row is the job: a worker that was killed is followed by another from where it stood."""

    __tablename__ = "outlet_task"
    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="known_kind"),
        CheckConstraint(one_of("state", STATES), name="known_state"),
        Index("ix_outlet_task_by_state", "state", "touched_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(8))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(120))
    label: Mapped[str] = mapped_column(String(200))
    """The file's name."""
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    given: Mapped[str] = mapped_column(Text, deferred=True)
    """The text of the file, megabytes of it; read only where it is asked for."""
    found: Mapped[str] = mapped_column(Text, default="{}")
    """What came of it so far, as JSON."""
    error: Mapped[str | None] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    touched_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    @property
    def result(self) -> dict[str, Any]:
        return dict(json.loads(self.found))

    @property
    def is_open(self) -> bool:
        return self.state in {"waiting", "running"}
