"""A thread whose words were taken out keeps what they are known by when they come back."""

import sqlalchemy as sa
from alembic import op

revision = "0013_words_that_come_back"
down_revision = "0012_own_comments"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("story_thread", sa.Column("taken", sa.Text))


def downgrade() -> None:
    op.drop_column("story_thread", "taken")
