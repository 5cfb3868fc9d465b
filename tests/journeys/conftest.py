"""A whole newsroom with real processes and a real queue, and people at real browsers."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
import sqlalchemy as sa

from newsroom.demo.accounts import PASSWORD
from tests import redis_numbers
from tests.people import seats
from tests.processes import Running, free_port


def own_database(given: str) -> str:
    """An empty PostgreSQL database for this newsroom alone."""
    name = f"newsroom_journey_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    url = sa.make_url(given)
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def open_newsroom():
    """`make run` on free ports: the embedded default, or the servers that the tests are given."""
    data = Path(tempfile.mkdtemp(prefix="nr-"))
    settings = {
        "NEWSROOM_DEVELOPMENT": "1",
        "NEWSROOM_DATA_DIR": str(data),
        "NEWSROOM_PORT": str(free_port()),
        "NEWSROOM_LIVE_PORT": str(free_port()),
    }
    if os.environ.get("TEST_DATABASE_URL"):
        settings["DATABASE_URL"] = own_database(os.environ["TEST_DATABASE_URL"])
        settings["NEWSROOM_SECRET_KEY"] = "only for tests"
    redis_url = redis_numbers.for_newsroom()
    if redis_url:
        settings["REDIS_URL"] = redis_url
    with Running("run", settings=settings, cwd=data) as running:
        running.said("Beat is ready.")
        yield f"http://127.0.0.1:{settings['NEWSROOM_PORT']}"
    shutil.rmtree(data, ignore_errors=True)


@pytest.fixture
def colleague(chromium, open_newsroom):
    """`colleague("editor0")` is that person of the demo, signed in at a browser of their own."""
    with seats(chromium, open_newsroom, PASSWORD, by_form=True) as sit:
        yield sit
