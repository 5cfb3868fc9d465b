"""Which agency copy a story is from: the version used, who said so, and what an editor released."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.stories.wire_use import Why
from newsroom.wire.item_models import KEY_LETTERS


class StoryWire(Base):
    """One piece of agency copy in one story; its versions are one family, used in one of them."""

    __tablename__ = "story_wire"
    __table_args__ = (
        UniqueConstraint("story_id", "family_key"),
        CheckConstraint(one_of("why", Why), name="known_why"),
        Index("ix_story_wire_item", "item_id"),
        Index("ix_story_wire_family", "family_key"),
        Index(
            "ix_story_wire_killed",
            "story_id",
            sqlite_where=text("killed_at IS NOT NULL"),
            postgresql_where=text("killed_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("story.id"))
    item_id: Mapped[int] = mapped_column(ForeignKey("wire_item.id"))
    family_key: Mapped[str] = mapped_column(String(KEY_LETTERS))
    why: Mapped[str] = mapped_column(String(8))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """None where a check found its words."""
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    told_id: Mapped[int | None]
    """The newest version that the people of the story know of."""
    killed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When its people were told that it is killed. The gate asks the item itself."""
    released_item_id: Mapped[int | None]
    """The version whose embargo an editor released; another version's holds again."""
    released_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    released_reason: Mapped[str] = mapped_column(Text, default="")
    heeded: Mapped[str] = mapped_column(Text, default="")
    """The sentences of its terms that an editor acknowledged, each on a line."""
