"""Exceptions that somebody met in a story and proposes for an entry."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now
from newsroom.housestyle.lexicon import LONGEST_FORM

OPEN, TAKEN, DECLINED = "open", "taken", "declined"


class ExceptionProposal(Base):
    """One longer name; it names its story by number and slug only."""

    __tablename__ = "exception_proposal"
    __table_args__ = (
        CheckConstraint(f"status IN ('{OPEN}', '{TAKEN}', '{DECLINED}')", name="known_status"),
        Index("ix_exception_proposal_concept", "concept_id", "status", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(ForeignKey("concept.id", ondelete="CASCADE"))
    text: Mapped[str] = mapped_column(String(LONGEST_FORM))
    """The longer name in which the spelling is to stay."""
    story_id: Mapped[int]
    slug: Mapped[str] = mapped_column(String(80))
    words: Mapped[str] = mapped_column(Text)
    """The spelling that was found there."""
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    status: Mapped[str] = mapped_column(String(10), default=OPEN)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
