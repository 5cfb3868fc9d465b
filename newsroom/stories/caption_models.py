"""Which photos the caption check has read with a story, and what of them it knew."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base


class CaptionPhoto(Base):
    """A photo of the story as the check read it last: with another revision it must read again."""

    __tablename__ = "caption_photo"

    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"), primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True, index=True)
    revision: Mapped[int]
