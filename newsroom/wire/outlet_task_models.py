"""Files of outlets that people import, as rows: tried first, then taken."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import one_of
from newsroom.notifications.sliced_work import STATES, SlicedWork

KINDS = ("try", "import")


class OutletTask(SlicedWork):
    """One file; its label is the file's name."""

    __tablename__ = "outlet_task"
    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="known_kind"),
        CheckConstraint(one_of("state", STATES), name="known_state"),
        Index("ix_outlet_task_by_state", "state", "touched_at"),
    )

    kind: Mapped[str] = mapped_column(String(8))
