"""How much a server may send, how long it may take, and which hosts an administrator allows."""

from dataclasses import dataclass

MEGABYTE = 1_000_000
MOST_REDIRECTS = 5


@dataclass(frozen=True)
class Limits:
    """Times in seconds; `allowed_hosts` in small letters, reached wherever they are."""

    most_bytes: int = 20 * MEGABYTE
    connect: float = 10.0
    between_bytes: float = 15.0
    total: float = 45.0
    """From the first look-up of the name to the last byte: below any worker's own limit."""
    allowed_hosts: frozenset[str] = frozenset()
