"""Whose caption some words are is asked at each reading of a story's captions."""

from alembic import op

revision = "0033_photo_of_caption"
down_revision = "0032_upload_link_desk"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A caption may be longer than PostgreSQL's trees hold.
    op.create_index("ix_photo_caption", "photo", ["caption"], postgresql_using="hash")


def downgrade() -> None:
    op.drop_index("ix_photo_caption", "photo")
