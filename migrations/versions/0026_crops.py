"""Crops of photos with their focal point, and renditions that say which part they show."""

import sqlalchemy as sa
from alembic import op

revision = "0026_crops"
down_revision = "0025_photo_reading"
branch_labels = None
depends_on = None

STANDING = sa.text("retired_at IS NULL")
HEADS = {"focus_x": "5000", "focus_y": "4000"}


def upgrade() -> None:
    for name, middle in HEADS.items():
        column = sa.Column(name, sa.Integer, nullable=False, server_default=middle)
        op.add_column("photo", column)
    with op.batch_alter_table("rendition") as table:
        table.alter_column("name", existing_type=sa.String(10), type_=sa.String(40))
        table.add_column(sa.Column("part", sa.String(32), nullable=False, server_default=""))
    op.create_table(
        "crop",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), nullable=False),
        sa.Column("name", sa.String(20), nullable=False),
        *(sa.Column(side, sa.Integer, nullable=False) for side in ("left", "top")),
        *(sa.Column(side, sa.Integer, nullable=False) for side in ("width", "height")),
        sa.Column("made_by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("retired_at", sa.DateTime),
    )
    op.create_index("ix_crop_photo_id", "crop", ["photo_id"])
    op.create_index(
        "uq_crop_standing",
        "crop",
        ["photo_id", "name"],
        unique=True,
        sqlite_where=STANDING,
        postgresql_where=STANDING,
    )


def downgrade() -> None:
    op.drop_table("crop")
    # Names as long as these are of renditions that the older newsroom does not know.
    op.execute("DELETE FROM rendition WHERE length(name) > 10 OR name LIKE '%.webp'")
    with op.batch_alter_table("rendition") as table:
        table.drop_column("part")
        table.alter_column("name", existing_type=sa.String(40), type_=sa.String(10))
    for name in HEADS:
        op.drop_column("photo", name)
