"""What a measurement was made on: a figure without it says nothing."""

import os
import platform

import redis
import sqlalchemy as sa


def machine() -> str:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, load {load}; Python {platform.python_version()}"


def database(engine: sa.Engine) -> str:
    """Its name and version as it says them itself."""
    if engine.dialect.name == "sqlite":
        return "SQLite " + str(_asked(engine, "SELECT sqlite_version()"))
    return "PostgreSQL " + str(_asked(engine, "SHOW server_version")).split()[0]


def broker(url: str) -> str:
    """Whose it is, and its version."""
    with redis.Redis.from_url(url) as client:
        found = client.info("server")
    kind = "the embedded Valkey" if url.startswith("unix:") else "Redis"
    return f"{kind} {found.get('valkey_version', found['redis_version'])}"


def _asked(engine: sa.Engine, question: str) -> object:
    with engine.connect() as connection:
        return connection.scalar(sa.text(question))
