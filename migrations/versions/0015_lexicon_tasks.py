"""Long work on the lexicon: imports that are tried and done, previews over all stories."""

import sqlalchemy as sa
from alembic import op

revision = "0015_lexicon_tasks"
down_revision = "0014_stylebooks"
branch_labels = None
depends_on = None

KINDS = "'try_import', 'import', 'preview'"
STATES = "'waiting', 'running', 'done', 'failed'"


def upgrade() -> None:
    op.create_table(
        "lexicon_task",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("by_name", sa.String(120), nullable=False),
        sa.Column("concept_id", sa.Integer, sa.ForeignKey("concept.id", ondelete="CASCADE")),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("after", sa.Integer, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("found", sa.Text, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("touched_at", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_lexicon_task_known_kind")),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_lexicon_task_known_state")),
    )
    op.create_index("ix_lexicon_task_by_state", "lexicon_task", ["state", "touched_at"])
    op.create_index("ix_lexicon_task_of_concept", "lexicon_task", ["concept_id", "id"])


def downgrade() -> None:
    op.drop_table("lexicon_task")
