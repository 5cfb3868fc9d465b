"""The index on each database: a file always, PostgreSQL where TEST_DATABASE_URL names one."""

import json
import os
from collections.abc import Iterator

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from newsroom.wire.commands import wire
from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.tables import WIRE


@pytest.fixture(scope="session")
def server() -> str:
    """A database for the index alone, which this test process makes anew."""
    given = os.environ.get("TEST_DATABASE_URL")
    if not given:
        pytest.skip("TEST_DATABASE_URL is not set")
    name = f"newsroom_reuse_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    url = sa.make_url(given).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return url.set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request, tmp_path) -> str:
    if request.param == "sqlite":
        return str(tmp_path / "reuse.sqlite3")
    url = request.getfixturevalue("server")
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"DROP SCHEMA IF EXISTS {WIRE} CASCADE")
    engine.dispose()
    return url


@pytest.fixture
def index(address) -> Iterator[ReuseIndex]:
    opened = ReuseIndex.open(address)
    yield opened
    opened.close()


@pytest.fixture
def command_line_input():
    """`newsroom wire`, given lines to read; answers what it printed."""

    def run(arguments, lines) -> str:
        given = "\n".join(json.dumps(line) for line in lines) + "\n"
        result = CliRunner().invoke(wire, arguments, input=given, catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    return run
