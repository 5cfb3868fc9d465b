"""`make bench-wire`: how well and how quickly stories are held against agency copy."""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import sqlalchemy as sa

from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.model import Copy
from tests.bench import conditions
from tests.bench.databases import Database, databases
from tests.bench.figures import Figure, percentile, show
from tests.bench.reuse_corpus import LEVELS, Story, stories, wire

STORIES = 200
BATCH = 500
"""Items that are taken in at once: some 5,000 paragraphs."""
FEWER, MORE = 100_000, 1_000_000
MOST_MS, MOST_MS_SLOWEST, MOST_TIMES = 50.0, 150.0, 3.0
MOST_BYTES = {"SQLite": 150.0}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, nargs="*", default=[FEWER, MORE])
    parser.add_argument("--only", help="SQLite or PostgreSQL")
    given = parser.parse_args()
    print(conditions.machine())
    print(f"{STORIES} made-up stories of {_length()} words, warm; CPU of this process, which on")
    print("PostgreSQL is not the server's; the time on the clock beside it.\n")
    with tempfile.TemporaryDirectory() as folder:
        for database in databases(Path(folder), "newsroom_bench_wire"):
            if given.only in {None, database.name}:
                _measure(database, given.paragraphs)


def _length() -> int:
    made = stories(STORIES)
    return sum(len(story.text.split()) for story in made) // len(made)


def _measure(database: Database, sizes: Sequence[int]) -> None:
    typical: list[float] = []
    for size in sizes:
        with database.fresh() as address:
            index = ReuseIndex.open(address)
            typical.append(_one(index, database.name, size, typical))
            index.close()


def _one(index: ReuseIndex, name: str, size: int, before: Sequence[float]) -> float:
    rate = size / _taken_in(index, size)
    index.refresh_statistics()
    made = stories(STORIES)
    index.check(made[0].text)
    spent, waited = _times(index, made)
    held = index.size
    times = (
        []
        if not before
        else [
            Figure(
                "as a multiple of the smaller index",
                percentile(spent, 0.5) / before[0],
                "",
                MOST_TIMES,
            )
        ]
    )
    show(
        f"{_named(index)}, {size:,} paragraphs",
        [
            Figure("a story, half of them within, CPU", percentile(spent, 0.5), "ms", MOST_MS),
            Figure("a story, 95 % within, CPU", percentile(spent, 0.95), "ms", MOST_MS_SLOWEST),
            *times,
            Figure("a story, 95 % within, on the clock", percentile(waited, 0.95), "ms"),
            Figure("taken in a second of CPU (3,000 or more)", rate, ""),
            Figure("bytes of index a paragraph", held.index / size, "", MOST_BYTES.get(name)),
            Figure("bytes of packed copy a paragraph", held.copy / size),
            *_quality(index, made),
        ],
    )
    return percentile(spent, 0.5)


def _taken_in(index: ReuseIndex, size: int) -> float:
    """Seconds of CPU, without those that the copy is made in."""
    spent = 0.0
    for copies in batched(wire(size), BATCH):
        started = time.process_time()
        index.ingest(copies)
        spent += time.process_time() - started
    return spent


def batched(copies: Iterator[Copy], size: int) -> Iterator[list[Copy]]:
    while some := list(islice(copies, size)):
        yield some


def _named(index: ReuseIndex) -> str:
    engine: sa.Engine = index._engine
    return conditions.database(engine)


def _times(index: ReuseIndex, made: Sequence[Story]) -> tuple[list[float], list[float]]:
    spent, waited = [], []
    for story in made:
        cpu, clock = time.process_time(), time.perf_counter()
        index.check(story.text)
        spent.append((time.process_time() - cpu) * 1000)
        waited.append((time.perf_counter() - clock) * 1000)
    return spent, waited


def _quality(index: ReuseIndex, made: Sequence[Story]) -> list[Figure]:
    """By character; an editor's own words inside a passage count as taken with it."""
    right, wrong = 0, 0
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for story in made:
        owner: dict[int, tuple[str, str]] = {}
        for taken in story.taken:
            there[taken.level] += taken.end - taken.start
            owner.update(dict.fromkeys(range(taken.start, taken.end), (taken.item, taken.level)))
        for passage in index.check(story.text).passages:
            for at in range(passage.start, passage.end):
                item, level = owner.get(at, ("", ""))
                right += item == passage.item
                wrong += item != passage.item
                found[level] += item == passage.item
    return [
        Figure("precision", right / max(1, right + wrong)),
        Figure("recall", right / max(1, there.total())),
        *(Figure(f"recall of {level}", found[level] / max(1, there[level])) for level in LEVELS),
    ]


if __name__ == "__main__":
    main()
