"""What came in as rows: one for each version of an item, with its words, its pictures and its desks."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    ForeignKey,
    Index,
    String,
    Text,
    or_,
    text,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.wire.beside import KEPT, kept_file
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.item_keys import KEYWORD_LETTERS
from newsroom.wire.items import Signal, Status
from newsroom.wire.models import OutletRow

KEY_LETTERS = 32


def _listed(column: str) -> Any:
    return json.loads(column or "[]")


class ItemRow(Base):
    """One version of a piece of agency copy. Keys are digests: what agencies call things is long."""

    __tablename__ = "wire_item"
    __table_args__ = (
        CheckConstraint(one_of("signal", Signal), name="known_signal"),
        CheckConstraint(one_of("status", Status), name="known_status"),
        Index("ix_wire_item_received", "received_at", "id"),
        Index(
            "ix_wire_item_newest",
            "received_at",
            "id",
            sqlite_where=text("is_current"),
            postgresql_where=text("is_current"),
        ),
        Index("ix_wire_item_of_feed", "feed_id", "received_at", "id"),
        Index("ix_wire_item_seen", "feed_id", "seen_at"),
        Index("ix_wire_item_of_outlet", "outlet_id", "received_at", "id"),
        Index(
            "ix_wire_item_to_index",
            "id",
            sqlite_where=text("NOT fingerprinted"),
            postgresql_where=text("NOT fingerprinted"),
        ),
        Index(
            "ix_wire_item_untold",
            "id",
            sqlite_where=text("kill_untold"),
            postgresql_where=text("kill_untold"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_key: Mapped[str] = mapped_column(String(KEY_LETTERS), unique=True)
    """Of feed, guid, version and content: the same item a thousand times is one."""
    feed_id: Mapped[int] = mapped_column(ForeignKey("wire_feed.id"))
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"))
    guid: Mapped[str] = mapped_column(Text)
    guid_key: Mapped[str] = mapped_column(String(KEY_LETTERS), index=True)
    version: Mapped[str] = mapped_column(Text)
    family: Mapped[str] = mapped_column(Text)
    family_key: Mapped[str] = mapped_column(String(KEY_LETTERS), index=True)
    """Of the family and whose it is: the outlet, or the feed where that is not known."""
    raw: Mapped[str] = mapped_column(String(64), index=True)
    """SHA-256 of the bytes in which it stood."""
    format: Mapped[str] = mapped_column(String(40))

    signal: Mapped[str] = mapped_column(String(12))
    status: Mapped[str] = mapped_column(String(10))
    is_current: Mapped[bool]
    """Whether it is the newest of its family."""
    killed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When a kill reached this version: it must not be used, and not stay where it was."""
    kill_untold: Mapped[bool] = mapped_column(default=False)
    """Until the stories that used it have been told."""
    fingerprinted: Mapped[bool] = mapped_column(default=False)
    """Whether the index of reuse has it."""
    used: Mapped[bool] = mapped_column(default=False)
    """A story has words of it, so it is kept longer than others."""

    provider: Mapped[str] = mapped_column(Text)
    headline: Mapped[str] = mapped_column(Text)
    slugline: Mapped[str] = mapped_column(Text)
    standfirst: Mapped[str] = mapped_column(Text)
    byline: Mapped[str] = mapped_column(Text)
    dateline: Mapped[str] = mapped_column(Text)
    language: Mapped[str] = mapped_column(String(35))
    priority: Mapped[int | None]
    words: Mapped[int]
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now, index=True)
    """When its feed last showed it; it is forgotten when that is long ago."""

    embargo_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    embargo_open: Mapped[bool]
    """Embargoed without a time: until the agency lifts it."""
    embargo_words: Mapped[str] = mapped_column(Text)
    expires_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    usage_terms_json: Mapped[str] = mapped_column("usage_terms", Text)
    copyright: Mapped[str] = mapped_column(Text)
    credit: Mapped[str] = mapped_column(Text)
    editors_note: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text, deferred=True)
    address: Mapped[str] = mapped_column(Text)
    keywords_json: Mapped[str] = mapped_column("keywords", Text)
    subjects_json: Mapped[str] = mapped_column("subjects", Text)
    """Pairs of code and name."""
    via_json: Mapped[str] = mapped_column("via", Text)
    notes_json: Mapped[str] = mapped_column("notes", Text)

    feed: Mapped[WireFeed] = relationship()
    outlet: Mapped[OutletRow | None] = relationship()
    paragraphs: Mapped[list[ItemPara]] = relationship(
        cascade="all, delete-orphan", order_by="ItemPara.ord", passive_deletes=True
    )
    pictures: Mapped[list[ItemPicture]] = relationship(
        cascade="all, delete-orphan", order_by="ItemPicture.ord", passive_deletes=True
    )
    desks: Mapped[list[ItemDesk]] = relationship(
        cascade="all, delete-orphan", order_by="ItemDesk.desk_id", passive_deletes=True
    )

    @property
    def keywords(self) -> tuple[str, ...]:
        return tuple(_listed(self.keywords_json))

    @property
    def subjects(self) -> tuple[tuple[str, str], ...]:
        return tuple((code, name) for code, name in _listed(self.subjects_json))

    @property
    def via(self) -> tuple[str, ...]:
        return tuple(_listed(self.via_json))

    @property
    def usage_terms(self) -> tuple[str, ...]:
        return tuple(_listed(self.usage_terms_json))

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(_listed(self.notes_json))

    @property
    def agency(self) -> str:
        """Whose copy it is, as far as that is known: else what the feed is called."""
        return self.outlet.name if self.outlet else self.provider or self.feed.name

    @hybrid_property
    def is_kill(self) -> bool:
        return self.signal == Signal.KILL or self.status == Status.CANCELED

    @is_kill.inplace.expression
    @classmethod
    def _is_kill(cls) -> ColumnElement[bool]:
        return or_(cls.signal == Signal.KILL.value, cls.status == Status.CANCELED.value)

    def embargoed(self, at: datetime) -> bool:
        return self.embargo_open or (self.embargo_until is not None and at < self.embargo_until)


