"""Where a desk's standards differ from the house's, and how often any desk's have changed."""

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, one_of
from newsroom.standards import Level
from newsroom.versions import Version


class DeskStandard(Base):
    """What a desk makes of one standard; there is no row where it keeps to the house."""

    __tablename__ = "desk_standard"
    __table_args__ = (CheckConstraint(one_of("level", Level), name="known_level"),)

    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
    rule: Mapped[str] = mapped_column(String(40), primary_key=True)
    level: Mapped[str] = mapped_column(String(8))


class StandardsVersion(Version):
    """So that stories read with other levels are read again."""

    __tablename__ = "standards_version"
