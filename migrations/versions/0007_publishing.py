"""Articles: every edition as it was printed, and the photos it shows."""

import sqlalchemy as sa
from alembic import op

revision = "0007_publishing"
down_revision = "0006_stories"
branch_labels = None
depends_on = None

CURRENT = "superseded_at IS NULL"
LIVE = "superseded_at IS NULL AND withdrawn_at IS NULL"


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("copy_version", sa.Integer, nullable=False),
        sa.Column("captions_version", sa.Integer, nullable=False),
        sa.Column("path", sa.String(120), nullable=False),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), nullable=False),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("standfirst", sa.Text, nullable=False),
        sa.Column("byline", sa.Text, nullable=False),
        sa.Column("picture", sa.Text),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("html", sa.Text, nullable=False),
        sa.Column("correction", sa.Text),
        sa.Column("first_published_at", sa.DateTime, nullable=False),
        sa.Column("published_at", sa.DateTime, nullable=False),
        sa.Column("published_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("superseded_at", sa.DateTime),
        sa.Column("withdrawn_at", sa.DateTime),
        sa.Column("withdrawn_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("withdrawn_reason", sa.Text),
        sa.UniqueConstraint("story_id", "edition"),
    )
    _index("ix_article_address", ["path"], CURRENT, unique=True)
    _index("ix_article_river", ["first_published_at", "story_id"], LIVE)
    _index("ix_article_desk_river", ["desk_id", "first_published_at", "story_id"], LIVE)
    _index("ix_article_withdrawn", ["withdrawn_at"], "withdrawn_at IS NOT NULL")
    op.create_table(
        "article_photo",
        sa.Column("article_id", sa.Integer, sa.ForeignKey("article.id"), primary_key=True),
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=True),
    )
    op.create_index("ix_article_photo_photo", "article_photo", ["photo_id", "article_id"])


def _index(name: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(
        name,
        "article",
        columns,
        unique=unique,
        sqlite_where=condition,
        postgresql_where=condition,
    )


def downgrade() -> None:
    op.drop_table("article_photo")
    op.drop_table("article")
