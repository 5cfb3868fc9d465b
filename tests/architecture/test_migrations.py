"""The migrations: one line of them, each undone by its own downgrade, together equal to the models."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask

from newsroom import migrating
from newsroom.db import Base, db
from newsroom.photos.search_index import TABLE as PHOTO_SEARCH
from newsroom.wire.search_index import TABLE as WIRE_SEARCH

REVISIONS = list(
    ScriptDirectory.from_config(migrating.configuration("sqlite://")).walk_revisions()
)[::-1]


def _tables(url: str) -> set[str]:
    engine = sa.create_engine(url)
    try:
        return set(sa.inspect(engine).get_table_names()) - {"alembic_version"}
    finally:
        engine.dispose()


def test_there_is_one_line_of_migrations():
    assert [r.revision for r in REVISIONS if r.is_head] == [REVISIONS[-1].revision]
    assert [r.revision for r in REVISIONS if r.is_base] == [REVISIONS[0].revision]


def test_each_migration_is_numbered_and_named_as_its_file():
    for number, revision in enumerate(REVISIONS, start=1):
        assert revision.revision.startswith(f"{number:04}_")
        assert revision.path.endswith(f"/{revision.revision}.py")


def _is_of_a_model(name: str | None, kind: str, _parents: dict[str, str]) -> bool:
    """The indexes of words are made by hand, each database's in its own way."""
    return kind != "table" or not (name or "").startswith((PHOTO_SEARCH, WIRE_SEARCH))


@pytest.fixture
def own_database(database_url: str) -> str:
    """Emptied of tables for the test, and whole again after it, for the next one may share it."""
    migrating.downgrade(database_url, "base")
    yield database_url
    migrating.upgrade(database_url)


def test_each_migration_goes_up_down_and_up_again(own_database: str):
    before: set[str] = set()
    for revision in REVISIONS:
        migrating.upgrade(own_database, revision.revision)
        after = _tables(own_database)
        migrating.downgrade(own_database, revision.down_revision or "base")
        assert _tables(own_database) == before, revision.revision
        migrating.upgrade(own_database, revision.revision)
        before = after
    migrating.downgrade(own_database, "base")
    assert _tables(own_database) == set()


def test_the_migrated_tables_are_the_models(app: Flask):
    with app.app_context(), db.engine.connect() as connection:
        options = {"compare_type": True, "include_name": _is_of_a_model}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_what_the_house_prefers_outlives_the_coming_of_stylebooks(own_database: str):
    migrating.upgrade(own_database, "0013_words_that_come_back")
    engine = sa.create_engine(own_database)
    with engine.begin() as connection:
        connection.execute(sa.text(OLD_CONCEPT))
        connection.execute(sa.text(OLD_SPELLINGS))
    migrating.upgrade(own_database)
    with engine.connect() as connection:
        preferred = "SELECT text, p.stylebook FROM spelling JOIN preference p ON spelling_id = id"
        assert connection.execute(sa.text(preferred)).all() == [("Lviv", "house")]
    migrating.downgrade(own_database, "0013_words_that_come_back")
    with engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT text, preferred FROM spelling ORDER BY id")).all()
        assert [(text, bool(preferred)) for text, preferred in rows] == [
            ("Lviv", True),
            ("Lvov", False),
        ]
    engine.dispose()
    migrating.downgrade(own_database, "base")


OLD_CONCEPT = """INSERT INTO concept
    (id, class, sort_name, native, note, status, revision, created_at, updated_at)
    VALUES (1, 'place', 'lviv', '', '', 'draft', 1, '2026-01-01', '2026-01-01')"""
OLD_SPELLINGS = """INSERT INTO spelling (id, concept_id, stylebook, text, preferred, folded)
    VALUES (1, 1, 'house', 'Lviv', true, 'lviv'), (2, 1, 'house', 'Lvov', false, 'lvov')"""
