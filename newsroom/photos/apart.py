"""Having a picture decoded in a process apart, so that a bomb or a hang costs that picture alone."""

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from newsroom.errors import Invalid
from newsroom.photos.formats import Format
from newsroom.photos.pixels import DAMAGED, Bare, Order

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 75
"""On the clock; shorter than a claim, and than a worker lets a task run."""

KNOWS = ("PATH", "PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "LANG", "TMPDIR")
"""All that the other process is told of ours: it has no use for an address or a key."""

TOO_MUCH_MEMORY = (
    "The picture needs more memory than the newsroom gives to one photo. "
    "Save it smaller and add it again."
)
TOO_MUCH_TIME = (
    "The picture takes longer to read than any photo needs. "
    "Save it anew from the program it came from."
)


class SlowError(Exception):
    """It was not done in time: the machine may be busy, so it may be tried again."""


def make_apart(data: bytes, order: Order) -> Iterator[Bare]:
    """As `pixels.make_bare`, from another process; raises Invalid, MemoryError or SlowError."""
    head = json.dumps(asdict(order)).encode() + b"\n"
    environment = {name: os.environ[name] for name in KNOWS if name in os.environ}
    process = subprocess.Popen(
        [sys.executable, "-m", "newsroom.photos.apart_child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment | {"VIPS_CONCURRENCY": "1", "MALLOC_ARENA_MAX": "2"},
    )
    with process:
        try:
            told, complaints = process.communicate(head + data, PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            raise SlowError from None
        finally:
            process.kill()
    if process.returncode:
        _refuse(process.returncode, complaints)
    return _read(told, {one.name for one in order.wanted})


def _refuse(code: int, complaints: bytes) -> None:
    """It died of what it read: of its limit of time, or of a fault in a decoder."""
    log.warning("a picture ended its process with %d: %s", code, complaints[-500:])
    if b"MemoryError" in complaints:
        raise Invalid(TOO_MUCH_MEMORY)
    if code == -signal.SIGXCPU:
        raise Invalid(TOO_MUCH_TIME)
    if code == -signal.SIGKILL:
        raise MemoryError  # the machine took it away: there may be more memory another time
    raise Invalid(DAMAGED)


def _read(told: bytes, wanted: set[str]) -> Iterator[Bare]:
    """Each size that was made, and nothing that was not asked for."""
    at, made = 0, []
    while at < len(told):
        end = told.index(b"\n", at)
        head: dict[str, Any] = json.loads(told[at:end])
        if "refused" in head:
            raise Invalid(head["refused"])
        if "memory" in head:
            raise Invalid(TOO_MUCH_MEMORY)
        at = end + 1 + head["data"]
        data = told[end + 1 : at]
        made.append(Bare(head["name"], Format(head["format"]), head["width"], head["height"], data))
    if {one.name for one in made} != wanted:
        raise Invalid(DAMAGED)
    return iter(made)
