"""Of which ends of rights a story's people have been told."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now


class RightsEndTold(Base):
    """A story's people have been told that the rights to a photo of it end on that day."""

    __tablename__ = "rights_end_told"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    ends_on: Mapped[date] = mapped_column(primary_key=True)
    told_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
