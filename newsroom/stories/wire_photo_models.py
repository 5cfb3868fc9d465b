"""Pictures of agency copy that are taken into the library: the row is the job and the memory of it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of


class Taking(StrEnum):
    """It is being fetched; the library has it; it could not be taken, for the reason given."""

    WAITING = "waiting"
    TAKEN = "taken"
    REFUSED = "refused"


class WirePhoto(Base):
    """One picture of one item."""

    __tablename__ = "wire_photo"
    __table_args__ = (
        UniqueConstraint("item_id", "ord"),
        CheckConstraint(one_of("state", Taking), name="known_state"),
        Index("ix_wire_photo_open", "state", "not_before"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("wire_item.id"))
    ord: Mapped[int]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """None where its feed takes pictures by itself."""
    state: Mapped[str] = mapped_column(String(8), default=Taking.WAITING.value)
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    """Until then a worker has it in hand, or it rests after a failure."""
    error: Mapped[str] = mapped_column(Text, default="")
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"), index=True)
    kill_told: Mapped[bool] = mapped_column(default=False)
    """Whether who took it has been told that its item was killed."""
