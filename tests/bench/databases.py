"""The databases a benchmark runs on: SQLite always, PostgreSQL where one answers."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa


@dataclass(frozen=True)
class Database:
    name: str
    folder: Path
    server: str = ""
    called: str = ""

    def fresh(self) -> AbstractContextManager[str]:
        """The address of an empty one, gone again afterwards."""
        return _postgresql(self.server, self.called) if self.server else _sqlite(self.folder)


def databases(folder: Path, called: str = "newsroom_bench") -> list[Database]:
    """`called` names the one made on PostgreSQL, so that two measurements do not meet in it."""
    found = [Database("SQLite", folder)]
    given = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
    try:
        with sa.create_engine(_address(given)).connect():
            found.insert(0, Database("PostgreSQL", folder, given, called))
    except sa.exc.OperationalError:
        print("PostgreSQL is not measured: none answers; TEST_DATABASE_URL names one.\n")
    return found


@contextmanager
def _sqlite(folder: Path) -> Iterator[str]:
    path = folder / "bench.sqlite3"
    path.unlink(missing_ok=True)
    yield f"sqlite:///{path}"
    for left in folder.glob("bench.sqlite3*"):
        left.unlink()


@contextmanager
def _postgresql(server: str, name: str) -> Iterator[str]:
    engine = sa.create_engine(_address(server), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    engine.dispose()


def _address(url: str) -> sa.URL:
    return sa.make_url(url).set(drivername="postgresql+psycopg")
