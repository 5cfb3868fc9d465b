"""People, desks, grants and sign-ins."""

import sqlalchemy as sa
from alembic import op

revision = "0001_accounts"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False, unique=True),
        sa.Column("slug", sa.String(60), nullable=False, unique=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("self_pass", sa.Boolean, nullable=False),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(60), nullable=False, unique=True),
        sa.Column("email", sa.String(254), nullable=False, unique=True),
        sa.Column("full_name", sa.String(120), nullable=False),
        sa.Column("password_hash", sa.String(200), nullable=False),
        sa.Column("password_is_temporary", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
    )
    _create_grants()
    _create_sign_ins()


def _create_grants() -> None:
    op.create_table(
        "role_grant",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("desk_id", sa.Integer, sa.ForeignKey("desk.id")),
    )
    op.create_index(
        "ix_role_grant_one_desk", "role_grant", ["person_id", "role", "desk_id"], unique=True
    )
    op.create_index(
        "ix_role_grant_all_desks",
        "role_grant",
        ["person_id", "role"],
        unique=True,
        sqlite_where=sa.text("desk_id IS NULL"),
        postgresql_where=sa.text("desk_id IS NULL"),
    )
    op.create_index("ix_role_grant_desk_id", "role_grant", ["desk_id"])


def _create_sign_ins() -> None:
    op.create_table(
        "sign_in",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
        sa.Column("address", sa.String(45), nullable=False),
        sa.Column("device", sa.String(200), nullable=False),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
    )
    op.create_index("ix_sign_in_person_id", "sign_in", ["person_id"])
    op.create_index("ix_sign_in_expires_at", "sign_in", ["expires_at"])


def downgrade() -> None:
    op.drop_table("sign_in")
    op.drop_table("role_grant")
    op.drop_table("person")
    op.drop_table("desk")
