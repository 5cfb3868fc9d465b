"""Which version of an item is the newer one, whatever the order in which they come."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cmp_to_key
from typing import TypeVar

NUMBERED = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18}){0,3}")


@dataclass(frozen=True)
class Edition:
    """What tells a version's place among those of its family; `id` is the order of arrival."""

    id: int
    version: str
    at: datetime | None
    """When the agency updated it, or published it."""
    kills: bool


def in_order(editions: Sequence[Edition]) -> list[Edition]:
    """From the oldest to the newest."""
    return sorted(sorted(editions, key=lambda one: one.id), key=cmp_to_key(_compare))


def killed(editions: Sequence[Edition]) -> set[int]:
    """Those that a kill reaches: all up to the last kill. What an agency sends after it lives."""
    ordered = in_order(editions)
    last = max((n for n, one in enumerate(ordered) if one.kills), default=-1)
    return {one.id for one in ordered[: last + 1]}


def _compare(one: Edition, other: Edition) -> int:
    """By number where both have one, else by time; a kill counts as newer than its equals.

    What says nothing of either is in the order of arrival, but never newer than a kill: copy
    that comes late must not bring back what the agency took away.
    """
    if by_number := _sign(number(one.version), number(other.version)):
        return by_number
    if by_time := _sign(one.at, other.at):
        return by_time
    return int(one.kills) - int(other.kills) or _sign(one.id, other.id)


def number(version: str) -> tuple[int, ...] | None:
    """`2.10` is two and ten, and comes after `2.9`."""
    text = version.strip()
    return tuple(map(int, text.split("."))) if NUMBERED.fullmatch(text) else None


Known = TypeVar("Known", int, datetime, tuple[int, ...])


def _sign(one: Known | None, other: Known | None) -> int:
    """0 where either is not known."""
    if one is None or other is None:
        return 0
    return (one > other) - (one < other)
