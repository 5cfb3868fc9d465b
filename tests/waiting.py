"""Waiting for something to be true, as long as it takes and no longer; nothing here guesses a time."""

import threading
from collections.abc import Callable


def eventually(condition: Callable[[], object], within_seconds: float = 200.0) -> object:
    """Look until it holds and give what it gave; the limit only ends a test that has failed."""
    pause, looks = threading.Event(), int(within_seconds / 0.05)
    for _ in range(looks):
        found = condition()
        if found:
            return found
        pause.wait(0.05)
    raise AssertionError(f"not true within {within_seconds} s: {condition}")
