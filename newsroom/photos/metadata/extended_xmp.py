"""Extended XMP: the part of a JPEG's XMP that did not fit its first 64 KB (XMP part 3, 1.1.3.1)."""

from newsroom.photos.metadata import xmp

GUID, NUMBERS = 32, 8
"""Bytes of its name, and of its whole length and this part's offset."""


def joined(parts: tuple[bytes, ...], guid: str) -> bytes:
    """The block with that name, put together from its parts; empty where one is missing."""
    wanted = [part for part in parts if part[:GUID] == guid.encode("ascii", "replace")]
    bodies: list[bytes] = []
    length = 0
    for part in sorted(wanted, key=_offset):
        if _offset(part) != length or length > xmp.LIMIT:
            return b""
        bodies.append(part[GUID + NUMBERS :])
        length += len(bodies[-1])
    stated = int.from_bytes(wanted[0][GUID : GUID + 4], "big") if wanted else 0
    return b"".join(bodies) if length == stated else b""


def _offset(part: bytes) -> int:
    return int.from_bytes(part[GUID + 4 : GUID + NUMBERS], "big")
