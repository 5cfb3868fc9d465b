"""Which photos of live articles are not shown, channel by channel, and how often that changed."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.channels import Channel
from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.versions import Version


class WithheldPhoto(Base):
    """A photo that a channel does not show though articles have it: its rights do not cover that."""

    __tablename__ = "withheld_photo"
    __table_args__ = (CheckConstraint(one_of("channel", Channel), name="known_channel"),)

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    channel: Mapped[str] = mapped_column(String(20), primary_key=True)
    why: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class WithheldVersion(Version):
    """Grows with each change, so that no page made before is shown after it."""

    __tablename__ = "withheld_version"

    changed_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)
