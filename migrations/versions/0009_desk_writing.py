"""How a desk writes: its quotation marks, the language of its copy."""

import sqlalchemy as sa
from alembic import op

revision = "0009_desk_writing"
down_revision = "0008_comments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "desk", sa.Column("quotes", sa.String(12), nullable=False, server_default="typed")
    )
    op.add_column("desk", sa.Column("language", sa.String(12), nullable=False, server_default="en"))


def downgrade() -> None:
    op.drop_column("desk", "language")
    op.drop_column("desk", "quotes")
