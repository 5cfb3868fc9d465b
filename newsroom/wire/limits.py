"""What the administrator's settings allow the wire: how much, and from which hosts."""

from newsroom.settings import current_settings
from newsroom.wire.fetching import Limits
from newsroom.wire.fetching.limits import MEGABYTE

MOST_PICTURE_BYTES = 60 * 1024 * 1024
"""Of a picture file beside an item: what the photo library takes."""


def most_bytes() -> int:
    """Of one answer, file or push."""
    return current_settings().wire_most_mb * MEGABYTE


def web_limits() -> Limits:
    return Limits(most_bytes=most_bytes(), allowed_hosts=current_settings().wire_allowed_hosts)
