"""Files on their way into the library, and the links by which people without an account send them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.accounts.models import Desk
from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.photos.models import Photo


class UploadState(StrEnum):
    """Its bytes are coming; all are here and a worker takes them in; the library has it, or not."""

    RECEIVING = "receiving"
    WAITING = "waiting"
    TAKEN = "taken"
    REFUSED = "refused"


class UploadLink(Base):
    """An address that lets whoever has it send photos, for a while."""

    __tablename__ = "upload_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(Text)
    """Shown to who opens it."""
    most_files: Mapped[int]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("story.id"), index=True)
    story_slug: Mapped[str] = mapped_column(String(80), default="")
    """As the story was called when the link was made."""
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"), index=True)
    """The desk that its photos go to."""

    desk: Mapped[Desk | None] = relationship()
    uploads: Mapped[list[PhotoUpload]] = relationship(
        back_populates="link", order_by="PhotoUpload.id"
    )


class PhotoUpload(Base):
    """One file being sent, in pieces; the row is also the job of taking it in."""

    __tablename__ = "photo_upload"
    __table_args__ = (
        CheckConstraint(one_of("state", UploadState), name="known_state"),
        Index("ix_photo_upload_open", "state", "queued_at"),
        Index("ix_photo_upload_of_person", "person_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(43), unique=True)
    """Its name in addresses, which nobody can guess."""
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    """Who sends it, or who made the link it is sent through."""
    link_id: Mapped[int | None] = mapped_column(ForeignKey("upload_link.id"), index=True)
    sent_by: Mapped[str] = mapped_column(String(120), default="")
    """The name that somebody without an account gave."""
    caption: Mapped[str] = mapped_column(Text, default="")
    file_key: Mapped[str] = mapped_column(String(64))
    """Tells the same file when it is chosen again: of its name, size and time of change."""
    file_name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[str] = mapped_column(String(10), default=UploadState.RECEIVING.value)
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(Text, default="")
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"), index=True)
    already: Mapped[bool] = mapped_column(default=False)
    """The library had these very bytes."""

    link: Mapped[UploadLink | None] = relationship(back_populates="uploads")
    photo: Mapped[Photo | None] = relationship()
