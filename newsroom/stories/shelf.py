"""The documents that one process keeps at hand, and what it knows of them without asking."""

from collections import OrderedDict
from threading import Lock

from flask import current_app
from prosemirror.model import Node

STORIES_KEPT = 256
"""A day's stories of a large newsroom."""
VERSIONS_KEPT = 4
"""Of one story, the newest: who is a moment behind the others still finds theirs."""


class Shelf:
    """Documents by story and version. What a version says never changes, so none goes stale."""

    def __init__(self) -> None:
        self._stories: OrderedDict[int, dict[int, Node]] = OrderedDict()
        self._heard: OrderedDict[int, int] = OrderedDict()
        self._lock = Lock()

    def nearest(self, story_id: int, version: int) -> tuple[int, Node] | None:
        """The newest that is kept and not newer than that version, from which steps lead to it."""
        with self._lock:
            kept = self._stories.get(story_id)
            found = max((one for one in kept if one <= version), default=None) if kept else None
            if kept is None or found is None:
                return None
            self._stories.move_to_end(story_id)
            return found, kept[found]

    def newest(self, story_id: int) -> int:
        """The newest version known here; another process may have committed newer ones."""
        with self._lock:
            return max(self._heard.get(story_id, 0), *self._stories.get(story_id, (0,)))

    def hear(self, story_id: int, version: int) -> None:
        """Another process has committed that version; what it says was not read here."""
        with self._lock:
            self._heard[story_id] = version
            self._heard.move_to_end(story_id)
            if len(self._heard) > STORIES_KEPT:
                self._heard.popitem(last=False)

    def put(self, story_id: int, version: int, document: Node) -> None:
        """Only for a version that is committed: one rolled back may be made anew by another."""
        with self._lock:
            kept = self._stories.setdefault(story_id, {})
            self._stories.move_to_end(story_id)
            kept[version] = document
            if len(kept) > VERSIONS_KEPT:
                del kept[min(kept)]
            if len(self._stories) > STORIES_KEPT:
                self._stories.popitem(last=False)

    def forget(self, story_id: int) -> None:
        with self._lock:
            self._stories.pop(story_id, None)
            self._heard.pop(story_id, None)


def shelf() -> Shelf:
    """This process's."""
    kept: Shelf = current_app.extensions.setdefault("story_documents", Shelf())
    return kept
