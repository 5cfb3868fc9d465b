"""Standards on sources by desk, contracts with outlets, and files of outlets that are imported."""

import sqlalchemy as sa
from alembic import op

revision = "0022_standards"
down_revision = "0021_story_wire"
branch_labels = None
depends_on = None

LEVELS = "'block', 'warn', 'off'"
KINDS = "'try', 'import'"
STATES = "'waiting', 'running', 'done', 'failed'"
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
    _tasks()


def _tasks() -> None:
    op.create_table(
        "outlet_task",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("by_name", sa.String(120), nullable=False),
        sa.Column("label", sa.String(200), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("given", sa.Text, nullable=False),
        sa.Column("found", sa.Text, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("touched_at", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_outlet_task_known_kind")),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_outlet_task_known_state")),
    )
    op.create_index("ix_outlet_task_by_state", "outlet_task", ["state", "touched_at"])


def downgrade() -> None:
    op.drop_table("outlet_task")
    for name in ("contract_until", *CONTRACT):
        op.drop_column("outlet", name)
    op.drop_table("standards_version")
    op.drop_table("desk_standard")
