"""The broker of a server under measurement: the embedded one, or the Redis that was named."""

from collections.abc import Iterator
from contextlib import contextmanager

import redis

from tests import redis_numbers
from tests.broker import TestBroker


@contextmanager
def broker(database_url: str) -> Iterator[str]:
    """TEST_REDIS_URL goes with PostgreSQL, as in production; SQLite has the embedded broker."""
    url = redis_numbers.for_bench()
    if not url or database_url.startswith("sqlite"):
        with TestBroker() as embedded:
            yield embedded.url
        return
    with redis.Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()
