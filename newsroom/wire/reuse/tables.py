"""The tables of the index, apart from the editorial ones: a file or a schema of their own."""

import sqlalchemy as sa

WIRE = "wire_reuse"
"""The schema of agency copy on PostgreSQL, where it is the connection's search path; an SQLite file
holds nothing else."""

metadata = sa.MetaData()
_NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")

state = sa.Table(
    "reuse_state",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("normaliser", sa.Text, nullable=False),
    # Counts every change: what was found at an older epoch may be found otherwise now.
    sa.Column("epoch", _NUMBER, nullable=False),
    sa.Column("last_item", _NUMBER, nullable=False),
    # Counts every renewal of the stop and stock lists, which are kept in memory.
    sa.Column("statistics", _NUMBER, nullable=False),
    sa.Column("items_counted", _NUMBER, nullable=False),
    # Where a rebuild stands, and where it ends; null when there is none.
    sa.Column("rebuilt_to", _NUMBER),
    sa.Column("rebuild_to", _NUMBER),
)
items = sa.Table(
    "reuse_item",
    metadata,
    sa.Column("no", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("family", sa.Text, nullable=False),
    sa.Column("published", _NUMBER, index=True),
    sa.Column("digest", _NUMBER, nullable=False),
)
# Its paragraphs, packed: items are aligned whole, and a rebuild reads them again.
copies = sa.Table(
    "reuse_copy",
    metadata,
    sa.Column("no", _NUMBER, primary_key=True, autoincrement=False),
    sa.Column("copy", sa.LargeBinary, nullable=False),
)
fingerprints = sa.Table(
    "wire_fp",
    metadata,
    sa.Column("hash", _NUMBER, nullable=False),
    sa.Column("para", _NUMBER, nullable=False),
    # One B-tree that is table and index at once, half the size of two.
    sa.PrimaryKeyConstraint("hash", "para").ddl_if(dialect="sqlite"),
    sqlite_with_rowid=False,
)
sa.Index("ix_wire_fp_hash", fingerprints.c.hash, postgresql_include=["para"]).ddl_if(
    dialect="postgresql"
)
stop = sa.Table("fp_stop", metadata, sa.Column("hash", _NUMBER, primary_key=True))
stock = sa.Table("stock_gram", metadata, sa.Column("hash", _NUMBER, primary_key=True))

TOLD_APART = 64
"""Paragraphs of an item; what is found in a later one counts for the last of these."""


def paragraph_number(item: int, paragraph: int) -> int:
    return item * TOLD_APART + min(paragraph, TOLD_APART - 1)
