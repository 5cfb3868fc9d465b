"""What a story leaves alone, exceptions proposed for the lexicon, and findings counted by rule."""

import sqlalchemy as sa
from alembic import op

revision = "0016_leaves_and_proposals"
down_revision = "0015_lexicon_tasks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _leaves()
    _proposals()
    op.create_index("ix_finding_rule", "finding", ["rule", "status"])


def _leaves() -> None:
    op.create_table(
        "story_leave",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("rule", sa.String(120), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("story_id", "rule", "folded"),
    )


def _proposals() -> None:
    op.create_table(
        "exception_proposal",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "concept_id",
            sa.Integer,
            sa.ForeignKey("concept.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("text", sa.String(120), nullable=False),
        sa.Column("story_id", sa.Integer, nullable=False),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("decided_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("decided_at", sa.DateTime),
        sa.CheckConstraint(
            "status IN ('open', 'taken', 'declined')",
            name=op.f("ck_exception_proposal_known_status"),
        ),
    )
    op.create_index(
        "ix_exception_proposal_concept", "exception_proposal", ["concept_id", "status", "id"]
    )


def downgrade() -> None:
    op.drop_index("ix_finding_rule", "finding")
    op.drop_table("exception_proposal")
    op.drop_table("story_leave")
