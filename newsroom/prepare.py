"""What must be done before the newsroom opens: the tables, and in development the demo newsroom."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import click

from newsroom import resources
from newsroom.demo.accounts import ACCOUNTS, PASSWORD
from newsroom.settings import Settings, read_settings


@click.command()
def prepare() -> None:
    """Bring the tables to this version; in development, fill an empty newsroom with the demo."""
    settings = read_settings(os.environ)
    _forget_half_a_demo(settings)
    if not _is_prepared(settings):
        _prepare(settings)
    if settings.development:
        for role, name in ACCOUNTS:
            click.echo(f"{role:<16}{name:<12}{PASSWORD}")


def _file(settings: Settings) -> Path:
    return Path(settings.database_url.removeprefix("sqlite:///"))


def _unfinished(settings: Settings) -> Path:
    """There while the demo is loaded into a database that was made for it."""
    return settings.data_path / "demo-unfinished"


def _forget_half_a_demo(settings: Settings) -> None:
    """A load that was interrupted is begun again; nobody has worked in that newsroom yet."""
    if _unfinished(settings).exists():
        for suffix in ("", "-wal", "-shm"):
            _file(settings).with_name(_file(settings).name + suffix).unlink(missing_ok=True)
        _unfinished(settings).unlink()


def _is_prepared(settings: Settings) -> bool:
    """Asked without SQLAlchemy, whose import alone would cost a second at every start."""
    if not settings.embedded_database:
        return False
    newest = max(path.stem for path in (resources.migrations() / "versions").glob("[0-9]*.py"))
    try:
        with closing(sqlite3.connect(f"file:{_file(settings)}?mode=ro", uri=True)) as database:
            current = database.execute("SELECT version_num FROM alembic_version").fetchall()
            people = database.execute("SELECT 1 FROM person LIMIT 1").fetchall()
    except sqlite3.Error:
        return False
    return current == [(newest,)] and (bool(people) or not settings.development)


def _prepare(settings: Settings) -> None:
    from newsroom import migrating

    is_new = settings.embedded_database and not _file(settings).exists()
    if is_new and settings.development:
        _unfinished(settings).touch()
    migrating.upgrade(settings.database_url)
    if settings.development:
        from newsroom.demo.load import ensure_demo

        ensure_demo()
        _unfinished(settings).unlink(missing_ok=True)
