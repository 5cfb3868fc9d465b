"""Whether a desk's editors begin by suggesting in copy that is not theirs.

Desks that are there go on as they did; those added from now on begin with it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011_suggesting"
down_revision = "0010_snapshot_written"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "desk",
        sa.Column("editors_suggest", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    op.drop_column("desk", "editors_suggest")
