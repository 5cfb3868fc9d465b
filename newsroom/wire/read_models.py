"""What each person has read of the wire: single items, and everything up to some item."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base


class ReadItem(Base):
    """A person opened an item, or marked it."""

    __tablename__ = "wire_read"
    __table_args__ = (Index("ix_wire_read_of_item", "item_id"),)

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[int] = mapped_column(
        ForeignKey("wire_item.id", ondelete="CASCADE"), primary_key=True
    )


class ReadUpTo(Base):
    """One row in place of a hundred thousand: all items up to this number are read."""

    __tablename__ = "wire_read_up_to"

    person_id: Mapped[int] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    item_id: Mapped[int]
    """It may be forgotten by now; its number still tells older from newer."""
