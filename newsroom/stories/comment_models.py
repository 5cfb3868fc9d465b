"""What is kept of the talk about a story: threads beside its document, and what was said in each."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now


class StoryThread(Base):
    """A talk about some words of a story, or, without a range, about the whole of it."""

    __tablename__ = "story_thread"
    __table_args__ = (Index("ix_story_thread_story", "story_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    version: Mapped[int]
    """The version that `start` and `end` count in."""
    start: Mapped[int | None]
    end: Mapped[int | None]
    words: Mapped[str] = mapped_column(Text, default="")
    """What stood there when the talk began."""
    taken: Mapped[str | None] = mapped_column(Text)
    """While its words are out of the text, what they are known by when they come back; as JSON."""
    must_fix: Mapped[bool] = mapped_column(default=False)
    """Whether, unresolved, it keeps copy from being passed."""
    resolved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    gone: Mapped[bool] = mapped_column(default=False)
    """Everything said in it was deleted. The row stays, so that no later thread gets its number."""

    @property
    def open(self) -> bool:
        return self.resolved_at is None


class StoryComment(Base):
    """One thing said in a thread."""

    __tablename__ = "story_comment"
    __table_args__ = (
        UniqueConstraint("author_id", "sending"),
        Index("ix_story_comment_thread", "thread_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    thread_id: Mapped[int] = mapped_column(ForeignKey("story_thread.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    text: Mapped[str] = mapped_column(Text)
    named: Mapped[str] = mapped_column(Text, default="")
    """The sign-in names of those who were ever told of it, parted by blanks."""
    sending: Mapped[str] = mapped_column(String(64))
    """Of which form and words it came: the same sent twice is kept once."""
    edited_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When its author took it back; nothing of its text is kept."""
