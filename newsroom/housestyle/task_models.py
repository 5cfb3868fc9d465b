"""Long work on the lexicon as rows: what was asked, how far it is, what came of it."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import one_of
from newsroom.notifications.sliced_work import STATES, SlicedWork

KINDS = ("try_import", "import", "preview", "published")


class LexiconTask(SlicedWork):
    """A file that is tried or taken, or a look over the stories."""

    __tablename__ = "lexicon_task"
    __table_args__ = (
        CheckConstraint(one_of("kind", KINDS), name="known_kind"),
        CheckConstraint(one_of("state", STATES), name="known_state"),
        Index("ix_lexicon_task_by_state", "state", "touched_at"),
        Index("ix_lexicon_task_of_concept", "concept_id", "id"),
    )

    kind: Mapped[str] = mapped_column(String(12))
    concept_id: Mapped[int | None] = mapped_column(ForeignKey("concept.id", ondelete="CASCADE"))
    """What a preview is of."""
    after: Mapped[int] = mapped_column(default=0)
    """The last row that was looked at; work goes on behind it."""
