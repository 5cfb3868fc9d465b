"""What the library knows beside a photo itself: where it is used, how it looks, who collected it."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now


class PhotoUse(Base):
    """A photo in a story. Stories and the paper write it, and the library reads it."""

    __tablename__ = "photo_use"
    __table_args__ = (
        Index("ix_photo_use_story", "story_id"),
        Index("ix_photo_use_desk", "desk_id", "photo_id"),
    )

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    story_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    desk_id: Mapped[int]
    """The story's."""
    stands: Mapped[bool]
    """Whether the story's newest version has it."""
    ran_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When an article of the story was first published with it."""


class Likeness(Base):
    """How a photo looks, in 64 bits; the row of a picture that could not be read has none."""

    __tablename__ = "photo_likeness"
    __table_args__ = tuple(Index(f"ix_photo_likeness_band{n}", f"band{n}") for n in range(4))

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    bits: Mapped[int | None] = mapped_column(BigInteger)
    """Signed, as databases count."""
    band0: Mapped[int | None]
    band1: Mapped[int | None]
    band2: Mapped[int | None]
    band3: Mapped[int | None]
    """Sixteen bits each, by which those that look like it are found."""
    twin_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"))
    """An older photo that looks the same."""


class Collection(Base):
    """Photos that somebody laid together: for one desk, for the whole newsroom, or for themselves."""

    __tablename__ = "photo_collection"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80))
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"))
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    private: Mapped[bool] = mapped_column(default=False)
    """Nobody but its owner sees it."""
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Collected(Base):
    """A photo in a collection."""

    __tablename__ = "photo_collected"
    __table_args__ = (Index("ix_photo_collected_photo", "photo_id"),)

    collection_id: Mapped[int] = mapped_column(ForeignKey("photo_collection.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
