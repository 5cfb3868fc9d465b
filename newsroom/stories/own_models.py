"""Which version of each story the paper ran, for later stories to be held against."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now

WAITING = text("NOT indexed")


class OwnCopy(Base):
    """A row for each story that was ever published; the row is the job of indexing it."""

    __tablename__ = "own_copy"
    __table_args__ = (
        Index(
            "ix_own_copy_waiting",
            "story_id",
            sqlite_where=WAITING,
            postgresql_where=WAITING,
        ),
    )

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    version: Mapped[int | None]
    """None once it was withdrawn."""
    published_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    """The first time."""
    indexed: Mapped[bool] = mapped_column(default=False)
