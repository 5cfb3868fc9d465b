"""All of a photo's metadata, its content credentials, decisions on made pictures, cleaners."""

import sqlalchemy as sa
from alembic import op

revision = "0025_photo_reading"
down_revision = "0024_wire_keywords"
branch_labels = None
depends_on = None

WORDS = ("people", "place", "event", "title", "keywords", "extended_alt")
JSON = ("details", "originals")
LISTS = "'noise', 'agencies', 'photographers'"
DECIDED = "'allowed', 'refused'"


def upgrade() -> None:
    for name in WORDS:
        op.add_column("photo", sa.Column(name, sa.Text, nullable=False, server_default=""))
    for name in JSON:
        op.add_column("photo", sa.Column(name, sa.Text, nullable=False, server_default="{}"))
    op.add_column("photo", sa.Column("flagged", sa.String(20), nullable=False, server_default=""))
    op.create_table(
        "photo_credentials",
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=True),
        sa.Column("report", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("waiting_since", sa.DateTime),
    )
    op.create_index(
        op.f("ix_photo_credentials_waiting_since"), "photo_credentials", ["waiting_since"]
    )
    op.create_table(
        "photo_decision",
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=True),
        sa.Column("decided", sa.String(8), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("label", sa.String(120), nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.CheckConstraint(
            f"decided IN ({DECIDED})", name=op.f("ck_photo_decision_known_decision")
        ),
    )
    op.create_table(
        "photo_word",
        sa.Column("list", sa.String(16), primary_key=True),
        sa.Column("word", sa.String(120), primary_key=True),
        sa.Column("spelling", sa.String(120), nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.CheckConstraint(f"list IN ({LISTS})", name=op.f("ck_photo_word_known_list")),
    )
    op.create_table("photo_cleaner_off", sa.Column("name", sa.String(20), primary_key=True))


def downgrade() -> None:
    for table in ("photo_cleaner_off", "photo_word", "photo_decision", "photo_credentials"):
        op.drop_table(table)
    for name in ("flagged", *JSON, *WORDS):
        op.drop_column("photo", name)
