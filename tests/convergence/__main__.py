"""`make converge`: many seeded runs of people who write together, on each database."""

import argparse
import json
import os
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.databases import databases
from tests.bench.server import Server, Visitor
from tests.convergence.people import Asked, People, faults
from tests.convergence.steps import differences

KILL_EVERY = 5
"""Each fifth run loses a web worker in the middle."""

CROWD_EVERY = 10
"""Each tenth run has sixteen people instead of four."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="make converge")
    parser.add_argument("--seeds", type=int, default=100, help="runs on each database")
    parser.add_argument("--steps", type=int, default=30_000, help="compared with the browser's")
    asked = parser.parse_args()
    seeds = asked.seeds
    with tempfile.TemporaryDirectory(prefix="newsroom-") as named, People(Path(named)) as people:
        folder = Path(named)
        number, found = differences(people.steps(seed=1, number=asked.steps))
        print(
            f"{number:,} steps, half of them spoilt: {len(found)} come out otherwise than in Node"
        )
        wrong = len(found)
        for database in databases(folder):
            with database.fresh() as url, Server(url, folder / database.name) as server:
                server.load(seeds + 20, waiting=seeds)
                wrong += _report(database.name, list(_runs(server, people, seeds)))
    return 1 if wrong else 0


def _runs(server: Server, people: People, seeds: int) -> Iterator[tuple[Asked, dict[str, Any]]]:
    assert server.process is not None
    editor = Visitor(server.port).sign_in("editor0")
    cookie = "; ".join(f"{name}={value}" for name, value in editor.cookies.items())
    stories = server.rows(f"SELECT id FROM story WHERE state = 'edit' ORDER BY id LIMIT {seeds}")
    for seed, row in enumerate(stories, start=1):
        asked = Asked(
            server=f"http://127.0.0.1:{server.port}",
            cookie=cookie,
            token=editor.token,
            story=row.id,
            seed=seed,
            editors=16 if seed % CROWD_EVERY == 0 else 4,
            kind="words" if seed % 2 else "all",
        )
        people.begin(asked)
        if seed % KILL_EVERY == 0:
            os.kill(server.process.children()[0], signal.SIGKILL)
        outcome = people.outcome()
        kept = json.loads(_same(editor).get(f"/stories/{row.id}/document").body)
        yield asked, {**outcome, "faults": faults(outcome, kept["document"])}


def _same(person: Visitor) -> Visitor:
    """Signed in as they are, on a connection that no killed worker held."""
    visitor = Visitor(person.port)
    visitor.cookies = person.cookies
    return visitor


def _report(database: str, runs: list[tuple[Asked, dict[str, Any]]]) -> int:
    for asked, outcome in runs:
        for fault in outcome["faults"]:
            print(f"  seed {asked.seed} ({asked.editors} people, {asked.kind}): {fault}")
    wrong = sum(1 for _, outcome in runs if outcome["faults"])
    steps, lost, doubled = (
        sum(outcome.get(name, 0) for _, outcome in runs) for name in ("steps", "lost", "doubled")
    )
    print(
        f"{database}: {len(runs) - wrong} of {len(runs)} runs ended equal everywhere, no word lost "
        f"or doubled; {steps:,} steps, {lost:,} answers lost, {doubled:,} requests doubled"
    )
    return wrong


if __name__ == "__main__":
    raise SystemExit(main())
