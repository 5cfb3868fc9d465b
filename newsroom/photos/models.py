"""What is kept of a photo: its original, what it says of itself, and the renditions made of it."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.db import Base, UtcDateTime, now
from newsroom.photos.asked_words import search_text
from newsroom.photos.cleaners import Original
from newsroom.photos.credit import take_credit
from newsroom.photos.facts import WORDS, Details, PhotoFacts, Words
from newsroom.photos.formats import Format
from newsroom.photos.parts import HEADS, Part, Point
from newsroom.photos.source_types import Flag

AGENCY_LENGTH = 200

STANDING = text("retired_at IS NULL")


class Status(StrEnum):
    """Whether the renditions stand: being made, made, or given up with a reason."""

    PENDING = "pending"
    READY = "ready"
    FAILED = "failed"


READING = "reading"
"""The columns that only a photo's own page and its renditions ask for."""


class Photo(Base):
    """One original file; the same bytes are one photo, however often they come in."""

    __tablename__ = "photo"
    __table_args__ = (
        Index("ix_photo_status", "status", "queued_at"),
        Index("ix_photo_agency", "agency", "id"),
        Index("ix_photo_taken", "taken_at", "id"),
        Index("ix_photo_uploaded", "uploaded_at", "id"),
        # A caption may be longer than PostgreSQL's trees hold.
        Index("ix_photo_caption", "caption", postgresql_using="hash"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), unique=True)
    file_name: Mapped[str] = mapped_column(String(200))
    format_name: Mapped[str] = mapped_column("format", String(8))
    width: Mapped[int]
    height: Mapped[int]
    """Pixels, as it is seen: turned upright."""
    bytes: Mapped[int] = mapped_column(BigInteger)
    orientation: Mapped[int]
    """EXIF's, 1 to 8: how the stored pixels must be turned to be seen."""

    creator: Mapped[str] = mapped_column(Text, default="")
    credit: Mapped[str] = mapped_column(Text, default="")
    caption: Mapped[str] = mapped_column(Text, default="")
    alt: Mapped[str] = mapped_column(Text, default="")
    headline: Mapped[str] = mapped_column(Text, default="")
    copyright: Mapped[str] = mapped_column(Text, default="")
    usage_terms: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(Text, default="")
    instructions: Mapped[str] = mapped_column(Text, default="")
    people: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(Text, default="")
    event: Mapped[str] = mapped_column(Text, default="")
    title: Mapped[str] = mapped_column(Text, default="")
    keywords: Mapped[str] = mapped_column(Text, default="")
    extended_alt: Mapped[str] = mapped_column(Text, default="")
    details_json: Mapped[str] = mapped_column(
        "details", Text, default="{}", deferred=True, deferred_group=READING
    )
    """What the file says beside its words, as it was read."""
    originals_json: Mapped[str] = mapped_column(
        "originals", Text, default="{}", deferred=True, deferred_group=READING
    )
    """What the file said in the fields that were cleaned."""
    taken_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    digital_source: Mapped[str] = mapped_column(String(200), default="")
    notes_json: Mapped[str] = mapped_column("notes", Text, default="[]")
    search_text: Mapped[str] = mapped_column(Text, deferred=True)
    """All its words as they are searched; the index follows it."""
    agency: Mapped[str] = mapped_column(String(AGENCY_LENGTH), default="", server_default="")
    """Whose service the credit names."""
    revision: Mapped[int] = mapped_column(default=1)
    """How often its words were set; a form that started from an older one is refused."""

    uploaded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    uploaded_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    sent_by: Mapped[str] = mapped_column(String(120), default="", server_default="")
    """Who sent it through that person's link, in their own words."""
    link_id: Mapped[int | None] = mapped_column(ForeignKey("upload_link.id"), index=True)

    flagged: Mapped[str] = mapped_column(String(20), default="")
    """Why a person must decide whether it may run: the name of a flag; empty where nothing asks."""

    status: Mapped[str] = mapped_column(String(8), default=Status.PENDING.value)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(Text)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    """Until then a worker has it in hand, or it rests after a failure."""

    focus_x: Mapped[int] = mapped_column(default=HEADS.x)
    focus_y: Mapped[int] = mapped_column(default=HEADS.y)
    """Where the eye should rest, in hundredths of a per cent from the left and from the top."""

    renditions: Mapped[list[Rendition]] = relationship(
        cascade="all, delete-orphan", order_by="Rendition.width.desc()"
    )
    crops: Mapped[list[Crop]] = relationship(order_by="Crop.id")
    """All that were ever made: what a story was approved with stays to be shown."""

    @property
    def format(self) -> Format:
        return Format(self.format_name)

    @property
    def original(self) -> str:
        """Its place on the shelf of originals."""
        return f"{self.sha256[:2]}/{self.sha256}{self.format.suffix}"

    @property
    def words(self) -> Words:
        return Words(**{name: getattr(self, name) for name in WORDS})

    @words.setter
    def words(self, words: Words) -> None:
        for name in WORDS:
            setattr(self, name, getattr(words, name))
        self.agency = take_credit(words.credit).agency[:AGENCY_LENGTH]
        told = {name: getattr(words, name) for name in WORDS}
        self.search_text = search_text({**told, "agency": self.agency, "file_name": self.file_name})

    @property
    def facts(self) -> PhotoFacts:
        return PhotoFacts(
            self.words,
            self.taken_at,
            self.digital_source,
            self.orientation,
            self.notes,
            self.details,
        )

    @property
    def details(self) -> Details:
        return Details.from_json(self.details_json)

    @property
    def flag(self) -> Flag | None:
        return Flag[self.flagged] if self.flagged else None

    @property
    def originals(self) -> dict[str, Original]:
        """By field, what the file said before it was cleaned."""
        kept = json.loads(self.originals_json)
        return {name: Original(one["was"], tuple(one["by"])) for name, one in kept.items()}

    @property
    def notes(self) -> tuple[str, ...]:
        """What was doubtful in the file, a sentence each."""
        return tuple(json.loads(self.notes_json))

    @property
    def name(self) -> str:
        """What to call it in a list: its headline, its caption's beginning or its file's name."""
        return self.headline or self.caption or self.file_name

    @property
    def focus(self) -> Point:
        return Point(self.focus_x, self.focus_y)

    @property
    def standing_crops(self) -> list[Crop]:
        """Those that are offered now, one of each name."""
        return [one for one in self.crops if one.retired_at is None]

    def rendition(self, name: str) -> Rendition | None:
        return next((one for one in self.renditions if one.name == name), None)


