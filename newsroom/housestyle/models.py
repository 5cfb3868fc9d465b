"""Concepts, what stylebooks prefer and where they hold, and a number that grows with each change."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.housestyle.entries import MOST_FOLDED, ConceptClass, EntryFacts, Status
from newsroom.housestyle.folding import fold
from newsroom.housestyle.lexicon import LONGEST_FORM
from newsroom.housestyle.scope import EVERYWHERE, Scope
from newsroom.housestyle.stylebooks import OTHERS, Channel, Stylebook
from newsroom.versions import Version

KEY_LENGTH = MOST_FOLDED * LONGEST_FORM
SOURCE_LENGTH = 200


class Concept(Base):
    """One person, place or thing that the house has a way of writing."""

    __tablename__ = "concept"
    __table_args__ = (
        CheckConstraint(one_of("class", ConceptClass), name="known_class"),
        CheckConstraint(one_of("status", Status), name="known_status"),
        Index("ix_concept_by_name", "sort_name", "id"),
        Index("ix_concept_by_status", "status", "sort_name", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    class_name: Mapped[str] = mapped_column("class", String(20))
    sort_name: Mapped[str] = mapped_column(String(KEY_LENGTH))
    """The preferred spelling, folded."""
    native: Mapped[str] = mapped_column(String(LONGEST_FORM), default="")
    note: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(SOURCE_LENGTH), default="", server_default="")
    """Who says so."""
    owner_id: Mapped[int | None]
    """The person who looks after it; none for what nobody took in hand."""
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    """The last day on which it holds."""
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
    proofs: Mapped[list[ConceptProof]] = relationship(
        cascade="all, delete-orphan", order_by="ConceptProof.id"
    )
    limits: Mapped[list[ConceptLimit]] = relationship(
        cascade="all, delete-orphan", order_by="ConceptLimit.id"
    )

    @property
    def concept_class(self) -> ConceptClass:
        return ConceptClass(self.class_name)

    @property
    def preferred(self) -> str:
        return self._preferred[Stylebook.HOUSE]

    @property
    def elsewhere(self) -> tuple[tuple[Stylebook, str], ...]:
        """The spellings of the stylebooks that do not write as the house does."""
        found = self._preferred
        return tuple((book, found[book]) for book in OTHERS if book in found)

    @property
    def _preferred(self) -> dict[str, str]:
        return {one.stylebook: s.text for s in self.spellings for one in s.preferences}

    @property
    def variants(self) -> list[str]:
        return [s.text for s in self.spellings if not s.preferences]

    @property
    def scope(self) -> Scope:
        limits = defaultdict[str, set[str]](set)
        for limit in self.limits:
            limits[limit.kind].add(limit.value)
        found = Scope(
            frozenset(int(value) for value in limits["desk"]),
            frozenset(Channel(value) for value in limits["channel"]),
            self.starts_on,
            self.ends_on,
        )
        return EVERYWHERE if found == EVERYWHERE else found

    @property
    def instead_of(self) -> tuple[str, ...]:
        """Every spelling that the house changes, those of other stylebooks too."""
        return self.facts.term.variants

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
            source=self.source,
            elsewhere=self.elsewhere,
            must_change=tuple(proof.sentence for proof in self.proofs if proof.changes),
            must_stay=tuple(proof.sentence for proof in self.proofs if not proof.changes),
            scope=self.scope,
            owner_id=self.owner_id,
        )


class Spelling(Base):
    """One way to write a concept; each stylebook prefers one."""

    __tablename__ = "spelling"
    __table_args__ = (UniqueConstraint("claim"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(
        ForeignKey("concept.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(String(LONGEST_FORM))
    folded: Mapped[str] = mapped_column(String(KEY_LENGTH), index=True)
    """What a search compares."""
    claim: Mapped[str | None] = mapped_column(String(KEY_LENGTH))
    """The exact letters while the concept is live, else none: a live spelling has one concept."""

    concept: Mapped[Concept] = relationship(back_populates="spellings")
    preferences: Mapped[list[Preference]] = relationship(
        cascade="all, delete-orphan", order_by="Preference.stylebook"
    )

    @property
    def is_preferred(self) -> bool:
        """By the house."""
        return any(one.stylebook == Stylebook.HOUSE.value for one in self.preferences)


class Preference(Base):
    """That a stylebook prefers this spelling of its concept."""

    __tablename__ = "preference"

    spelling_id: Mapped[int] = mapped_column(
        ForeignKey("spelling.id", ondelete="CASCADE"), primary_key=True
    )
    stylebook: Mapped[str] = mapped_column(String(20), primary_key=True)


class ConceptException(Base):
    """A longer name in which the concept's variants stay as they are."""

    __tablename__ = "concept_exception"

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(
        ForeignKey("concept.id", ondelete="CASCADE"), index=True
    )
    text: Mapped[str] = mapped_column(String(LONGEST_FORM))

    concept: Mapped[Concept] = relationship(back_populates="exceptions")


class ConceptProof(Base):
    """A sentence that shows that the entry does what it should: it changes something there, or nothing."""

    __tablename__ = "concept_proof"

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(
        ForeignKey("concept.id", ondelete="CASCADE"), index=True
    )
    sentence: Mapped[str] = mapped_column(Text)
    changes: Mapped[bool]


class ConceptLimit(Base):
    """A desk or channel that the concept holds for; without any of a kind it holds for all of it."""

    __tablename__ = "concept_limit"
    __table_args__ = (
        CheckConstraint("kind IN ('desk', 'channel')", name="known_kind"),
        UniqueConstraint("concept_id", "kind", "value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    concept_id: Mapped[int] = mapped_column(ForeignKey("concept.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(String(10))
    value: Mapped[str] = mapped_column(String(20))
    """A desk's id, or a channel's name."""


class LexiconVersion(Version):
    """How often live entries have changed, so that a compiled lexicon knows its age."""

    __tablename__ = "lexicon_version"

    day: Mapped[date | None]
    """The last day on which it was looked whether an entry begins or ends."""


def new_spelling(text: str) -> Spelling:
    return Spelling(text=text, folded=fold(text))
