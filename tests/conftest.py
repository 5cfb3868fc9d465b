"""The newsroom under test: the real application on a migrated database, one per test."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from click.testing import CliRunner
from flask import Flask
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import expect, sync_playwright

from newsroom import migrating, resources
from newsroom.accounts import passwords
from newsroom.app import create_app
from newsroom.db import db, transaction
from newsroom.notifications import live
from newsroom.photos import rendering
from newsroom.photos.pixels import make_bare
from newsroom.roles import Role
from newsroom.settings import Settings, read_settings
from newsroom.stories.own_index import KEY as OWN_KEY
from newsroom.wire.reuse_index import KEY
from tests import quick_apps, redis_numbers
from tests.broker import TestBroker
from tests.factories import make_person
from tests.page_client import Browser

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    # A name that is not this machine's own: what is served there without TLS is not trusted.
    "--host-resolver-rules=MAP newsroom.test 127.0.0.1",
]

SHARED = Path(__file__).resolve().parents[2] / "shared"


quick_apps.keep_addresses()

SERVERS = frozenset({"pristine", "broker_url"})
"""Fixtures that stand for the database and the broker: whatever asks either has one of them."""

OWN_PROCESSES = frozenset({"journeys", "supervising", "convergence", "architecture"})
"""Folders whose tests start a newsroom of their own, and give it the servers themselves."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--with-servers",
        action="store_true",
        help="only what asks a database or a broker: the rest says the same on any of them",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--with-servers"):
        return
    kept = [item for item in items if _asks_a_server(item)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A file's bytes name no test: a PDF holds the second in which it was made, and each test
    process makes its own.
    """
    return argname if isinstance(val, bytes) and len(val) > LONGEST_BYTES_IN_A_NAME else None


LONGEST_BYTES_IN_A_NAME = 24


def _asks_a_server(item: pytest.Item) -> bool:
    if item.get_closest_marker("in_page"):
        return False
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return folder in OWN_PROCESSES or bool(SERVERS & set(getattr(item, "fixturenames", ())))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The cases beside the checkout; what uses them skips, visibly, where they are absent."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared beside this checkout")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> Iterator[None]:
    """Hashes that cost nothing: a thousand tests sign people in, one looks at the real costs."""
    real = passwords._hasher, passwords._nobody
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords._nobody = passwords._hasher.hash("nobody")
    yield
    passwords._hasher, passwords._nobody = real


@pytest.fixture(scope="session", autouse=True)
def pictures_decoded_here() -> Iterator[None]:
    """Without the process apart, which a few tests look at: its start takes as long as the rest."""
    real, rendering.DECODE = rendering.DECODE, make_bare
    yield
    rendering.DECODE = real


@pytest.fixture(scope="session")
def broker_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """TEST_REDIS_URL where it is set, else a real Valkey of this test process's own."""
    given = redis_numbers.for_tests()
    if given:
        yield given
        return
    with TestBroker() as broker:
        yield broker.url


@pytest.fixture(scope="session")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A migrated database that each test gets a fresh state of."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return _own_postgresql(given)
    path = tmp_path_factory.mktemp("pristine") / "newsroom.sqlite3"
    migrating.upgrade(f"sqlite:///{path}")
    with sa.create_engine(f"sqlite:///{path}").connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return f"sqlite:///{path}"


def _own_postgresql(given: str) -> str:
    """A database for this test process alone, made anew and migrated."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    server = sa.make_url(given.replace("postgresql://", "postgresql+psycopg://"))
    # By checkout, so that two of them on one machine do not empty each other's.
    name = f"newsroom_test_{zlib.crc32(str(Path(__file__)).encode()):x}_{worker}"
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
        # Nothing here needs to survive a power cut.
        connection.exec_driver_sql(f"ALTER DATABASE {name} SET synchronous_commit = off")
    engine.dispose()
    url = server.set(database=name).render_as_string(hide_password=False)
    migrating.upgrade(url)
    return url


@pytest.fixture
def database_url(pristine: str, tmp_path: Path) -> str:
    if pristine.startswith("sqlite"):
        copy = tmp_path / "newsroom.sqlite3"
        shutil.copy(pristine.removeprefix("sqlite:///"), copy)
        return f"sqlite:///{copy}"
    _empty(pristine)
    return pristine


EMPTY = """
DO $$ DECLARE one record; BEGIN
  SET LOCAL session_replication_role = replica;  -- the audit log's trigger stands aside
  FOR one IN SELECT schemaname, tablename FROM pg_tables
    WHERE schemaname IN ('public', 'wire_reuse', 'own_reuse') AND tablename <> 'alembic_version'
  LOOP EXECUTE format('DELETE FROM %I.%I', one.schemaname, one.tablename); END LOOP;
  FOR one IN SELECT sequencename FROM pg_sequences
    WHERE schemaname = 'public' AND last_value IS NOT NULL
  LOOP EXECUTE format('ALTER SEQUENCE %I RESTART', one.sequencename); END LOOP;
END $$
"""
"""Rows are deleted and not truncated: for tables of a few rows that is many times quicker."""


@cache
def _cleaner(url: str) -> sa.Engine:
    return sa.create_engine(url)


def _empty(url: str) -> None:
    with _cleaner(url).begin() as connection:
        connection.exec_driver_sql(EMPTY.replace("%", "%%"))


@pytest.fixture
def settings(database_url: str, broker_url: str, tmp_path: Path) -> Settings:
    given = read_settings(
        {
            "DATABASE_URL": database_url,
            "REDIS_URL": broker_url,
            "NEWSROOM_DATA_DIR": str(tmp_path / "data"),
            "NEWSROOM_SECRET_KEY": "only for tests",
            "NEWSROOM_DEVELOPMENT": "1",
            "NEWSROOM_PUBLIC_URL": "http://newsroom.test",
        }
    )
    return replace(given, bench=True)


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application. No context is held open: a request must bring and commit its own."""
    app = create_app(settings)
    app.testing = True
    quick_apps.keep_templates(app)
    forget_who_was_here(settings)
    yield app
    with app.app_context():
        db.engine.dispose()
    for key in (KEY, OWN_KEY):
        if key in app.extensions:
            app.extensions[key].close()


def forget_who_was_here(settings: Settings) -> None:
    """A new test's stories have the numbers of the last one's, and half a minute is long."""
    broker = live.client(settings.redis_url)
    for key in broker.scan_iter("newsroom:presence:*"):
        broker.delete(key)


@pytest.fixture
def browser(app: Flask) -> Browser:
    """A browser of nobody; `browser.sign_in(name)` makes it somebody's."""
    return Browser(app)


@pytest.fixture
def everyone(change) -> None:
    """One person for each role, called like it."""
    with change():
        for role in Role:
            make_person(role.value)


@pytest.fixture
def editor(browser: Browser, everyone: None) -> Browser:
    """The browser of one who may change house style and outlets."""
    browser.sign_in("editor")
    return browser


@pytest.fixture
def command_line(app: Flask, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Runs the newsroom's commands in this process, on the newsroom of this test."""
    monkeypatch.setattr("newsroom.app.app_from_environment", lambda: app)
    return CliRunner()


@pytest.fixture
def change(app: Flask):
    """`with change():` an application context with a transaction, for what a test sets up."""
    from contextlib import contextmanager

    @contextmanager
    def _change() -> Iterator[None]:
        with app.app_context(), transaction():
            yield

    return _change


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """The jobs that were sent to the queue; none of them arrives by itself."""
    jobs: list[tuple[object, ...]] = []
    monkeypatch.setattr("newsroom.jobs.send", lambda _, job, *args, **__: jobs.append((job, *args)))
    return jobs


@pytest.fixture(scope="session")
def chromium() -> Iterator[Chromium]:
    """One browser program for all tests of this process; each person in them has a context."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("no chromium on this machine")
    if not (resources.static() / "dist" / "manifest.json").is_file():
        pytest.skip("the browser's files are not built")
    # For a page that hangs, not for a machine that is busy; who waits is told as soon as it is so.
    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
