"""`make bench`: the requests that have a limit, on each database, then the pieces they are made of."""

import argparse
import tempfile
from pathlib import Path

from tests.bench import (
    attribution,
    commits,
    conditions,
    openings,
    photo_library,
    pieces,
    rechecks,
    requests,
    style,
    writers,
)
from tests.bench.databases import Database, databases
from tests.bench.server import Server
from tests.bench.tables import print_table

WAITING = 60
"""Stories that wait for copy: enough to pass one after another."""

NOT_TAKEN = "SELECT id FROM story WHERE state = 'edit' ORDER BY id LIMIT 6 OFFSET 20"
"""Stories that none of the other measurements writes in."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--stories", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=150, help="requests of each kind")
    asked = parser.parse_args()
    _conditions(asked.stories, asked.rounds)
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        for database in databases(Path(folder)):
            _measure(database, Path(folder) / database.name, asked.stories, asked.rounds)
        pieces.measure(Path(folder) / "pieces")
        rechecks.measure(Path(folder) / "rechecks")
    style.measure()
    attribution.measure()
    photo_library.measure()


def _conditions(stories: int, rounds: int) -> None:
    print(conditions.machine())
    print(f"{stories:,} stories, 2 web workers; {rounds} requests of each kind one after another.")
    print("CPU is of server and database together, in ms a request: the mean of the quietest of")
    print("five batches. Ratio: to the sign-in page, asked in the same run.\n")


def _measure(database: Database, data: Path, stories: int, rounds: int) -> None:
    with database.fresh() as url, Server(url, data / "few") as server:
        server.load(100, waiting=10)
        few = requests.desk(server, rounds)
    with database.fresh() as url, Server(url, data / "many") as server:
        seconds = server.load(stories, waiting=WAITING)
        rows = [("the desk, 50 rows, at 100 stories", few, requests.LIMITS["desk"])]
        rows += requests.all_of_them(server, rounds)
        title = f"{database.name}: {stories:,} stories, loaded in {seconds:.0f} s"
        print_table(title, requests.plainest(server, rounds), rows)
        writers.measure(server)
        ids = [row.id for row in server.rows(NOT_TAKEN)]
        commits.measure(server, rounds, ids[:4])
        openings.measure(server, rounds, ids[4:])


if __name__ == "__main__":
    main()
