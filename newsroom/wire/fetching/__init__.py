"""Asking the web for a feed: public addresses only, within limits, refusals told in words."""

from newsroom.wire.fetching.answers import Answer, FetchError, Unchanged
from newsroom.wire.fetching.asking import Asked, ask, tell
from newsroom.wire.fetching.limits import Limits

__all__ = ["Answer", "Asked", "FetchError", "Limits", "Unchanged", "ask", "tell"]
