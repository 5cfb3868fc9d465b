"""An upload link may name the desk that its photos go to."""

import sqlalchemy as sa
from alembic import op

revision = "0032_upload_link_desk"
down_revision = "0031_wire_word_pairs"
branch_labels = None
depends_on = None

DESK = "fk_upload_link_desk_id_desk"


def upgrade() -> None:
    with op.batch_alter_table("upload_link") as link:
        link.add_column(sa.Column("desk_id", sa.Integer))
        link.create_foreign_key(op.f(DESK), "desk", ["desk_id"], ["id"])
    op.create_index("ix_upload_link_desk_id", "upload_link", ["desk_id"])
    op.create_index("ix_photo_link_id", "photo", ["link_id"])


def downgrade() -> None:
    op.drop_index("ix_photo_link_id", "photo")
    op.drop_index("ix_upload_link_desk_id", "upload_link")
    with op.batch_alter_table("upload_link") as link:
        link.drop_constraint(op.f(DESK), type_="foreignkey")
        link.drop_column("desk_id")
