"""Reading an answer's body as it comes, and stopping when it is more than was allowed."""

import zlib
from collections.abc import Iterable

from newsroom.wire.fetching.answers import FetchError
from newsroom.wire.fetching.limits import MEGABYTE

GZIP = zlib.MAX_WBITS | 16
"""The window of zlib that reads gzip's head."""

BROKEN = "What it sent was packed, and broken."


def read_bounded(parts: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The unpacked bytes, `most` at most; raises FetchError. Only gzip was asked for."""
    packing = encoding.strip().lower()
    if packing in {"", "identity"}:
        return _joined(parts, most)
    if packing in {"gzip", "x-gzip"}:
        return _unpacked(parts, most)
    raise FetchError("It packed its answer in a way that was not asked for.")


def _joined(parts: Iterable[bytes], most: int) -> bytes:
    read = bytearray()
    for part in parts:
        read += part
        _bound(read, most)
    return bytes(read)


def _unpacked(parts: Iterable[bytes], most: int) -> bytes:
    """A little that unpacks to very much is stopped while it is still little."""
    unpacking = zlib.decompressobj(GZIP)
    read = bytearray()
    try:
        for part in parts:
            read += unpacking.decompress(part, most + 1 - len(read))
            _bound(read, most)
    except zlib.error as error:
        raise FetchError(BROKEN) from error
    if read and not unpacking.eof:
        raise FetchError(BROKEN)
    return bytes(read)


def _bound(read: bytearray, most: int) -> None:
    if len(read) > most:
        raise FetchError(f"It sent more than {most / MEGABYTE:g} MB.")
