"""A snapshot says who has written how much up to it; older ones do not, and need not."""

import sqlalchemy as sa
from alembic import op

revision = "0010_snapshot_written"
down_revision = "0009_desk_writing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("story_snapshot", sa.Column("written", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("story_snapshot", "written")
