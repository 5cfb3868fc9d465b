"""Which database of the given Redis is whose: a newsroom that met another's tasks and news there
would take them for its own."""

import os

PROCESSES = 7
"""Test processes that get two numbers each, of the sixteen that Redis has unless told otherwise."""
BENCH = 15


def for_tests() -> str | None:
    """The address for the application in this test process; None where there is none to give."""
    return _address(_process())


def for_newsroom() -> str | None:
    """The address for the real newsroom that this test process starts, of which there is one."""
    return _address(PROCESSES + 1 + _process())


def for_bench() -> str | None:
    return _numbered(BENCH)


def _process() -> int:
    return int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def _address(number: int) -> str | None:
    return _numbered(number) if _process() < PROCESSES else None


def _numbered(number: int) -> str | None:
    given = os.environ.get("TEST_REDIS_URL")
    return f"{given.rpartition('/')[0]}/{number}" if given else None
