"""Photos and their renditions."""

import sqlalchemy as sa
from alembic import op

revision = "0005_photos"
down_revision = "0004_wire"
branch_labels = None
depends_on = None

WORDS = (
    "creator",
    "credit",
    "caption",
    "alt",
    "headline",
    "copyright",
    "usage_terms",
    "source",
    "instructions",
)


def upgrade() -> None:
    op.create_table(
        "photo",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("format", sa.String(8), nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("orientation", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in WORDS),
        sa.Column("taken_at", sa.DateTime),
        sa.Column("digital_source", sa.String(200), nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("search_text", sa.Text, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("uploaded_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("uploaded_at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(8), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("queued_at", sa.DateTime, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
    )
    op.create_index("ix_photo_status", "photo", ["status", "queued_at"])
    op.create_table(
        "rendition",
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=True),
        sa.Column("name", sa.String(10), primary_key=True),
        sa.Column("format", sa.String(8), nullable=False),
        sa.Column("width", sa.Integer, nullable=False),
        sa.Column("height", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("place", sa.String(80), nullable=False),
    )
    op.create_index("ix_rendition_place", "rendition", ["place"])


def downgrade() -> None:
    op.drop_table("rendition")
    op.drop_table("photo")
