"""Pages already made, for the next reader: a page depends on its stamp alone, so none goes stale."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from flask import current_app

KEPT = 200
"""Pages one process keeps: a day's articles and the lists; some tens of kilobytes each."""


class Pages:
    def __init__(self) -> None:
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, etag: str, make: Callable[[], str | bytes]) -> bytes:
        """The page of that stamp; made outside the lock, where it was not made before."""
        with self._lock:
            found = self._pages.get(etag)
            if found is not None:
                self._pages.move_to_end(etag)
                return found
        made = make()
        page = made.encode() if isinstance(made, str) else made
        with self._lock:
            self._pages[etag] = page
            while len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        return page


def pages() -> Pages:
    kept: Pages = current_app.extensions.setdefault("paper_pages", Pages())
    return kept
