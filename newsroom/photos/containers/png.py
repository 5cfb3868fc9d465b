"""The chunks of a PNG file (ISO/IEC 15948, section 5), from its signature to IEND."""

import struct
import zlib
from collections.abc import Iterator

from newsroom.photos.containers.blocks import (
    Blocks,
    BrokenOffError,
    UnknownKindError,
    bounded,
)

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER_BYTES = 13
XMP_KEYWORD = b"XML:com.adobe.xmp\x00"
INFLATED_LIMIT = 1024 * 1024
"""Bytes; no honest XMP block is larger, and a small chunk can inflate to gigabytes."""


def read(data: bytes) -> Blocks:
    """Raises BrokenOffError where a chunk is cut or damaged, or IEND is missing."""
    xmp = None
    exif = b""
    moving = False
    size = None
    end = 0
    for kind, body, stop in bounded(_chunks(data)):
        end = stop
        if size is None:
            size = _size(kind, body)
        elif kind == b"eXIf":
            exif = body
        elif kind == b"iTXt" and xmp is None and body.startswith(XMP_KEYWORD):
            xmp = _international_text(body[len(XMP_KEYWORD) :])
        elif kind == b"acTL":
            moving = True
    if size is None:
        raise BrokenOffError
    return Blocks(*size, end=end, xmp=xmp or b"", exif=exif, moving=moving)


def _size(kind: bytes, body: bytes) -> tuple[int, int]:
    """The header must be the first chunk."""
    if kind != b"IHDR" or len(body) != HEADER_BYTES:
        raise BrokenOffError
    width, height = struct.unpack_from(">II", body)
    if not width * height:
        raise UnknownKindError
    return width, height


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """(kind, body, offset behind it) of each chunk; the last one is IEND."""
    at = len(SIGNATURE)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        stop = at + 12 + length
        if stop > len(data):
            break
        body = data[at + 8 : stop - 4]
        if zlib.crc32(body, zlib.crc32(kind)) != int.from_bytes(data[stop - 4 : stop], "big"):
            break
        yield kind, body, stop
        if kind == b"IEND":
            return
        at = stop
    raise BrokenOffError


def _international_text(rest: bytes) -> bytes:
    """The text of an iTXt chunk behind its keyword; empty where it is damaged or too large."""
    compressed, tail = rest[:1] == b"\x01", rest[2:]
    text = tail.split(b"\x00", 2)[-1]  # a language tag and a translated keyword stand before it
    if not compressed:
        return text
    inflater = zlib.decompressobj()
    try:
        inflated = inflater.decompress(text, INFLATED_LIMIT)
    except zlib.error:
        return b""
    return b"" if inflater.unconsumed_tail else inflated
