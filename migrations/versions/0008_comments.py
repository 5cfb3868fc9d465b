"""Threads of comments beside a story, and each person's inbox."""

import sqlalchemy as sa
from alembic import op

revision = "0008_comments"
down_revision = "0007_publishing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _threads()
    _comments()
    _inbox()


def _threads() -> None:
    op.create_table(
        "story_thread",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer),
        sa.Column("end", sa.Integer),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("must_fix", sa.Boolean, nullable=False),
        sa.Column("resolved_at", sa.DateTime),
        sa.Column("resolved_by_id", sa.Integer, sa.ForeignKey("person.id")),
    )
    op.create_index("ix_story_thread_story", "story_thread", ["story_id", "id"])


def _comments() -> None:
    op.create_table(
        "story_comment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("thread_id", sa.Integer, sa.ForeignKey("story_thread.id"), nullable=False),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("named", sa.Text, nullable=False),
        sa.Column("sending", sa.String(64), nullable=False),
        sa.UniqueConstraint("author_id", "sending"),
    )
    op.create_index("ix_story_comment_thread", "story_comment", ["thread_id", "id"])


def _inbox() -> None:
    op.create_table(
        "inbox_entry",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("story_id", sa.Integer, nullable=False),
        sa.Column("thread_id", sa.Integer, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("read_at", sa.DateTime),
    )
    op.create_index("ix_inbox_entry_person", "inbox_entry", ["person_id", "id"])
    unread = sa.text("read_at IS NULL")
    op.create_index(
        "ix_inbox_entry_unread",
        "inbox_entry",
        ["person_id", "thread_id"],
        sqlite_where=unread,
        postgresql_where=unread,
    )
    op.add_column(
        "person", sa.Column("unread", sa.Integer, nullable=False, server_default=sa.text("0"))
    )


def downgrade() -> None:
    op.drop_column("person", "unread")
    op.drop_table("inbox_entry")
    op.drop_table("story_comment")
    op.drop_table("story_thread")
