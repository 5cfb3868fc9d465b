"""The spellings that a story leaves as they are, by somebody's decision."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now


class StoryLeave(Base):
    """One spelling that one rule of the house style does not touch in one story."""

    __tablename__ = "story_leave"
    __table_args__ = (UniqueConstraint("story_id", "rule", "folded"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    rule: Mapped[str] = mapped_column(String(120))
    words: Mapped[str] = mapped_column(Text)
    """As they stood where it was decided."""
    folded: Mapped[str] = mapped_column(Text)
    """The same without case and marks: what later occurrences are known by."""
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
