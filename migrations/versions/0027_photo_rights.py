"""The rights of photos, who let them run or stopped them, and what must not be shown any more."""

import sqlalchemy as sa
from alembic import op

revision = "0027_photo_rights"
down_revision = "0026_crops"
branch_labels = None
depends_on = None

KINDS = (
    "'staff', 'commissioned', 'contract', 'single', 'handout', 'pr', 'screengrab', 'social', "
    "'reader', 'commons', 'public_domain', 'illustration', 'restricted', 'unknown'"
)
DETAILS = ("source", "owner", "given_by", "licence", "link", "restriction", "countries")


def upgrade() -> None:
    _rights()
    _leases()
    _stories()
    _withheld()


def _photo(*, key: bool = False) -> sa.Column[int]:
    return sa.Column(
        "photo_id", sa.Integer, sa.ForeignKey("photo.id"), primary_key=key, nullable=False
    )


def _person(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, sa.ForeignKey("person.id"))


def _rights() -> None:
    op.create_table(
        "photo_rights",
        _photo(key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("supplier", sa.String(200), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in DETAILS),
        sa.Column("channels", sa.String(80), nullable=False),
        sa.Column("embargo_until", sa.DateTime),
        sa.Column("ends_on", sa.Date),
        sa.Column("revision", sa.Integer, nullable=False),
        _person("set_by_id"),
        sa.Column("set_at", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_photo_rights_known_kind")),
    )
    op.create_index("ix_photo_rights_end", "photo_rights", ["ends_on"])
    op.create_index("ix_photo_rights_supplier", "photo_rights", ["kind", "supplier"])
    op.create_table(
        "photo_rights_choice",
        sa.Column("credited", sa.String(200), primary_key=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("supplier", sa.String(200), nullable=False),
        _person("by_id"),
        sa.Column("by_name", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_photo_rights_choice_known_kind")),
    )


def _leases() -> None:
    op.create_table(
        "photo_lease",
        sa.Column("id", sa.Integer, primary_key=True),
        _photo(),
        sa.Column("lets", sa.String(8), nullable=False),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date),
        sa.Column("why", sa.Text, nullable=False),
        _person("by_id"),
        sa.Column("by_name", sa.String(120), nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("ended_at", sa.DateTime),
        sa.CheckConstraint("lets IN ('allow', 'deny')", name=op.f("ck_photo_lease_known_lets")),
    )
    op.create_index("ix_photo_lease_photo", "photo_lease", ["photo_id", "id"])
    op.create_table(
        "photo_change",
        sa.Column("id", sa.Integer, primary_key=True),
        _photo(),
        _person("by_id"),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
    )
    op.create_index(op.f("ix_photo_change_photo_id"), "photo_change", ["photo_id"])


def _stories() -> None:
    op.create_table(
        "rights_end_told",
        sa.Column("story_id", sa.Integer, sa.ForeignKey("story.id"), primary_key=True),
        _photo(key=True),
        sa.Column("ends_on", sa.Date, primary_key=True),
        sa.Column("told_at", sa.DateTime, nullable=False),
    )


def _withheld() -> None:
    channels = "channel IN ('site', 'feed', 'syndication')"
    op.create_table(
        "withheld_photo",
        _photo(key=True),
        sa.Column("channel", sa.String(20), primary_key=True),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("since", sa.DateTime, nullable=False),
        sa.CheckConstraint(channels, name=op.f("ck_withheld_photo_known_channel")),
    )
    op.create_table(
        "withheld_version",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime, nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_withheld_version_only_row")),
    )


def downgrade() -> None:
    for name in (
        "withheld_version",
        "withheld_photo",
        "rights_end_told",
        "photo_change",
        "photo_lease",
        "photo_rights_choice",
        "photo_rights",
    ):
        op.drop_table(name)
