"""`make bench-live`: people who write together, thousands of open streams, and the page in a browser."""

import argparse
import tempfile
from pathlib import Path

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
    asked = parser.parse_args()
    print(f"{conditions.machine()}; 2 web workers, 1 live process, 1 worker")
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        for database in databases(Path(folder), "newsroom_bench_live"):
            _measure(database, Path(folder) / database.name, asked)


def _measure(database: Database, data: Path, asked: argparse.Namespace) -> None:
    with database.fresh() as url, Server(url, data) as server:
        server.load(STORIES, waiting=WAITING)
        broker = conditions.broker(server.settings["REDIS_URL"])
        print(f"\n{conditions.database(server.engine)}, {broker}\n")
        streams.measure(server, asked.listening)
        server.begin("live", "worker")
        interactive.measure(server, asked.rounds)
        together.measure(server, asked.seconds)


if __name__ == "__main__":
    main()
