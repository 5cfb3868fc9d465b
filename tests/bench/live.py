"""`make bench-live`: people who write together, thousands of open streams, and the page in a browser."""

import argparse
import tempfile
from pathlib import Path

import sqlalchemy as sa

from tests.bench import conditions, interactive, streams, together
from tests.bench.databases import Database, databases
from tests.bench.server import Server

STORIES = 200
WAITING = 20


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench-live")
    parser.add_argument("--seconds", type=int, default=60, help="that people type")
    parser.add_argument("--listening", type=int, default=20, help="seconds of events of stories")
    parser.add_argument("--rounds", type=int, default=15, help="of pages in the browser")
    parser.add_argument(
        "--flush",
        type=int,
        default=0,
        help="milliseconds more for PostgreSQL's disk, at each commit",
    )
    asked = parser.parse_args()
    print(f"{conditions.machine()}; 2 web workers, 1 live process, 1 worker")
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        for database in databases(Path(folder), "newsroom_bench_live"):
            _measure(database, Path(folder) / database.name, asked)


def _measure(database: Database, data: Path, asked: argparse.Namespace) -> None:
    with database.fresh() as url, Server(url, data) as server:
        if asked.flush and server.engine.dialect.name == "postgresql":
            _slow_disk(server, asked.flush)
        server.load(STORIES, waiting=WAITING)
        broker = conditions.broker(server.settings["REDIS_URL"])
        print(f"\n{conditions.database(server.engine)}, {broker}\n")
        streams.measure(server, asked.listening)
        server.begin("live", "worker")
        interactive.measure(server, asked.rounds)
        together.measure(server, asked.seconds)


def _slow_disk(server: Server, milliseconds: int) -> None:
    """Of this database alone; a commit waits so long before it is written, with its rows locked."""
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        name = connection.scalar(sa.text("SELECT quote_ident(current_database())"))
        for setting, value in (("commit_siblings", 0), ("commit_delay", milliseconds * 1000)):
            connection.execute(sa.text(f"ALTER DATABASE {name} SET {setting} = {value}"))
    server.engine.dispose()
    print(f"its disk takes {milliseconds} ms more for each commit")


if __name__ == "__main__":
    main()
