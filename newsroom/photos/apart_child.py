"""The process that decodes one strange picture and dies: little memory, little time, no secrets.

It reads an order and the original from its standard input and writes the sizes to its standard
output: what goes wrong in here, in a decoder written in C, goes wrong for this picture alone.
"""

import json
import os
import resource
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

MEMORY_BYTES = 2 * 1024**3
"""Of addresses: a hundred million pixels of a progressive JPEG unfold to less than half of it."""
CPU_SECONDS = 40
"""A hundred times what a large photo takes."""
OPEN_FILES = 64


def main() -> None:
    limit()
    source, target = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not stand among the pictures
    head: dict[str, Any] = json.loads(source.readline())
    answer(head, source.read(), target)
    target.flush()


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    for nothing in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
        resource.setrlimit(nothing, (0, 0))


def answer(head: dict[str, Any], data: bytes, target: BinaryIO) -> None:
    from newsroom.errors import Invalid
    from newsroom.photos.pixels import make_bare, order_from

    try:
        for one in make_bare(data, order_from(head)):
            told = asdict(one) | {"data": len(one.data)}
            target.write(json.dumps(told).encode() + b"\n" + one.data)
    except Invalid as refused:
        target.write(json.dumps({"refused": refused.sentence}).encode() + b"\n")
    except MemoryError:
        target.write(json.dumps({"memory": True}).encode() + b"\n")


if __name__ == "__main__":
    main()
