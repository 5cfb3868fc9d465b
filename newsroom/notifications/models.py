"""What waits for each person in their inbox."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now


class InboxEntry(Base):
    """One thing that somebody did and another should know; it names its story by number only."""

    __tablename__ = "inbox_entry"
    __table_args__ = (
        Index("ix_inbox_entry_person", "person_id", "id"),
        Index(
            "ix_inbox_entry_unread",
            "person_id",
            "thread_id",
            sqlite_where=text("read_at IS NULL"),
            postgresql_where=text("read_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    kind: Mapped[str] = mapped_column(String(20))
    """What happened: a key of inbox.SENTENCES."""
    story_id: Mapped[int]
    thread_id: Mapped[int]
    comment_id: Mapped[int | None] = mapped_column(index=True)
    """What was said; none for what was told before entries named it."""
    facts: Mapped[str] = mapped_column(Text)
    """As JSON: who did it, the slug of the story, and what was said."""
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