class Rendition(Base):
    """One size of a photo, on the shelf of renditions."""

    __tablename__ = "rendition"

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    format_name: Mapped[str] = mapped_column("format", String(8))
    width: Mapped[int]
    height: Mapped[int]
    bytes: Mapped[int] = mapped_column(BigInteger)
    place: Mapped[str] = mapped_column(String(80), index=True)
    """Relative to the shelf; two photos whose renditions are equal share one file."""
    part: Mapped[str] = mapped_column(String(32), default="")
    """The box that it shows, as parts.py writes it; empty for the whole photo."""

    @property
    def format(self) -> Format:
        return Format(self.format_name)


class Crop(Base):
    """A part of a photo that is shown alone. Never changed: a new box is a new crop, and the one
    before it is retired, so that what was approved with it shows what it showed."""

    __tablename__ = "crop"
    __table_args__ = (
        Index(
            "uq_crop_standing",
            "photo_id",
            "name",
            unique=True,
            sqlite_where=STANDING,
            postgresql_where=STANDING,
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), index=True)
    name: Mapped[str] = mapped_column(String(20))
    """The ratio that it is for, from the table in parts.py, or `free`."""
    left: Mapped[int]
    top: Mapped[int]
    width: Mapped[int]
    height: Mapped[int]
    """In hundredths of a per cent of the upright photo's sides."""
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    retired_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def part(self) -> Part:
        return Part(self.left, self.top, self.width, self.height)
