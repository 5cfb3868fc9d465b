"""Standards on sources by desk, and contracts with outlets."""

import sqlalchemy as sa
from alembic import op

revision = "0022_standards"
down_revision = "0021_story_wire"
branch_labels = None
depends_on = None

LEVELS = "'block', 'warn', 'off'"
CONTRACT = ("text_contract", "photo_contract")


def upgrade() -> None:
    op.create_table(
        "desk_standard",
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id"), primary_key=True),
        sa.Column("rule", sa.String(40), primary_key=True),
        sa.Column("level", sa.String(8), nullable=False),
        sa.CheckConstraint(f"level IN ({LEVELS})", name=op.f("ck_desk_standard_known_level")),
    )
    op.create_table(
        "standards_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_standards_version_only_row")),
    )
    for name in CONTRACT:
        column = sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())
        op.add_column("outlet", column)
    op.add_column("outlet", sa.Column("contract_until", sa.Date))


def downgrade() -> None:
    for name in ("contract_until", *CONTRACT):
        op.drop_column("outlet", name)
    op.drop_table("standards_version")
    op.drop_table("desk_standard")
