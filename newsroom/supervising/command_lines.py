"""How each process is started: which server, with how many workers, threads and connections."""

import sys

from newsroom.settings import Settings

GRACE_SECONDS = 8
"""How long a stopping web worker may finish its requests; a container is given ten seconds."""

EMBEDDED_STREAMS = 256
"""Event streams at once on SQLite: a thread each, for a busy wait in C would hold all of gevent."""

STREAMS = 5000
"""Event streams at once on PostgreSQL, in one gevent process."""

EMBEDDED_TASKS = 4
"""Tasks at once in the embedded worker: threads, which start at once and share one memory."""


def web(settings: Settings) -> list[str]:
    return [
        *_gunicorn(settings, settings.port),
        *("--worker-class", "gthread"),
        *("--workers", str(settings.web_workers)),
        *("--threads", str(settings.web_threads)),
        "--preload",
        "newsroom.wsgi:app",
    ]


def live(settings: Settings) -> list[str]:
    many = (
        ("--worker-class", "gthread", "--threads", str(EMBEDDED_STREAMS), "--preload")
        if settings.embedded_database
        # Nobody asks twice on one connection, and a stop would wait for those who might.
        else ("--worker-class", "gevent", "--keep-alive", "0")
    )
    # Without the last option gunicorn takes a thousand connections and lets the others wait.
    limit = ("--worker-connections", str(STREAMS))
    return [*_gunicorn(settings, settings.live_port), *many, *limit, "newsroom.wsgi:app"]


def worker(settings: Settings) -> list[str]:
    pool = (
        ("--pool", "threads", "--concurrency", str(EMBEDDED_TASKS))
        if settings.embedded_broker
        else ("--pool", "prefork")
    )
    # The chatter between workers costs a second at every start and is of no use to these jobs.
    return [*_celery(), "worker", *_level(settings), "--without-gossip", "--without-mingle", *pool]


def beat(settings: Settings) -> list[str]:
    return [*_celery(), "beat", *_level(settings)]


def _gunicorn(settings: Settings, port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn"),
        *("--config", "python:newsroom.supervising.hooks"),
        *("--bind", f"{bracketed(settings.host)}:{port}"),
        *("--graceful-timeout", str(GRACE_SECONDS)),
        *("--log-level", settings.log_level),
        "--no-control-socket",
    ]


def bracketed(host: str) -> str:
    """An IPv6 address in the brackets that it needs before a port."""
    return f"[{host}]" if ":" in host else host


def _celery() -> list[str]:
    return [sys.executable, "-m", "celery", "--quiet", "--no-color", "--app", "workers.main"]


def _level(settings: Settings) -> list[str]:
    return ["--loglevel", settings.log_level]
