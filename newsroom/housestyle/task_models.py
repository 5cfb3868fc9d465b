"""Long work on the lexicon as rows: what was asked, how far it is, what came of it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of

KINDS = ("try_import", "import", "preview", "published")
STATES = ("waiting", "running", "done", "failed")


class LexiconTask(Base):
    """The row is the job: a worker that was killed is followed by another from where it stood."""

    __tablename__ = "lexicon_task"
    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="known_kind"),
        CheckConstraint(one_of("state", STATES), name="known_state"),
        Index("ix_lexicon_task_by_state", "state", "touched_at"),
        Index("ix_lexicon_task_of_concept", "concept_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(120))
    concept_id: Mapped[int | None] = mapped_column(ForeignKey("concept.id", ondelete="CASCADE"))
    """What a preview is of."""
    label: Mapped[str] = mapped_column(String(200))
    """The file's name, or the entry's."""
    state: Mapped[str] = mapped_column(String(10), default="waiting")
    done: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    after: Mapped[int] = mapped_column(default=0)
    """The last row that was looked at; work goes on behind it."""
    given: Mapped[str] = mapped_column(Text, deferred=True)
    """What to work on: the text of the file, megabytes of it; read only where it is asked for."""
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
        return self.state in {"waiting", "running"}
