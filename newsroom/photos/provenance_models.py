"""What a photo's content credentials say, and what the photo desk decided on a made picture."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of

LONGEST_LABEL = 120


class PhotoCredentials(Base):
    """Read once from the original; there is no row where the file has none."""

    __tablename__ = "photo_credentials"

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    report: Mapped[str | None] = mapped_column(Text)
    """As JSON; None while a worker has not read them."""
    attempts: Mapped[int] = mapped_column(default=0)
    waiting_since: Mapped[datetime | None] = mapped_column(UtcDateTime, default=now, index=True)
    """When its job was sent last; None once they are read, or given up."""


class Decided(StrEnum):
    ALLOWED = "allowed"
    REFUSED = "refused"


class PhotoDecision(Base):
    """Whether a picture that a machine made, or that is put together, may run; the last word."""

    __tablename__ = "photo_decision"
    __table_args__ = (CheckConstraint(one_of("decided", Decided), name="known_decision"),)

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    decided: Mapped[str] = mapped_column(String(8))
    reason: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(String(LONGEST_LABEL), default="")
    """What readers are told beside the picture."""
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
