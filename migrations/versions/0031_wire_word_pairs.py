"""PostgreSQL's index of the wire also knows which short words stand side by side."""

import sqlalchemy as sa
from alembic import op

revision = "0031_wire_word_pairs"
down_revision = "0030_photo_uploads"
branch_labels = None
depends_on = None

AT_ONCE = 2_000

# What newsroom.search_words.pairs_of gives for new copy, from the places of the words.
ADD = sa.text("""
    WITH word AS (
        SELECT item_id, lexeme, unnest(positions) AS place
        FROM wire_search, unnest(words)
        WHERE item_id > :after AND item_id <= :last AND length(lexeme) <= 4
    ), pairs AS (
        SELECT item_id, array_agg(DISTINCT word.lexeme || ' ' || following.lexeme) AS found
        FROM word JOIN word AS following USING (item_id)
        WHERE following.place = word.place + 1
        GROUP BY item_id
    )
    UPDATE wire_search SET words = words || array_to_tsvector(found)
    FROM pairs WHERE pairs.item_id = wire_search.item_id
""")
REMOVE = sa.text("""
    UPDATE wire_search SET words = ts_delete(words, ARRAY(
        SELECT lexeme FROM unnest(words) WHERE lexeme LIKE '% %'
    ))
    WHERE item_id > :after AND item_id <= :last
""")


def upgrade() -> None:
    _item_by_item(ADD)


def downgrade() -> None:
    _item_by_item(REMOVE)


def _item_by_item(change: sa.TextClause) -> None:
    """In slices, for the pairs of all items at once need not fit into memory."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        return  # FTS5 knows the places of its words
    last = connection.scalar(sa.text("SELECT max(item_id) FROM wire_search")) or 0
    for after in range(0, last, AT_ONCE):
        connection.execute(change, {"after": after, "last": after + AT_ONCE})
