"""What is kept of a story: its row, its steps, and what people and checks said about it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now
from newsroom.stories.states import State

NO_DEADLINE = datetime.fromisoformat("9999-12-31T00:00:00+00:00")
"""Sorts behind every deadline; lists are ordered by one column that is never empty."""


class Story(Base):
    """The unit of work. What lists show of the document stands here too, written with each step."""

    __tablename__ = "story"
    __table_args__ = (
        UniqueConstraint("slug", "slug_day"),
        Index("ix_story_state", "state", "sort_at", "id"),
        Index("ix_story_state_since", "state", "state_since", "id"),
        Index("ix_story_desk_state", "desk_id", "state", "sort_at", "id"),
        Index("ix_story_checks_queued", "checks_queued_at"),
        Index("ix_story_scheduled", "state", "scheduled_for"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80))
    slug_day: Mapped[date]
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"))
    state: Mapped[str] = mapped_column(String(20), default=State.DRAFT.value)
    state_since: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    spiked_from: Mapped[str | None] = mapped_column(String(20))
    version: Mapped[int] = mapped_column(default=0)
    priority: Mapped[int] = mapped_column(default=5)
    deadline_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sort_at: Mapped[datetime] = mapped_column(UtcDateTime, default=NO_DEADLINE)
    planned_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    scheduled_for: Mapped[datetime | None] = mapped_column(UtcDateTime)
    commissioned_words: Mapped[int | None]
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    begun_with: Mapped[int] = mapped_column(default=0)
    """Units of text it was started with: written by who started it."""
    headline: Mapped[str] = mapped_column(Text, default="")
    byline: Mapped[str] = mapped_column(Text, default="")
    words: Mapped[int] = mapped_column(default=0)
    figures: Mapped[int] = mapped_column(default=0)
    pictures: Mapped[int] = mapped_column(default=0)
    """Figures that have their photo."""
    photo_waiver: Mapped[str | None] = mapped_column(Text)
    correction: Mapped[str | None] = mapped_column(Text)
    """What readers will be told with the next publication, where it corrects one."""
    live: Mapped[bool] = mapped_column(default=False)
    """Whether an article of this story is on the site."""
    from_wire: Mapped[bool] = mapped_column(default=False)
    """Whether it has words of agency copy: no other story is asked about it."""
    checks_queued_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Since when the checks wait to read it; the row is the job, the message a nudge."""

    @property
    def stands(self) -> State:
        return State(self.state)


class StoryReporter(Base):
    """Whose story it is."""

    __tablename__ = "story_reporter"
    __table_args__ = (Index("ix_story_reporter_person", "person_id", "story_id"),)

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)


class StoryStep(Base):
    """One step of the document's history; (story, version) is the last lock against a lost edit."""

    __tablename__ = "story_step"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """The version this step made; the first makes version 1."""
    client: Mapped[str] = mapped_column(String(64))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    step: Mapped[str] = mapped_column(Text)
    inserted: Mapped[int] = mapped_column(default=0)


class StorySnapshot(Base):
    """The whole document at some versions, so that any version is few steps away."""

    __tablename__ = "story_snapshot"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    document: Mapped[str] = mapped_column(Text)
    written: Mapped[str | None] = mapped_column(Text)
    """Up to here, person to units of text they put in: a long story is not summed up anew."""


class Approval(Base):
    """Copy or captions, passed by a person for one version; lapsed by the first edit that touches it."""

    __tablename__ = "approval"
    __table_args__ = (Index("ix_approval_story", "story_id", "kind", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    kind: Mapped[str] = mapped_column(String(10))
    version: Mapped[int]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    lapsed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lapsed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lapsed_version: Mapped[int | None]
    why: Mapped[str | None] = mapped_column(Text)


class Finding(Base):
    """What a check found at a range of the document, and what a person decided about it."""

    __tablename__ = "finding"
    __table_args__ = (
        Index("ix_finding_story", "story_id", "status"),
        Index("ix_finding_rule", "rule", "status"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    check: Mapped[str] = mapped_column(String(20))
    rule: Mapped[str] = mapped_column(String(120))
    version: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    words: Mapped[str] = mapped_column(Text)
    suggestion: Mapped[str | None] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(String(20))
    severity: Mapped[str] = mapped_column(String(10))
    place: Mapped[str] = mapped_column(String(20))
    """The kind of block it stands in: paragraph, caption, ..."""
    status: Mapped[str] = mapped_column(String(10), default="open")
    reason: Mapped[str | None] = mapped_column(Text)
    detail: Mapped[str] = mapped_column(Text, default="{}")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class CheckReading(Base):
    """What each check has read of a story last, with which reference data."""

    __tablename__ = "check_reading"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    check: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int | None]
    reference: Mapped[int | None]
    """The version of the lexicon, or of the outlets, it was read with."""
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    failure: Mapped[str | None] = mapped_column(Text)
    attempts: Mapped[int] = mapped_column(default=0)


class StoryNote(Base):
    """What a person wrote beside the story: to the desk, with a return, as a reason."""

    __tablename__ = "story_note"
    __table_args__ = (Index("ix_story_note_story", "story_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    version: Mapped[int]
    move: Mapped[str] = mapped_column(String(24), default="")
    """The move it came with; empty for a note of its own."""
    text: Mapped[str] = mapped_column(Text)
