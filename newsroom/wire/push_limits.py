"""How often agencies and hubs may push: counted together by all web processes, or each by itself."""

import logging
from functools import cache

from limits import RateLimitItem, parse
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

PUSHES = parse("600 per 1 minute")
"""To one feed: more than any agency sends on its busiest day."""
REFUSALS = parse("30 per 1 minute")
"""From one network: whoever guesses is shut out for a while."""


@cache
def _shared(redis_url: str) -> MovingWindowRateLimiter:
    address = redis_url.replace("unix://", "redis+unix://", 1)
    storage = RedisStorage(address, socket_connect_timeout=1, socket_timeout=1)
    return MovingWindowRateLimiter(storage)


@cache
def _own() -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(MemoryStorage())


def counted(redis_url: str, limit: RateLimitItem, *who: str) -> bool:
    """Count one more; False where there were too many."""
    try:
        return _shared(redis_url).hit(limit, "wire", *who)
    except (RedisError, OSError) as error:
        log.warning("broker away, this process counts pushes by itself: %s", error)
        return _own().hit(limit, "wire", *who)


def has_room(redis_url: str, limit: RateLimitItem, *who: str) -> bool:
    """Whether one more would be counted."""
    try:
        return _shared(redis_url).test(limit, "wire", *who)
    except (RedisError, OSError):
        return _own().test(limit, "wire", *who)
