"""Which version of each story the paper ran, for later stories to be held against."""

import sqlalchemy as sa
from alembic import op

revision = "0023_own_copy"
down_revision = "0022_standards"
branch_labels = None
depends_on = None

WAITING = sa.text("NOT indexed")

ON_THE_SITE = """
    INSERT INTO own_copy (story_id, version, published_at, indexed)
    SELECT story_id, version, first_published_at, {no} FROM article
    WHERE superseded_at IS NULL AND withdrawn_at IS NULL
"""


def upgrade() -> None:
    op.create_table(
        "own_copy",
        sa.Column(
            "story_id",
            sa.Integer,
            sa.ForeignKey("story.id", name=op.f("fk_own_copy_story_id_story")),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("version", sa.Integer),
        sa.Column("published_at", sa.DateTime, nullable=False),
        sa.Column("indexed", sa.Boolean, nullable=False),
    )
    op.create_index(
        "ix_own_copy_waiting",
        "own_copy",
        ["story_id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    no = "false" if op.get_bind().dialect.name == "postgresql" else "0"
    op.execute(ON_THE_SITE.format(no=no))


def downgrade() -> None:
    op.drop_table("own_copy")
