"""Where a desk's caption check differs from the house's, and how often any desk's has changed."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, one_of
from newsroom.standards import Level
from newsroom.versions import Version


class DeskCaptionRule(Base):
    """What a desk makes of one rule; there is no row where it keeps to the house."""

    __tablename__ = "desk_caption_rule"
    __table_args__ = (CheckConstraint(one_of("level", Level), name="known_level"),)

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[str] = mapped_column(String(8))


class CaptionRulesVersion(Version):
    """So that stories read with other levels are read again."""

    __tablename__ = "caption_rules_version"
