"""Files on their way into the library, upload links, and pictures of agency copy that are taken."""

import sqlalchemy as sa
from alembic import op

revision = "0030_photo_uploads"
down_revision = "0029_photo_library"
branch_labels = None
depends_on = None

STATES = "'receiving', 'waiting', 'taken', 'refused'"
TAKING = "'waiting', 'taken', 'refused'"
LINK = "fk_photo_link_id_upload_link"


def upgrade() -> None:
    op.create_table(
        "upload_link",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("made_by_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("expires_at", sa.DateTime, nullable=False),
        sa.Column("closed_at", sa.DateTime),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("most_files", sa.Integer, nullable=False),
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id")),
        sa.Column("story_slug", sa.String(80), nullable=False),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_index("ix_upload_link_story_id", "upload_link", ["story_id"])
    _uploads()
    _photo()
    _wire()


def _uploads() -> None:
    op.create_table(
        "photo_upload",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("token", sa.String(43), nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("link_id", sa.Integer, sa.ForeignKey("upload_link.id")),
        sa.Column("sent_by", sa.String(120), nullable=False),
        sa.Column("caption", sa.Text, nullable=False),
        sa.Column("file_key", sa.String(64), nullable=False),
        sa.Column("file_name", sa.String(200), nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("begun_at", sa.DateTime, nullable=False),
        sa.Column("queued_at", sa.DateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id")),
        sa.Column("already", sa.Boolean, nullable=False),
        sa.UniqueConstraint("token"),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_photo_upload_known_state")),
    )
    for name, columns in {
        "ix_photo_upload_open": ["state", "queued_at"],
        "ix_photo_upload_of_person": ["person_id", "state"],
        "ix_photo_upload_link_id": ["link_id"],
        "ix_photo_upload_photo_id": ["photo_id"],
    }.items():
        op.create_index(name, "photo_upload", columns)


def _photo() -> None:
    sent_by = sa.Column("sent_by", sa.String(120), nullable=False, server_default="")
    with op.batch_alter_table("photo") as photo:
        photo.add_column(sent_by)
        photo.add_column(sa.Column("link_id", sa.Integer))
        photo.create_foreign_key(op.f(LINK), "upload_link", ["link_id"], ["id"])


def _wire() -> None:
    op.create_table(
        "wire_photo",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item_id", sa.Integer, sa.ForeignKey("wire_item.id"), nullable=False),
        sa.Column("ord", sa.Integer, nullable=False),
        sa.Column("by_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("not_before", sa.DateTime, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("photo_id", sa.Integer, sa.ForeignKey("photo.id")),
        sa.Column("kill_told", sa.Boolean, nullable=False),
        sa.UniqueConstraint("item_id", "ord"),
        sa.CheckConstraint(f"state IN ({TAKING})", name=op.f("ck_wire_photo_known_state")),
    )
    takes = sa.Column("takes_pictures", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("wire_feed", takes)
    op.create_index("ix_wire_photo_open", "wire_photo", ["state", "not_before"])
    op.create_index("ix_wire_photo_photo_id", "wire_photo", ["photo_id"])


def downgrade() -> None:
    op.drop_column("wire_feed", "takes_pictures")
    op.drop_table("wire_photo")
    with op.batch_alter_table("photo") as photo:
        photo.drop_constraint(op.f(LINK), type_="foreignkey")
        photo.drop_column("link_id")
        photo.drop_column("sent_by")
    op.drop_table("photo_upload")
    op.drop_table("upload_link")
