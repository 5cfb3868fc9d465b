"""How often somebody may try to sign in: slowed first, then refused, by account and by address."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from ipaddress import ip_address, ip_network
from typing import TypeVar

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

from newsroom.errors import NewsroomError

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")

IN_SECONDS = 120
"""Below this a wait is told in seconds."""

IPV6 = 6


class TooManyTries(NewsroomError):
    """Not now; `seconds` says when."""

    def __init__(self, sentence: str, seconds: int) -> None:
        super().__init__(sentence)
        self.seconds = seconds


@dataclass(frozen=True)
class Limit:
    """How many failures within a time, and what is said when there were that many."""

    item: RateLimitItem
    key: str
    sentence: str


def _limit(rate: str, key: str, sentence: str) -> Limit:
    return Limit(parse(rate), key, sentence)


SLOWED = "Too many tries. Wait {wait}, then try again."
REFUSED = (
    "Too many tries: sign-in with this name is closed for {wait}. "
    "An administrator can give you a new password at once."
)
FROM_HERE = "Too many tries from your network: sign-in from there is closed for {wait}."

ACCOUNT = (
    _limit("20 per 1 hour", "account-refused", REFUSED),
    _limit("5 per 1 minute", "account-slowed", SLOWED),
)
ADDRESS = (
    _limit("200 per 1 hour", "address-refused", FROM_HERE),
    _limit("30 per 1 minute", "address-slowed", SLOWED),
)
"""A whole newsroom may sit behind one address, so it bears more than an account does."""


class Throttle:
    """Counts in the broker, so that all web processes count together; without it each by itself."""

    def __init__(self, storage: Storage, clock: Callable[[], float] = time.time) -> None:
        self._shared = MovingWindowRateLimiter(storage)
        self._clock = clock

    @cached_property
    def _own(self) -> MovingWindowRateLimiter:
        return MovingWindowRateLimiter(MemoryStorage())

    def admit(self, account: str, address: str) -> None:
        """Count a try before it is made, so that many at once do not slip through together.

        Raises TooManyTries with how long to wait.
        """
        for limit in ADDRESS:
            if not self._has_room(limit, address):
                raise self._refusal(limit, address)
        for limit in ACCOUNT:
            if not self._counted(limit, account):
                raise self._refusal(limit, account)

    def failed(self, address: str) -> None:
        """The try was wrong: it counts against the address too."""
        for limit in ADDRESS:
            self._counted(limit, address)

    def succeeded(self, account: str) -> None:
        """Forget the tries of an account; the failures of the address stay."""
        for limit in ACCOUNT:
            self._forget(limit, account)

    def _has_room(self, limit: Limit, who: str) -> bool:
        return self._ask(lambda it: it.test(limit.item, limit.key, who))

    def _counted(self, limit: Limit, who: str) -> bool:
        return self._ask(lambda it: it.hit(limit.item, limit.key, who))

    def _forget(self, limit: Limit, who: str) -> None:
        self._ask(lambda it: it.clear(limit.item, limit.key, who))

    def _refusal(self, limit: Limit, who: str) -> TooManyTries:
        stats = self._ask(lambda it: it.get_window_stats(limit.item, limit.key, who))
        seconds = max(1, math.ceil(stats.reset_time - self._clock()))
        return TooManyTries(limit.sentence.format(wait=_in_words(seconds)), seconds)

    def _ask(self, question: Callable[[MovingWindowRateLimiter], Answer]) -> Answer:
        try:
            return question(self._shared)
        except (RedisError, OSError) as error:
            log.warning("broker away, this process counts sign-ins by itself: %s", error)
            return question(self._own)


def _in_words(seconds: int) -> str:
    if seconds < IN_SECONDS:
        return f"{seconds} second{'' if seconds == 1 else 's'}"
    return f"{math.ceil(seconds / 60)} minutes"


def network(address: str) -> str:
    """What counts as one address: of IPv6 the network, since one house has a whole /64."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((known, 64), strict=False)) if known.version == IPV6 else address


def throttle_at(redis_url: str) -> Throttle:
    """The counter at that broker, which is asked only when somebody signs in."""
    address = redis_url
    if redis_url.startswith("unix://"):
        address = f"redis+unix://{redis_url.removeprefix('unix://')}"
    return Throttle(RedisStorage(address, socket_connect_timeout=1, socket_timeout=1))
