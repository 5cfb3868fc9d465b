"""Concepts, spellings, exceptions and the lexicon's version."""

import sqlalchemy as sa
from alembic import op

revision = "0003_housestyle"
down_revision = "0002_audit"
branch_labels = None
depends_on = None

CLASSES = "'person', 'place', 'organisation', 'common_noun', 'festival'"
STATUSES = "'draft', 'live', 'archived'"


def upgrade() -> None:
    op.create_table(
        "concept",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("class", sa.String(20), nullable=False),
        sa.Column("sort_name", sa.String(240), nullable=False),
        sa.Column("native", sa.String(120), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("updated_at", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"class IN ({CLASSES})", name=op.f("ck_concept_known_class")),
        sa.CheckConstraint(f"status IN ({STATUSES})", name=op.f("ck_concept_known_status")),
    )
    op.create_index("ix_concept_by_name", "concept", ["sort_name", "id"])
    op.create_index("ix_concept_by_status", "concept", ["status", "sort_name", "id"])
    _create_forms()
    op.create_table(
        "lexicon_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_lexicon_version_only_row")),
    )


def _create_forms() -> None:
    op.create_table(
        "spelling",
        sa.Column("id", sa.Integer, primary_key=True),
        _concept_id(),
        sa.Column("stylebook", sa.String(20), nullable=False),
        sa.Column("text", sa.String(120), nullable=False),
        sa.Column("preferred", sa.Boolean, nullable=False),
        sa.Column("folded", sa.String(240), nullable=False),
        sa.Column("claim", sa.String(240)),
        sa.UniqueConstraint("stylebook", "claim"),
    )
    op.create_index("ix_spelling_concept_id", "spelling", ["concept_id"])
    op.create_index("ix_spelling_folded", "spelling", ["folded"])
    op.create_table(
        "concept_exception",
        sa.Column("id", sa.Integer, primary_key=True),
        _concept_id(),
        sa.Column("text", sa.String(120), nullable=False),
    )
    op.create_index("ix_concept_exception_concept_id", "concept_exception", ["concept_id"])


def _concept_id() -> sa.Column[int]:
    of_concept = sa.ForeignKey("concept.id", ondelete="CASCADE")
    return sa.Column("concept_id", sa.Integer, of_concept, nullable=False)


def downgrade() -> None:
    op.drop_table("lexicon_version")
    op.drop_table("concept_exception")
    op.drop_table("spelling")
    op.drop_table("concept")
