"""Concepts, their spellings and exceptions as rows, and a number that grows with each change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.db import Base, UtcDateTime, now
from newsroom.housestyle.entries import MOST_FOLDED, ConceptClass, EntryFacts, Status, Stylebook
from newsroom.housestyle.folding import fold
from newsroom.housestyle.lexicon import LONGEST_FORM
from newsroom.versions import Version

KEY_LENGTH = MOST_FOLDED * LONGEST_FORM


def _one_of(names: type[ConceptClass | Status]) -> str:
    return ", ".join(f"'{name.value}'" for name in names)


class Concept(Base):
    """One person, place or thing that the house has a way of writing."""

    __tablename__ = "concept"
    __table_args__ = (
        CheckConstraint(f"class IN ({_one_of(ConceptClass)})", name="known_class"),
        CheckConstraint(f"status IN ({_one_of(Status)})", name="known_status"),
        Index("ix_concept_by_name", "sort_name", "id"),
        Index("ix_concept_by_status", "status", "sort_name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_name: Mapped[str] = mapped_column("class", String(20))
    sort_name: Mapped[str] = mapped_column(String(KEY_LENGTH))
    """The preferred spelling, folded."""
    native: Mapped[str] = mapped_column(String(LONGEST_FORM), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[str] = mapped_column(String(10), default=Status.DRAFT.value)
    revision: Mapped[int] = mapped_column(default=1)
    """Grows with each change, so that of two editors the second sees the first."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    spellings: Mapped[list[Spelling]] = relationship(
        back_populates="concept", cascade="all, delete-orphan", order_by="Spelling.id"
    )
    exceptions: Mapped[list[ConceptException]] = relationship(
        back_populates="concept", cascade="all, delete-orphan", order_by="ConceptException.id"
    )

    @property
    def concept_class(self) -> ConceptClass:
        return ConceptClass(self.class_name)

    @property
    def preferred(self) -> str:
        return next(s.text for s in self.spellings if s.preferred)

    @property
    def variants(self) -> list[str]:
        return [s.text for s in self.spellings if not s.preferred]

    @property
    def is_live(self) -> bool:
        return self.status == Status.LIVE.value

    @property
    def facts(self) -> EntryFacts:
        return EntryFacts(
            concept_class=self.concept_class,
            preferred=self.preferred,
            variants=tuple(self.variants),
            exceptions=tuple(exception.text for exception in self.exceptions),
            native=self.native,
            note=self.note,
        )


class Spelling(Base):
    """One way to write a concept; each stylebook prefers one."""

    __tablename__ = "spelling"
    __table_args__ = (UniqueConstraint("stylebook", "claim"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(
        ForeignKey("concept.id", ondelete="CASCADE"), index=True
    )
    stylebook: Mapped[str] = mapped_column(String(20), default=Stylebook.HOUSE.value)
    text: Mapped[str] = mapped_column(String(LONGEST_FORM))
    preferred: Mapped[bool] = mapped_column(default=False)
    folded: Mapped[str] = mapped_column(String(KEY_LENGTH), index=True)
    """What a search compares."""
    claim: Mapped[str | None] = mapped_column(String(KEY_LENGTH))
    """The exact letters while the concept is live, else none: a live spelling has one concept."""

    concept: Mapped[Concept] = relationship(back_populates="spellings")


class ConceptException(Base):
    """A longer name in which the concept's variants stay as they are."""

    __tablename__ = "concept_exception"

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(
        ForeignKey("concept.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(String(LONGEST_FORM))

    concept: Mapped[Concept] = relationship(back_populates="exceptions")


class LexiconVersion(Version):
    """How often live entries have changed, so that a compiled lexicon knows its age."""

    __tablename__ = "lexicon_version"


def new_spelling(text: str) -> Spelling:
    return Spelling(text=text, folded=fold(text), stylebook=Stylebook.HOUSE.value)
