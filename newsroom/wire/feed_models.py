"""The feeds as rows: where each agency's copy comes from, how it fares, and what it last delivered."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsroom.accounts.models import Desk
from newsroom.db import Base, UtcDateTime, now, one_of
from newsroom.wire.feed_facts import (
    LONGEST_ADDRESS,
    LONGEST_FEED_NAME,
    LONGEST_LANGUAGE,
    LONGEST_ZONE,
    FeedFacts,
    FeedKind,
    FeedState,
    shown_address,
)
from newsroom.wire.models import OutletRow

LONGEST_HEADER = 500
LONGEST_ERROR = 500
DELIVERY_STATES = ("waiting", "taken", "refused")
SUBSCRIPTION_STATES = ("wanted", "asked", "active", "denied")


class WireFeed(Base):
    """Where copy comes from; one that was removed stays for the items that came by it."""

    __tablename__ = "wire_feed"
    __table_args__ = (
        CheckConstraint(one_of("kind", tuple(FeedKind)), name="known_kind"),
        Index(
            "ix_wire_feed_one_name",
            "name",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
        Index("ix_wire_feed_due", "next_try_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(32), unique=True)
    """Its name in the address that agencies push to."""
    name: Mapped[str] = mapped_column(String(LONGEST_FEED_NAME))
    kind: Mapped[str] = mapped_column(String(8))
    address: Mapped[str] = mapped_column(String(LONGEST_ADDRESS))
    """Of a web feed; of a watched folder its path below the administrator's."""
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlet.id"), index=True)
    desk_id: Mapped[int | None] = mapped_column(ForeignKey("desk.id"))
    """Where its items go that no routing rule sends anywhere."""
    zone: Mapped[str] = mapped_column(String(LONGEST_ZONE))
    language: Mapped[str] = mapped_column(String(LONGEST_LANGUAGE))
    interval_seconds: Mapped[int]
    notes: Mapped[str] = mapped_column(Text)
    takes_pictures: Mapped[bool] = mapped_column(default=False, server_default=false())
    paused: Mapped[bool] = mapped_column(default=False)
    revision: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    last_tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_success_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_error: Mapped[str] = mapped_column(String(LONGEST_ERROR), default="")
    last_seconds: Mapped[int] = mapped_column(default=0)
    """How long its last answer took: slow ones are asked one after another."""
    failures: Mapped[int] = mapped_column(default=0)
    """In a row, up to now."""
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """None where nobody asks: it pushes, or people upload to it."""
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When a worker was last told to ask it."""
    claim: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    etag: Mapped[str] = mapped_column(String(LONGEST_HEADER), default="")
    last_modified: Mapped[str] = mapped_column(String(LONGEST_HEADER), default="")
    looked: Mapped[str] = mapped_column(Text, default="{}", deferred=True)
    """Of a folder, as JSON: the files at the last look and their sizes, the pictures that wait."""
    token_hash: Mapped[str] = mapped_column(String(64), default="")

    outlet: Mapped[OutletRow | None] = relationship()
    desk: Mapped[Desk | None] = relationship()
    subscription: Mapped[WireSubscription | None] = relationship(
        back_populates="feed", cascade="all, delete-orphan"
    )

    @property
    def facts(self) -> FeedFacts:
        return FeedFacts(
            name=self.name,
            kind=FeedKind(self.kind),
            address=self.address,
            outlet_id=self.outlet_id,
            desk_id=self.desk_id,
            zone=self.zone,
            language=self.language,
            interval_seconds=self.interval_seconds,
            notes=self.notes,
            takes_pictures=self.takes_pictures,
        )

    @property
    def shown_address(self) -> str:
        return shown_address(self.address)

    @property
    def waiting_pictures(self) -> list[str]:
        """Picture files in a watched folder that no item has named yet, by name."""
        names = json.loads(self.looked).get("waiting", {})
        return sorted("".join(filter(str.isprintable, name)) for name in names)

    @property
    def state(self) -> FeedState:
        if self.paused:
            return FeedState.PAUSED
        if self.last_error:
            return FeedState.FAILING
        return FeedState.WORKING if self.last_success_at else FeedState.NEW


class WireSubscription(Base):
    """A feed's WebSub subscription: the hub tells us, and we need not ask."""

    __tablename__ = "wire_subscription"
    __table_args__ = (CheckConstraint(one_of("state", SUBSCRIPTION_STATES), name="known_state"),)

    feed_id: Mapped[int] = mapped_column(
        ForeignKey("wire_feed.id"), primary_key=True, autoincrement=False
    )
    hub: Mapped[str] = mapped_column(String(LONGEST_ADDRESS))
    topic: Mapped[str] = mapped_column(String(LONGEST_ADDRESS))
    callback: Mapped[str] = mapped_column(String(64), unique=True)
    """The last part of our address for the hub; nobody can guess it."""
    secret: Mapped[str] = mapped_column(String(64))
    """Both sides sign with it, so it cannot be kept as a hash."""
    state: Mapped[str] = mapped_column(String(8), default="wanted")
    error: Mapped[str] = mapped_column(String(LONGEST_ERROR), default="")
    asked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    renew_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)

    feed: Mapped[WireFeed] = relationship(back_populates="subscription")


class WireDelivery(Base):
    """What came in one piece, to be taken in: the row is the job, its bytes lie on the shelf."""

    __tablename__ = "wire_delivery"
    __table_args__ = (
        CheckConstraint(one_of("state", DELIVERY_STATES), name="known_state"),
        Index("ix_wire_delivery_once", "feed_id", "raw", unique=True),
        Index("ix_wire_delivery_open", "state", "not_before"),
        Index("ix_wire_delivery_raw", "raw"),
        Index("ix_wire_delivery_received", "received_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("wire_feed.id"))
    raw: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the bytes."""
    size: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(200), default="")
    """Of the file, where it was one."""
    received_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    format: Mapped[str] = mapped_column(String(40), default="")
    done: Mapped[int] = mapped_column(default=0)
    """Items taken in; work goes on behind them."""
    total: Mapped[int] = mapped_column(default=0)
    fresh: Mapped[int] = mapped_column(default=0)
    """How many of them the newsroom did not have."""
    notes: Mapped[str] = mapped_column(Text, default="")
    """A sentence a line: what could not be read."""
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(UtcDateTime, default=now)

    feed: Mapped[WireFeed] = relationship()
