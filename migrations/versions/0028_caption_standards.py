"""Caption rules by desk, and which photos the caption check has read with a story."""

import sqlalchemy as sa
from alembic import op

revision = "0028_caption_standards"
down_revision = "0027_photo_rights"
branch_labels = None
depends_on = None

LEVELS = "'block', 'warn', 'off'"


def upgrade() -> None:
    op.create_table(
        "desk_caption_rule",
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), primary_key=True),
        sa.Column("rule", sa.String(40), primary_key=True),
        sa.Column("level", sa.String(8), nullable=False),
        sa.CheckConstraint(f"level IN ({LEVELS})", name=op.f("ck_desk_caption_rule_known_level")),
    )
    op.create_table(
        "caption_rules_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_caption_rules_version_only_row")),
    )
    op.create_table(
        "caption_photo",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=True),
        sa.Column("revision", sa.Integer, nullable=False),
    )
    op.create_index("ix_caption_photo_photo_id", "caption_photo", ["photo_id"])


def downgrade() -> None:
    op.drop_table("caption_photo")
    op.drop_table("caption_rules_version")
    op.drop_table("desk_caption_rule")
