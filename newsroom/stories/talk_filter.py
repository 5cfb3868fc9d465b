"""Which threads the Talk tab shows: the open, the resolved, a person's own, or all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.stories import mentions
from newsroom.stories.talk import Thread

KINDS = {"open": "Open", "resolved": "Resolved", "mine": "Mine", "all": "All"}
FIRST = "open"


def asked(kind: str | None) -> str:
    return kind if kind in KINDS else FIRST


@dataclass(frozen=True)
class TalkFilter:
    """Of each thread which kinds it is of, and the kind that is shown."""

    shown: str
    kinds: Mapping[int, frozenset[str]]

    def count(self, kind: str) -> int:
        return sum(kind in kinds for kinds in self.kinds.values())

    def leaves_out(self, thread: Thread) -> bool:
        return self.shown not in self.kinds[thread.row.id]


def talk_filter(threads: Sequence[Thread], shown: str, reader: int, name: str) -> TalkFilter:
    """As somebody reads them: their id, and the name by which others name them."""
    return TalkFilter(shown, {one.row.id: _kinds(one, reader, name) for one in threads})


def _kinds(thread: Thread, reader: int, name: str) -> frozenset[str]:
    state = "open" if thread.row.open else "resolved"
    mine = {"mine"} if concerns(thread, reader, name) else set()
    return frozenset({"all", state} | mine)


def concerns(thread: Thread, reader: int, name: str) -> bool:
    """Whether that person speaks in it or is named in it, by what is left of it."""
    left = [one.row for one in thread.comments if one.row.deleted_at is None]
    return any(
        row.author_id == reader or (name in row.named.split() and name in mentions.names(row.text))
        for row in left
    )
