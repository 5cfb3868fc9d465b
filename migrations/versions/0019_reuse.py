"""Which agency copy the index of reuse has, and how often that changed."""

import sqlalchemy as sa
from alembic import op

revision = "0019_reuse"
down_revision = "0018_wire_feeds"
branch_labels = None
depends_on = None

WAITING = sa.text("NOT fingerprinted")


def upgrade() -> None:
    op.add_column(
        "wire_item",
        sa.Column("fingerprinted", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index(
        "ix_wire_item_to_index",
        "wire_item",
        ["id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.create_table(
        "reuse_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("grown_at", sa.DateTime, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_reuse_version_only_row")),
    )


def downgrade() -> None:
    op.drop_table("reuse_version")
    op.drop_index("ix_wire_item_to_index", "wire_item")
    op.drop_column("wire_item", "fingerprinted")
