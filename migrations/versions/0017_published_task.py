"""Published stories are looked through after a change of the lexicon: one more kind of work."""

from alembic import op

revision = "0017_published_task"
down_revision = "0016_leaves_and_proposals"
branch_labels = None
depends_on = None

NAME = "ck_lexicon_task_known_kind"
BEFORE = "'try_import', 'import', 'preview'"


def upgrade() -> None:
    _only(f"{BEFORE}, 'published'")


def downgrade() -> None:
    op.execute("DELETE FROM lexicon_task WHERE kind = 'published'")
    _only(BEFORE)


def _only(kinds: str) -> None:
    with op.batch_alter_table("lexicon_task") as table:
        table.drop_constraint(op.f(NAME), type_="check")
        table.create_check_constraint(op.f(NAME), f"kind IN ({kinds})")
