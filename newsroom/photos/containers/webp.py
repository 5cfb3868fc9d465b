"""The chunks of a WebP file (RFC 9649, section 2.7), inside the length its header states."""

import struct
from collections.abc import Iterator

from newsroom.photos.containers.blocks import (
    Blocks,
    BrokenOffError,
    UnknownKindError,
    bounded,
)

HEADER = 12
"""Bytes: RIFF, the length of all that follows, WEBP."""

SIZE_BYTES = 10
FOURTEEN_BITS = 0x3FFF
LOSSY_START, LOSSLESS_START = b"\x9d\x01\x2a", 0x2F

EXIF_PREFIX = b"Exif\x00\x00"
"""Some writers carry it over from JPEG; the chunk should start with the TIFF header."""


def read(data: bytes) -> Blocks:
    """Raises BrokenOffError where the file is shorter than its header or a chunk states."""
    end = 8 + _number(data[4:8])
    if end > len(data) or end <= HEADER:
        raise BrokenOffError
    xmp = exif = b""
    moving = False
    size = None
    for kind, body in bounded(_chunks(data, end)):
        if size is None:
            size = _size(kind, body)
        elif kind == b"XMP ":
            xmp = body
        elif kind == b"EXIF":
            exif = body.removeprefix(EXIF_PREFIX)
        elif kind in {b"ANIM", b"ANMF"}:
            moving = True
    if size is None:
        raise BrokenOffError
    if not size[0] * size[1]:
        raise UnknownKindError
    return Blocks(*size, end=end, xmp=xmp, exif=exif, moving=moving)


def _size(kind: bytes, body: bytes) -> tuple[int, int]:
    """From the first chunk, which is of one of three kinds."""
    if len(body) < SIZE_BYTES:
        raise BrokenOffError
    if kind == b"VP8X":
        return _number(body[4:7]) + 1, _number(body[7:10]) + 1
    if kind == b"VP8 " and body[3:6] == LOSSY_START:
        return _number(body[6:8]) & FOURTEEN_BITS, _number(body[8:10]) & FOURTEEN_BITS
    if kind == b"VP8L" and body[0] == LOSSLESS_START:
        packed = _number(body[1:5])
        return (packed & FOURTEEN_BITS) + 1, (packed >> 14 & FOURTEEN_BITS) + 1
    raise UnknownKindError


def _number(body: bytes) -> int:
    return int.from_bytes(body, "little")


def _chunks(data: bytes, end: int) -> Iterator[tuple[bytes, bytes]]:
    at = HEADER
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        stop = at + 8 + length
        if stop > end:
            raise BrokenOffError
        yield kind, data[at + 8 : stop]
        at = stop + length % 2  # a body of odd length is padded
