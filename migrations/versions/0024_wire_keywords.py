"""The keywords of wire items, to choose them by."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0024_wire_keywords"
down_revision = "0023_own_copy"
branch_labels = None
depends_on = None

LETTERS = 100
AT_ONCE = 1_000


def upgrade() -> None:
    op.create_table(
        "wire_keyword",
        sa.Column(
            "item_id",
            sa.Integer,
            sa.ForeignKey(
                "wire_item.id",
                name=op.f("fk_wire_keyword_item_id_wire_item"),
                ondelete="CASCADE",
            ),
            primary_key=True,
        ),
        sa.Column("word", sa.String(LETTERS), primary_key=True),
    )
    op.create_index("ix_wire_keyword_word", "wire_keyword", ["word", "item_id"])
    _fill()


def _fill() -> None:
    """From what the items say, a thousand at a time."""
    connection, last = op.get_bind(), 0
    asked = sa.text("SELECT id, keywords FROM wire_item WHERE id > :last ORDER BY id LIMIT :most")
    put = sa.text("INSERT INTO wire_keyword (item_id, word) VALUES (:item, :word)")
    while items := connection.execute(asked, {"last": last, "most": AT_ONCE}).all():
        rows = [
            {"item": item.id, "word": word}
            for item in items
            for word in dict.fromkeys(map(_key, json.loads(item.keywords)))
            if word
        ]
        if rows:
            connection.execute(put, rows)
        last = items[-1].id


def _key(keyword: str) -> str:
    return " ".join(keyword.casefold().split())[:LETTERS]


def downgrade() -> None:
    op.drop_table("wire_keyword")
