"""A process that takes copy in, to be killed or to race with another: address, items, word."""

import sys

from newsroom.wire.reuse import ingest
from newsroom.wire.reuse.index import ReuseIndex
from tests.wire.reuse.texts import copy

ingest.BATCH = 60


def main() -> None:
    address, items, word = sys.argv[1:]
    index = ReuseIndex.open(address)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    for n in range(int(items)):
        index.ingest([made(n * 10 + m, word) for m in range(10)])


def made(number: int, word: str):
    paragraphs = [" ".join(f"{word}{number}x{p}y{w}" for w in range(40)) for p in range(6)]
    return copy(f"w{number}", paragraphs)


if __name__ == "__main__":
    main()
