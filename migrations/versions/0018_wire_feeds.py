"""How agency copy comes in: feeds, what they delivered, items with their versions, routing rules."""

import sqlalchemy as sa
from alembic import op

revision = "0018_wire_feeds"
down_revision = "0017_published_task"
branch_labels = None
depends_on = None

KINDS = "'web', 'folder', 'push', 'upload'"
SUBSCRIPTIONS = "'wanted', 'asked', 'active', 'denied'"
DELIVERIES = "'waiting', 'taken', 'refused'"
SIGNALS = "'new', 'update', 'correction', 'kill', 'advisory'"
STATUSES = "'usable', 'withheld', 'canceled'"


def upgrade() -> None:
    _feeds()
    _subscriptions()
    _deliveries()
    _items()
    _parts()
    _rules()


def _text(name: str, length: int | None = None) -> sa.Column[str]:
    return sa.Column(name, sa.String(length) if length else sa.Text, nullable=False)


def _time(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _part_of(table: str, name: str, **more: object) -> sa.Column[int]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, target, nullable=False, **more)


def _feeds() -> None:
    op.create_table(
        "wire_feed",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(32), nullable=False, unique=True),
        _text("name", 120),
        _text("kind", 8),
        _text("address", 1000),
        sa.Column("outlet_id", sa.Integer, sa.ForeignKey("outlet.id"), index=True),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id")),
        _text("zone", 60),
        _text("language", 35),
        _number("interval_seconds"),
        _text("notes"),
        _flag("paused"),
        _number("revision"),
        sa.Column("created_at", sa.DateTime, nullable=False),
        _time("removed_at"),
        _time("last_tried_at"),
        _time("last_success_at"),
        _text("last_error", 500),
        _number("last_seconds"),
        _number("failures"),
        _time("next_try_at"),
        _time("sent_at"),
        _number("claim"),
        _time("claimed_until"),
        _text("etag", 500),
        _text("last_modified", 500),
        _text("looked"),
        _text("token_hash", 64),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_wire_feed_known_kind")),
    )
    op.create_index(
        "ix_wire_feed_one_name",
        "wire_feed",
        ["name"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_index("ix_wire_feed_due", "wire_feed", ["next_try_at"])


def _subscriptions() -> None:
    op.create_table(
        "wire_subscription",
        sa.Column(
            "feed_id",
            sa.Integer,
            sa.ForeignKey("wire_feed.id"),
            primary_key=True,
            autoincrement=False,
        ),
        _text("hub", 1000),
        _text("topic", 1000),
        sa.Column("callback", sa.String(64), nullable=False, unique=True),
        _text("secret", 64),
        _text("state", 8),
        _text("error", 500),
        _time("asked_at"),
        _time("lease_until"),
        sa.Column("renew_at", sa.DateTime, index=True),
        sa.CheckConstraint(
            f"state IN ({SUBSCRIPTIONS})", name=op.f("ck_wire_subscription_known_state")
        ),
    )


def _deliveries() -> None:
    op.create_table(
        "wire_delivery",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("feed_id", sa.Integer, sa.ForeignKey("wire_feed.id"), nullable=False),
        _text("raw", 64),
        sa.Column("size", sa.BigInteger, nullable=False),
        _text("name", 200),
        sa.Column("received_at", sa.DateTime, nullable=False),
        _text("state", 8),
        _text("format", 40),
        _number("done"),
        _number("total"),
        _number("fresh"),
        _text("notes"),
        _number("attempts"),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"state IN ({DELIVERIES})", name=op.f("ck_wire_delivery_known_state")),
    )
    op.create_index("ix_wire_delivery_once", "wire_delivery", ["feed_id", "raw"], unique=True)
    op.create_index("ix_wire_delivery_open", "wire_delivery", ["state", "not_before"])
    op.create_index("ix_wire_delivery_raw", "wire_delivery", ["raw"])
    op.create_index("ix_wire_delivery_received", "wire_delivery", ["received_at"])


def _items() -> None:
    op.create_table(
        "wire_item",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item_key", sa.String(32), nullable=False, unique=True),
        sa.Column("feed_id", sa.Integer, sa.ForeignKey("wire_feed.id"), nullable=False),
        sa.Column("outlet_id", sa.Integer, sa.ForeignKey("outlet.id")),
        _text("guid"),
        sa.Column("guid_key", sa.String(32), nullable=False, index=True),
        _text("version"),
        _text("family"),
        sa.Column("family_key", sa.String(32), nullable=False, index=True),
        sa.Column("raw", sa.String(64), nullable=False, index=True),
        _text("format", 40),
        _text("signal", 12),
        _text("status", 10),
        _flag("is_current"),
        _time("killed_at"),
        _flag("kill_untold"),
        _flag("used"),
        *(_text(name) for name in ("provider", "headline", "slugline", "standfirst")),
        *(_text(name) for name in ("byline", "dateline")),
        _text("language", 35),
        sa.Column("priority", sa.Integer),
        _number("words"),
        _time("published_at"),
        _time("updated_at"),
        sa.Column("received_at", sa.DateTime, nullable=False),
        sa.Column("seen_at", sa.DateTime, nullable=False, index=True),
        _time("embargo_until"),
        _flag("embargo_open"),
        _text("embargo_words"),
        _time("expires_at"),
        *(_text(name) for name in ("usage_terms", "copyright", "credit", "editors_note")),
        *(_text(name) for name in ("html", "address", "keywords", "subjects", "via", "notes")),
        sa.CheckConstraint(f"signal IN ({SIGNALS})", name=op.f("ck_wire_item_known_signal")),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_wire_item_known_status")),
    )
    op.create_index("ix_wire_item_received", "wire_item", ["received_at", "id"])
    op.create_index("ix_wire_item_of_feed", "wire_item", ["feed_id", "received_at", "id"])
    op.create_index("ix_wire_item_seen", "wire_item", ["feed_id", "seen_at"])
    op.create_index("ix_wire_item_of_outlet", "wire_item", ["outlet_id", "received_at", "id"])
    _where("ix_wire_item_newest", ["received_at", "id"], "is_current")
    _where("ix_wire_item_untold", ["id"], "kill_untold")


def _where(name: str, columns: list[str], condition: str) -> None:
    only = sa.text(condition)
    op.create_index(name, "wire_item", columns, sqlite_where=only, postgresql_where=only)


def _parts() -> None:
    op.create_table(
        "wire_para",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("wire_item", "item_id"),
        _number("ord"),
        _text("text"),
    )
    op.create_index("ix_wire_para_of_item", "wire_para", ["item_id", "ord"], unique=True)
    op.create_table(
        "wire_picture",
        _part_of("wire_item", "item_id", primary_key=True),
        sa.Column("ord", sa.Integer, primary_key=True, autoincrement=False),
        *(_text(name) for name in ("href", "caption", "creator", "credit", "alt")),
        *(_text(name) for name in ("usage_terms", "copyright")),
        _text("mime", 100),
        sa.Column("width", sa.Integer),
        sa.Column("height", sa.Integer),
    )
    op.create_table(
        "wire_desk",
        _part_of("wire_item", "item_id", primary_key=True),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), primary_key=True),
    )
    op.create_index("ix_wire_desk_of_desk", "wire_desk", ["desk_id", "item_id"])


def _rules() -> None:
    op.create_table(
        "wire_rule",
        sa.Column("id", sa.Integer, primary_key=True),
        _number("position"),
        sa.Column("outlet_id", sa.Integer, sa.ForeignKey("outlet.id")),
        _text("keyword", 120),
        sa.Column("priority_at_most", sa.Integer),
        _text("subject", 120),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), nullable=False),
        _flag("paused"),
        _number("revision"),
    )


def downgrade() -> None:
    for table in (
        *("wire_rule", "wire_desk", "wire_picture", "wire_para", "wire_item"),
        *("wire_delivery", "wire_subscription", "wire_feed"),
    ):
        op.drop_table(table)
