"""Whether a process does its work, asked the way its users would ask it."""

import os
import socket
from collections.abc import Callable
from http.client import HTTPException
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

import click

from newsroom.errors import Conflict
from newsroom.settings import Settings, read_settings
from newsroom.supervising.command_lines import bracketed

PATIENCE_SECONDS = 3.0
SHORT_PATIENCE_SECONDS = 1.0
"""For the supervisor, which does nothing else meanwhile, and asks again."""

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - read, not bound
"""Where to ask a process that listens on every address."""


def page_address(settings: Settings, port: int) -> str:
    """A page that needs no session; on the live process too, for it is the same application."""
    host = EVERYWHERE.get(settings.host, settings.host)
    return f"http://{bracketed(host)}:{port}/sign-in"


def page_answers(settings: Settings, port: int, patience_seconds: float = PATIENCE_SECONDS) -> bool:
    # A proxy for the outside world must not be asked for this machine's own pages.
    opener = build_opener(ProxyHandler({}))
    try:
        opener.open(page_address(settings, port), timeout=patience_seconds).close()
    except (URLError, HTTPException, OSError):
        return False
    return True


def worker_answers(settings: Settings) -> bool:
    """Whether this machine's worker replies to a ping over the queue."""
    # Imported here, as below: the supervisor starts without the queue's libraries.
    from kombu.exceptions import OperationalError
    from redis.exceptions import RedisError

    from newsroom.jobs import sender

    name = f"celery@{socket.gethostname()}"
    try:
        return bool(
            sender(settings).control.ping(destination=[name], timeout=PATIENCE_SECONDS, limit=1)
        )
    except (OperationalError, RedisError, OSError):
        return False


def beat_answers(settings: Settings) -> bool:
    """Whether some beat holds the lock that it renews at every tick."""
    from redis import Redis
    from redis.exceptions import RedisError

    from newsroom.jobs import BEAT_LOCK

    try:
        with Redis.from_url(settings.redis_url, socket_timeout=PATIENCE_SECONDS) as client:
            return bool(client.exists(BEAT_LOCK))
    except (RedisError, OSError):
        return False


ASKED: dict[str, Callable[[Settings], bool]] = {
    "web": lambda settings: page_answers(settings, settings.port),
    "live": lambda settings: page_answers(settings, settings.live_port),
    "worker": worker_answers,
    "beat": beat_answers,
}


@click.command("health")
@click.argument("part", type=click.Choice(sorted(ASKED)))
def health_command(part: str) -> None:
    """Ask a process of this machine whether it does its work; exit code 1 where it does not."""
    settings = read_settings(os.environ)
    if part == "beat" and settings.embedded_broker:
        raise Conflict("The embedded beat holds no lock to be seen by; its supervisor watches it.")
    if not ASKED[part](settings):
        raise Conflict(f"{part} does not answer.")
