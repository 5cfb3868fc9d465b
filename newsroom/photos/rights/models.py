"""What is kept of a photo's rights, of who let it run or stopped it, and of choices remembered."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.photos.rights.terms import Lets

LONGEST_SUPPLIER = 200
KNOWN_KIND = one_of("kind", Kind)


class PhotoRights(Base):
    """By which right a photo runs; a photo without this row may not."""

    __tablename__ = "photo_rights"
    __table_args__ = (
        CheckConstraint(KNOWN_KIND, name="known_kind"),
        Index("ix_photo_rights_end", "ends_on"),
        Index("ix_photo_rights_supplier", "kind", "supplier"),
    )

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    supplier: Mapped[str] = mapped_column(String(LONGEST_SUPPLIER), default="")
    source: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(Text, default="")
    given_by: Mapped[str] = mapped_column(Text, default="")
    licence: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(Text, default="")
    restriction: Mapped[str] = mapped_column(Text, default="")
    countries: Mapped[str] = mapped_column(Text, default="")
    """As typed, by commas; empty: everywhere."""
    channels: Mapped[str] = mapped_column(String(80), default="")
    """By blanks; empty: everywhere."""
    embargo_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ends_on: Mapped[date | None]
    revision: Mapped[int] = mapped_column(default=0)
    set_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, onupdate=now)

    @property
    def details(self) -> dict[Detail, str]:
        return {one: getattr(self, one.value) for one in Detail}


class PhotoLease(Base):
    """Somebody let a photo run, or stopped it, for some days; ended, it stays for the record."""

    __tablename__ = "photo_lease"
    __table_args__ = (
        CheckConstraint(one_of("lets", Lets), name="known_lets"),
        Index("ix_photo_lease_photo", "photo_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"))
    lets: Mapped[str] = mapped_column(String(8))
    channel: Mapped[str] = mapped_column(String(20), default="")
    """Empty: everywhere."""
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    why: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class RightsChoice(Base):
    """A choice that somebody let stand for every photo with the same credit, from then on."""

    __tablename__ = "photo_rights_choice"
    __table_args__ = (CheckConstraint(KNOWN_KIND, name="known_kind"),)

    credited: Mapped[str] = mapped_column(String(LONGEST_SUPPLIER), primary_key=True)
    """The agency of the credit, with case folded; empty for photos that name none."""
    kind: Mapped[str] = mapped_column(String(20))
    supplier: Mapped[str] = mapped_column(String(LONGEST_SUPPLIER), default="")
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    by_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class PhotoChange(Base):
    """A photo changed so that captions passed before hold no longer; gone once all stories know."""

    __tablename__ = "photo_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), index=True)
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    why: Mapped[str] = mapped_column(Text)
    """What was done, as it follows a name: "changed the rights of a photo"."""
    at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
