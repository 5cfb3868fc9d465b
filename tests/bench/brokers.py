"""The broker of a server under measurement: the embedded one, or the Redis that was named."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import redis

from tests.broker import TestBroker

NUMBER = 15
"""Of Redis's databases; the tests take the first ones."""


@contextmanager
def broker(database_url: str) -> Iterator[str]:
    """TEST_REDIS_URL goes with PostgreSQL, as in production; SQLite has the embedded broker."""
    given = os.environ.get("TEST_REDIS_URL")
    if not given or database_url.startswith("sqlite"):
        with TestBroker() as embedded:
            yield embedded.url
        return
    url = f"{given.rpartition('/')[0]}/{NUMBER}"
    with redis.Redis.from_url(url) as client:
        client.flushdb()
        yield url
        client.flushdb()
