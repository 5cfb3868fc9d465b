"""Several processes on one index, and one that is killed half-way."""

import subprocess
import sys
import time
from pathlib import Path

import sqlalchemy as sa

from newsroom.wire.reuse import postings
from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.ingest import lock
from newsroom.wire.reuse.packing import unpacked
from newsroom.wire.reuse.tables import copies, fingerprints, items
from tests.wire.reuse.texts import FERRY, copy
from tests.wire.reuse.writer import made

ROOT = Path(__file__).resolve().parents[3]


def writer(address, items, word):
    command = [sys.executable, "-m", "tests.wire.reuse.writer", address, str(items), word]
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "ready\n"
    return process


def begin(process):
    process.stdin.write("go\n")
    process.stdin.flush()


def whole(index):
    """Whether exactly the prints of the items that are there are there; how many items."""
    with index._engine.connect() as connection:
        held = dict(map(tuple, connection.execute(sa.select(copies))))
        numbers = set(connection.execute(sa.select(items.c.no)).scalars())
        found = sorted(map(tuple, connection.execute(sa.select(fingerprints))))
    expected = {
        posting
        for no, kept in held.items()
        for posting in postings.postings_of(no, postings.prints_of(unpacked(kept)))
    }
    assert numbers == set(held)
    assert found == sorted(expected)
    return len(held)


def test_of_one_that_is_killed_each_item_is_in_or_out(address, index):
    with writer(address, 100_000, "a") as process:
        begin(process)
        while index.epoch < 12:
            time.sleep(0.01)
        process.kill()
    first = whole(index)
    assert first >= 10
    assert index.ingest([made(n, "a") for n in range(first + 5)]) <= 15
    assert whole(index) >= first


def test_two_that_bring_the_same_bring_it_once(address, index):
    pair = [writer(address, 12, "a") for _ in range(2)]
    for process in pair:
        begin(process)
    for process in pair:
        process.communicate()
        assert process.returncode == 0
    assert whole(index) == 120


def test_two_that_say_different_things_leave_one_of_them(address, index):
    pair = [writer(address, 6, word) for word in "ab"]
    for process in pair:
        begin(process)
    for process in pair:
        process.communicate()
        assert process.returncode == 0
    assert whole(index) == 60


def test_a_reader_does_not_wait_for_a_writer(address, index):
    index.ingest([copy("ferry")])
    index.check(FERRY[0])
    other = ReuseIndex.open(address)
    with other._engine.begin() as connection:
        lock(connection)
        before = time.monotonic()
        assert len(index.check(FERRY[0]).passages) == 1
        assert time.monotonic() - before < 5
    other.close()
