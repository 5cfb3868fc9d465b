"""Stories know the agency copy that they have words of."""

import sqlalchemy as sa
from alembic import op

revision = "0021_story_wire"
down_revision = "0020_wire_reading"
branch_labels = None
depends_on = None

ONLY_KILLED = sa.text("killed_at IS NOT NULL")


def upgrade() -> None:
    op.add_column(
        "story", sa.Column("from_wire", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.create_table(
        "story_wire",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("item_id", sa.Integer, sa.ForeignKey("wire_item.id"), nullable=False),
        sa.Column("family_key", sa.String(32), nullable=False),
        sa.Column("why", sa.String(8), nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("told_id", sa.Integer),
        sa.Column("killed_at", sa.DateTime),
        sa.Column("released_item_id", sa.Integer),
        sa.Column("released_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("released_reason", sa.Text, nullable=False),
        sa.Column("heeded", sa.Text, nullable=False),
        sa.UniqueConstraint("story_id", "family_key"),
        sa.CheckConstraint(
            "why IN ('started', 'attached', 'reuse')", name=op.f("ck_story_wire_known_why")
        ),
    )
    op.create_index("ix_story_wire_item", "story_wire", ["item_id"])
    op.create_index("ix_story_wire_family", "story_wire", ["family_key"])
    op.create_index(
        "ix_story_wire_killed",
        "story_wire",
        ["story_id"],
        sqlite_where=ONLY_KILLED,
        postgresql_where=ONLY_KILLED,
    )


def downgrade() -> None:
    op.drop_table("story_wire")
    op.drop_column("story", "from_wire")
