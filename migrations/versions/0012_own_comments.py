"""A comment is edited or deleted by its author; an inbox entry says which comment it tells of."""

import sqlalchemy as sa
from alembic import op

revision = "0012_own_comments"
down_revision = "0011_suggesting"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("story_comment", sa.Column("edited_at", sa.DateTime))
    op.add_column("story_comment", sa.Column("deleted_at", sa.DateTime))
    op.add_column(
        "story_thread", sa.Column("gone", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.add_column("inbox_entry", sa.Column("comment_id", sa.Integer))
    op.create_index("ix_inbox_entry_comment_id", "inbox_entry", ["comment_id"])


def downgrade() -> None:
    op.drop_index("ix_inbox_entry_comment_id", "inbox_entry")
    op.drop_column("inbox_entry", "comment_id")
    op.drop_column("story_thread", "gone")
    op.drop_column("story_comment", "deleted_at")
    op.drop_column("story_comment", "edited_at")
