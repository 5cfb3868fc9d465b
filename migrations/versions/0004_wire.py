"""The outlets and their names."""

import sqlalchemy as sa
from alembic import op

revision = "0004_wire"
down_revision = "0003_housestyle"
branch_labels = None
depends_on = None

TYPES = "'agency', 'newspaper', 'broadcaster', 'digital', 'magazine'"


def upgrade() -> None:
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("sort_name", sa.String(120), nullable=False),
        sa.Column("type", sa.String(20), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("domain", sa.String(253), nullable=False),
        sa.Column("credit_form", sa.String(120), nullable=False),
        sa.Column("common_word", sa.Boolean(), nullable=False),
        sa.Column("state_run", sa.Boolean(), nullable=False),
        sa.Column("photo", sa.Boolean(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(f"type IN ({TYPES})", name=op.f("ck_outlet_known_type")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("key", name=op.f("uq_outlet_key")),
        sa.UniqueConstraint("name", name=op.f("uq_outlet_name")),
    )
    op.create_index(op.f("ix_outlet_sort_name_id"), "outlet", ["sort_name", "id"])
    op.create_table(
        "outlet_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(
            ["outlet_id"],
            ["outlet.id"],
            name=op.f("fk_outlet_alias_outlet_id_outlet"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet_alias")),
        sa.UniqueConstraint("name", name=op.f("uq_outlet_alias_name")),
    )
    op.create_index(op.f("ix_outlet_alias_outlet_id"), "outlet_alias", ["outlet_id"])
    op.create_table(
        "registry_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_registry_version_only_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_version")),
    )


def downgrade() -> None:
    op.drop_table("registry_version")
    op.drop_table("outlet_alias")
    op.drop_table("outlet")
