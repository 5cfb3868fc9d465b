"""An item's paragraphs as they are kept: small, and whole whatever they hold."""

import zlib

from xxhash import xxh3_64_intdigest

from newsroom.wire.reuse.model import Copy

_BETWEEN = "\x1e"
"""The record separator; one that stands in the copy itself becomes a blank."""
# Half surrogates come in by JSON and stay what they are.
_ERRORS = "surrogatepass"
_LEVEL = 6


def packed(paragraphs: tuple[str, ...]) -> bytes:
    return zlib.compress(_joined(paragraphs).encode("utf-8", _ERRORS), _LEVEL)


def unpacked(kept: bytes) -> tuple[str, ...]:
    return tuple(zlib.decompress(kept).decode("utf-8", _ERRORS).split(_BETWEEN))


def digest(copy: Copy) -> int:
    """Tells a copy that says something else under an id that is known."""
    time = copy.published.timestamp() if copy.published else ""
    whole = f"{copy.family}{_BETWEEN}{time}{_BETWEEN}{_joined(copy.paragraphs)}"
    return xxh3_64_intdigest(whole.encode("utf-8", _ERRORS)) >> 1


def _joined(paragraphs: tuple[str, ...]) -> str:
    return _BETWEEN.join(one.replace(_BETWEEN, " ") for one in paragraphs)
