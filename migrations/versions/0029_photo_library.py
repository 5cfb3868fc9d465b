"""The photo library: its search, where photos are used, how they look, and collections of them."""

import sqlalchemy as sa
from alembic import op

revision = "0029_photo_library"
down_revision = "0028_caption_standards"
branch_labels = None
depends_on = None

SQLITE_INDEX = """CREATE VIRTUAL TABLE photo_search USING fts5
    (words, tokenize='ascii', prefix='2 3')"""

# What has run is known at once; what stands in open stories is read from them by a job.
RAN = """INSERT INTO photo_use (photo_id, story_id, desk_id, stands, ran_at)
    SELECT p.photo_id, a.story_id, MAX(a.desk_id), false, MIN(a.published_at)
    FROM article_photo p JOIN article a ON a.id = p.article_id GROUP BY p.photo_id, a.story_id"""


def upgrade() -> None:
    op.add_column("photo", sa.Column("agency", sa.String(200), nullable=False, server_default=""))
    op.create_index("ix_photo_agency", "photo", ["agency", "id"])
    op.create_index("ix_photo_taken", "photo", ["taken_at", "id"])
    op.create_index("ix_photo_uploaded", "photo", ["uploaded_at", "id"])
    _search()
    _uses()
    _likeness()
    _collections()


def _photo(name: str = "photo_id", *, primary_key: bool = True) -> sa.Column[int]:
    photo = sa.ForeignKey("photo.id")
    return sa.Column(name, sa.Integer, photo, primary_key=primary_key, nullable=not primary_key)


def _search() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE_INDEX)
        return
    of_photo = sa.ForeignKey("photo.id", ondelete="CASCADE")
    op.create_table(
        "photo_search",
        sa.Column("photo_id", sa.Integer, of_photo, primary_key=True, autoincrement=False),
        sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False),
    )
    op.create_index("ix_photo_search_words", "photo_search", ["words"], postgresql_using="gin")


def _uses() -> None:
    op.create_table(
        "photo_use",
        _photo(),
        sa.Column("story_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("desk_id", sa.Integer, nullable=False),
        sa.Column("stands", sa.Boolean, nullable=False),
        sa.Column("ran_at", sa.DateTime),
    )
    op.create_index("ix_photo_use_story", "photo_use", ["story_id"])
    op.create_index("ix_photo_use_desk", "photo_use", ["desk_id", "photo_id"])
    op.execute(RAN)


def _likeness() -> None:
    bands = [f"band{number}" for number in range(4)]
    op.create_table(
        "photo_likeness",
        _photo(),
        sa.Column("bits", sa.BigInteger),
        *(sa.Column(band, sa.Integer) for band in bands),
        _photo("twin_id", primary_key=False),
    )
    for band in bands:
        op.create_index(f"ix_photo_likeness_{band}", "photo_likeness", [band])


def _collections() -> None:
    op.create_table(
        "photo_collection",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id")),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("private", sa.Boolean, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_photo_collection_owner_id", "photo_collection", ["owner_id"])
    of_collection = sa.ForeignKey("photo_collection.id")
    op.create_table(
        "photo_collected",
        sa.Column("collection_id", sa.Integer, of_collection, primary_key=True),
        _photo(),
    )
    op.create_index("ix_photo_collected_photo", "photo_collected", ["photo_id"])


def downgrade() -> None:
    for table in ("photo_collected", "photo_collection", "photo_likeness", "photo_use"):
        op.drop_table(table)
    op.execute("DROP TABLE photo_search")
    for index in ("ix_photo_uploaded", "ix_photo_taken", "ix_photo_agency"):
        op.drop_index(index, "photo")
    op.drop_column("photo", "agency")
