"""What came of asking a server: its words, "nothing new", or why there are none."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What it sent, and what it says about asking again."""

    body: bytes
    etag: str = ""
    last_modified: str = ""
    wait: float | None = None
    """Seconds that it asks us to leave it alone, if it does."""
    hub: str = ""
    topic: str = ""
    """Of a feed that offers WebSub in its header."""


@dataclass(frozen=True)
class Unchanged:
    """It has nothing new since the last answer."""

    wait: float | None = None


class FetchError(Exception):
    """It gave nothing; `sentence` is for people, `wait` the seconds that it asked for."""

    def __init__(self, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.wait = wait
