"""Reading the wire: what each person has read, and the words that it is searched by."""

import sqlalchemy as sa
from alembic import op

revision = "0020_wire_reading"
down_revision = "0019_reuse"
branch_labels = None
depends_on = None

# Without content: only what is needed to find an item, for its words stand in its rows.
SQLITE_INDEX = """CREATE VIRTUAL TABLE wire_search USING fts5
    (words, content='', tokenize='ascii', prefix='2 3')"""

# By the index and in no other way: the planner takes it for cheap to read every item's words.
POSTGRESQL_FOUND = """CREATE FUNCTION wire_found(asked tsquery) RETURNS SETOF integer
    LANGUAGE sql STABLE SET enable_seqscan = off SET enable_indexscan = off
    AS 'SELECT item_id FROM wire_search WHERE words @@ asked'"""


def upgrade() -> None:
    op.create_table(
        "wire_read",
        _part_of("person", "person_id", primary_key=True),
        _part_of("wire_item", "item_id", primary_key=True),
    )
    op.create_index("ix_wire_read_of_item", "wire_read", ["item_id"])
    op.create_table(
        "wire_read_up_to",
        _part_of("person", "person_id", primary_key=True, autoincrement=False),
        sa.Column("item_id", sa.Integer, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(SQLITE_INDEX)
    else:
        _postgresql_index()


def _part_of(table: str, name: str, **more: object) -> sa.Column[int]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(name, sa.Integer, target, nullable=False, **more)


def _postgresql_index() -> None:
    op.create_table(
        "wire_search",
        _part_of("wire_item", "item_id", primary_key=True, autoincrement=False),
        sa.Column("words", sa.dialects.postgresql.TSVECTOR, nullable=False),
    )
    op.create_index("ix_wire_search_words", "wire_search", ["words"], postgresql_using="gin")
    op.execute("ALTER TABLE wire_search ALTER words SET STORAGE EXTERNAL")
    op.execute(POSTGRESQL_FOUND)


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION wire_found")
    op.execute("DROP TABLE wire_search")
    op.drop_table("wire_read_up_to")
    op.drop_table("wire_read")
