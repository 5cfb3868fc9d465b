"""What is done before the newsroom opens, and what is skipped when it was done before."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom import migrating
from newsroom.prepare import prepare


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(tmp_path))
    for name in ("DATABASE_URL", "REDIS_URL", "NEWSROOM_DEVELOPMENT"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "newsroom.sqlite3"


@pytest.fixture
def migrations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The databases that migrations were run on."""
    real, run = migrating.upgrade, []

    def noted(database_url: str, revision: str = "head") -> None:
        run.append(database_url)
        real(database_url, revision)

    monkeypatch.setattr(migrating, "upgrade", noted)
    return run


def opened() -> str:
    done = CliRunner().invoke(prepare)
    assert done.exit_code == 0, done.output
    return done.output


def opened_after(monkeypatch: pytest.MonkeyPatch, interrupted: Callable[[], None]) -> None:
    """Opened on the second try; the first was broken off while it loaded the demo."""
    monkeypatch.setenv("NEWSROOM_DEVELOPMENT", "1")
    monkeypatch.setattr("newsroom.demo.load.ensure_demo", interrupted)
    assert CliRunner().invoke(prepare).exit_code != 0
    monkeypatch.setattr("newsroom.demo.load.ensure_demo", lambda: None)
    opened()


def test_a_first_start_makes_the_tables(database: Path, migrations: list[str]):
    opened()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM person").fetchone() == (0,)


def test_a_second_start_finds_them_and_does_not_migrate_again(
    database: Path, migrations: list[str]
):
    opened()
    opened()
    assert migrations == [f"sqlite:///{database}"]


def test_a_database_of_an_older_version_is_migrated(database: Path, migrations: list[str]):
    migrating.upgrade(f"sqlite:///{database}", "0001_accounts")
    migrations.clear()
    opened()
    assert len(migrations) == 1


def test_demo_accounts_are_told_in_development_only(
    database: Path, migrations: list[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("newsroom.demo.load.ensure_demo", lambda: None)
    assert opened() == ""
    monkeypatch.setenv("NEWSROOM_DEVELOPMENT", "1")
    for role in ("Reporter", "Editor", "Photo desk", "Administrator"):
        assert role in opened()


def test_a_demo_that_was_interrupted_is_begun_again(
    database: Path, migrations: list[str], monkeypatch: pytest.MonkeyPatch
):
    def interrupted() -> None:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("CREATE TABLE half_a_demo (word)")
        raise KeyboardInterrupt

    opened_after(monkeypatch, interrupted)
    assert "half_a_demo" not in _tables(database)


def test_an_interrupted_start_on_a_newsroom_with_work_in_it_loses_nothing(
    database: Path, migrations: list[str], monkeypatch: pytest.MonkeyPatch
):
    opened()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE real_work (word)")

    def interrupted() -> None:
        raise KeyboardInterrupt

    opened_after(monkeypatch, interrupted)
    assert "real_work" in _tables(database)


def _tables(database: Path) -> set[str]:
    with closing(sqlite3.connect(database)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
