"""Who writes in one story at once takes turns in this process, and not in the database's line.

All but the first of them will hear that others came first. Behind the story's row each would wait
with a connection and a transaction, one after the other, only to hear it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from weakref import WeakValueDictionary

from flask import current_app

from newsroom.errors import Away

LONGEST_SECONDS = 30
"""In the line, which moves in milliseconds; as long as SQLite lets a writer wait for another."""


class Turns:
    """A lock for each story that somebody writes in just now."""

    def __init__(self) -> None:
        self._lines: WeakValueDictionary[int, Lock] = WeakValueDictionary()
        self._guard = Lock()

    @contextmanager
    def of(self, story_id: int) -> Iterator[None]:
        """Raises Away where the turn does not come: the page keeps its words and sends them again."""
        with self._guard:
            line = self._lines.setdefault(story_id, Lock())
        if not line.acquire(timeout=LONGEST_SECONDS):
            raise Away("Somebody else’s words are just being saved; yours follow.")
        try:
            yield
        finally:
            line.release()


def turns() -> Turns:
    """This process's."""
    kept: Turns = current_app.extensions.setdefault("story_turns", Turns())
    return kept
