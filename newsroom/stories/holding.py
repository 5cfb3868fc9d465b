"""How many answers one process holds back while nothing happens: half of its threads at most."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app

from newsroom.settings import current_settings


@contextmanager
def thread_to_spare() -> Iterator[bool]:
    """Whether this answer may be held back; the other threads are for those who do something."""
    seats: BoundedSemaphore = current_app.extensions.setdefault(
        "held_answers", BoundedSemaphore(max(1, current_settings().web_threads // 2))
    )
    taken = seats.acquire(blocking=False)
    try:
        yield taken
    finally:
        if taken:
            seats.release()
