"""Stylebooks each prefer a spelling; an entry says its source, its owner, its proofs and its limits."""

import sqlalchemy as sa
from alembic import op

revision = "0014_stylebooks"
down_revision = "0013_words_that_come_back"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Kept aside: to change the table SQLite makes it anew, and what refers to the old one goes.
    op.execute(
        "CREATE TABLE preferred_before_0014 AS SELECT id, stylebook FROM spelling WHERE preferred"
    )
    with op.batch_alter_table("spelling") as table:
        table.drop_constraint("uq_spelling_stylebook_claim", type_="unique")
        table.create_unique_constraint("uq_spelling_claim", ["claim"])
        table.drop_column("stylebook")
        table.drop_column("preferred")
    of_spelling = sa.ForeignKey("spelling.id", ondelete="CASCADE")
    op.create_table(
        "preference",
        sa.Column("spelling_id", sa.Integer, of_spelling, primary_key=True),
        sa.Column("stylebook", sa.String(20), primary_key=True),
    )
    op.execute(
        "INSERT INTO preference (spelling_id, stylebook) SELECT id, stylebook FROM preferred_before_0014"
    )
    op.drop_table("preferred_before_0014")
    op.add_column("concept", sa.Column("source", sa.String(200), nullable=False, server_default=""))
    op.add_column("concept", sa.Column("owner_id", sa.Integer))
    op.add_column("concept", sa.Column("starts_on", sa.Date))
    op.add_column("concept", sa.Column("ends_on", sa.Date))
    op.create_table(
        "channel_article",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("channel", sa.String(20), primary_key=True),
        sa.Column("document", sa.Text, nullable=False),
    )
    op.add_column("lexicon_version", sa.Column("day", sa.Date))
    _create_proofs_and_limits()


def _create_proofs_and_limits() -> None:
    op.create_table(
        "concept_proof",
        sa.Column("id", sa.Integer, primary_key=True),
        _concept_id(),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("changes", sa.Boolean, nullable=False),
    )
    op.create_index("ix_concept_proof_concept_id", "concept_proof", ["concept_id"])
    op.create_table(
        "concept_limit",
        sa.Column("id", sa.Integer, primary_key=True),
        _concept_id(),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("value", sa.String(20), nullable=False),
        sa.CheckConstraint("kind IN ('desk', 'channel')", name=op.f("ck_concept_limit_known_kind")),
        sa.UniqueConstraint("concept_id", "kind", "value"),
    )


def _concept_id() -> sa.Column[int]:
    of_concept = sa.ForeignKey("concept.id", ondelete="CASCADE")
    return sa.Column("concept_id", sa.Integer, of_concept, nullable=False)


def downgrade() -> None:
    op.drop_column("lexicon_version", "day")
    op.drop_table("channel_article")
    op.drop_table("concept_limit")
    op.drop_table("concept_proof")
    for column in ("ends_on", "starts_on", "owner_id", "source"):
        op.drop_column("concept", column)
    op.execute(
        "CREATE TABLE preferred_before_0014 AS SELECT spelling_id FROM preference WHERE stylebook = 'house'"
    )
    op.drop_table("preference")
    with op.batch_alter_table("spelling") as table:
        table.add_column(
            sa.Column("stylebook", sa.String(20), nullable=False, server_default="house")
        )
        table.add_column(
            sa.Column("preferred", sa.Boolean, nullable=False, server_default=sa.false())
        )
        table.drop_constraint("uq_spelling_claim", type_="unique")
        table.create_unique_constraint("uq_spelling_stylebook_claim", ["stylebook", "claim"])
    op.execute(
        "UPDATE spelling SET preferred = true WHERE id IN (SELECT spelling_id FROM preferred_before_0014)"
    )
    op.drop_table("preferred_before_0014")