class ItemPara(Base):
    """A paragraph of an item; its number is what the fingerprints of reuse name."""

    __tablename__ = "wire_para"
    __table_args__ = (Index("ix_wire_para_of_item", "item_id", "ord", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("wire_item.id", ondelete="CASCADE"))
    ord: Mapped[int]
    text: Mapped[str] = mapped_column(Text)


class ItemPicture(Base):
    """What an item says of a picture that belongs to it."""

    __tablename__ = "wire_picture"

    item_id: Mapped[int] = mapped_column(
        ForeignKey("wire_item.id", ondelete="CASCADE"), primary_key=True
    )
    ord: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    href: Mapped[str] = mapped_column(Text)
    caption: Mapped[str] = mapped_column(Text)
    creator: Mapped[str] = mapped_column(Text)
    credit: Mapped[str] = mapped_column(Text)
    alt: Mapped[str] = mapped_column(Text)
    usage_terms: Mapped[str] = mapped_column(Text)
    copyright: Mapped[str] = mapped_column(Text)
    mime: Mapped[str] = mapped_column(String(100))
    width: Mapped[int | None]
    height: Mapped[int | None]

    @property
    def can_be_taken(self) -> bool:
        """Whether its file is known: on the web, or kept from the folder that it lay in."""
        return self.href.startswith(("http://", "https://", KEPT))

    @property
    def file_beside(self) -> str:
        """The name of its file where that came with the item, in a watched folder."""
        kept = kept_file(self.href)
        return kept[1] if kept else ""


class ItemKeyword(Base):
    """A keyword that its agency gave an item, to choose items by."""

    __tablename__ = "wire_keyword"
    __table_args__ = (Index("ix_wire_keyword_word", "word", "item_id"),)

    item_id: Mapped[int] = mapped_column(
        ForeignKey("wire_item.id", ondelete="CASCADE"), primary_key=True
    )
    word: Mapped[str] = mapped_column(String(KEYWORD_LETTERS), primary_key=True)
    """In small letters, for agencies differ in that."""


class ItemDesk(Base):
    """A desk that an item was sent to."""

    __tablename__ = "wire_desk"
    __table_args__ = (Index("ix_wire_desk_of_desk", "desk_id", "item_id"),)

    item_id: Mapped[int] = mapped_column(
        ForeignKey("wire_item.id", ondelete="CASCADE"), primary_key=True
    )
    desk_id: Mapped[int] = mapped_column(ForeignKey("desk.id"), primary_key=True)
