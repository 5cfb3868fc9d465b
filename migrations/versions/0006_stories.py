"""Stories, their steps and snapshots, approvals, findings, readings of the checks, notes."""

import sqlalchemy as sa
from alembic import op

revision = "0006_stories"
down_revision = "0005_photos"
branch_labels = None
depends_on = None

STORY_INDEXES = {
    "ix_story_state": ("state", "sort_at", "id"),
    "ix_story_state_since": ("state", "state_since", "id"),
    "ix_story_desk_state": ("desk_id", "state", "sort_at", "id"),
    "ix_story_checks_queued": ("checks_queued_at",),
    "ix_story_scheduled": ("state", "scheduled_for"),
}


def upgrade() -> None:
    _story()
    _steps()
    _approval()
    _finding()
    _beside()


def _story() -> None:
    op.create_table(
        "story",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("slug_day", sa.Date, nullable=False),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("state_since", sa.DateTime, nullable=False),
        sa.Column("spiked_from", sa.String(20)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("deadline_at", sa.DateTime),
        sa.Column("sort_at", sa.DateTime, nullable=False),
        sa.Column("planned_at", sa.DateTime),
        sa.Column("scheduled_for", sa.DateTime),
        sa.Column("commissioned_words", sa.Integer),
        sa.Column("created_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.Column("begun_with", sa.Integer, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("byline", sa.Text, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("figures", sa.Integer, nullable=False),
        sa.Column("pictures", sa.Integer, nullable=False),
        sa.Column("photo_waiver", sa.Text),
        sa.Column("correction", sa.Text),
        sa.Column("live", sa.Boolean, nullable=False),
        sa.Column("checks_queued_at", sa.DateTime),
        sa.UniqueConstraint("slug", "slug_day"),
    )
    for name, columns in STORY_INDEXES.items():
        op.create_index(name, "story", list(columns))
    op.create_table(
        "story_reporter",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
    )
    op.create_index("ix_story_reporter_person", "story_reporter", ["person_id", "story_id"])


def _steps() -> None:
    op.create_table(
        "story_step",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("client", sa.String(64), nullable=False),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("step", sa.Text, nullable=False),
        sa.Column("inserted", sa.Integer, nullable=False),
    )
    op.create_table(
        "story_snapshot",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("document", sa.Text, nullable=False),
    )


def _approval() -> None:
    op.create_table(
        "approval",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("lapsed_at", sa.DateTime),
        sa.Column("lapsed_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("lapsed_version", sa.Integer),
        sa.Column("why", sa.Text),
    )
    op.create_index("ix_approval_story", "approval", ["story_id", "kind", "id"])


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("check", sa.String(20), nullable=False),
        sa.Column("rule", sa.String(120), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("suggestion", sa.Text),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("severity", sa.String(10), nullable=False),
        sa.Column("place", sa.String(20), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("decided_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("decided_at", sa.DateTime),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_finding_story", "finding", ["story_id", "status"])


def _beside() -> None:
    op.create_table(
        "check_reading",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        sa.Column("check", sa.String(20), primary_key=True),
        sa.Column("version", sa.Integer),
        sa.Column("reference", sa.Integer),
        sa.Column("read_at", sa.DateTime),
        sa.Column("failure", sa.Text),
        sa.Column("attempts", sa.Integer, nullable=False),
    )
    op.create_table(
        "story_note",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("author_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("move", sa.String(24), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("ix_story_note_story", "story_note", ["story_id", "id"])


def downgrade() -> None:
    for table in (
        "story_note",
        "check_reading",
        "finding",
        "approval",
        "story_snapshot",
        "story_step",
        "story_reporter",
        "story",
    ):
        op.drop_table(table)
