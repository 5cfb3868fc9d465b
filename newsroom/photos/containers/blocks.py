"""What a picture file carries beside its pixels: its size, and its metadata as raw bytes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

Piece = TypeVar("Piece")

MOST_PIECES = 100_000
"""Segments or chunks of one file; honest ones have some thousand, 60 MB could hold millions."""


class BrokenOffError(Exception):
    """The file ends, or stops making sense, before its picture does."""


class UnknownKindError(Exception):
    """It is whole, but of a kind within its format that nothing here can decode."""


class RawFileError(Exception):
    """A camera's raw file: what a sensor saw, which is no picture before somebody develops it."""


class CrowdedError(Exception):
    """It is cut into more pieces than any honest file: walking through them is all it is for."""


@dataclass(frozen=True)
class Blocks:
    """Width and height in pixels as stored, and the raw blocks; an empty one was not there.

    `end` is the offset in bytes just behind the picture: what follows it is no part of it.
    `turned`: the format says which way is up, its decoders heed it, and width and height are as
    seen. `largest`: the pixels of the largest part, where a picture is put together of several.
    """

    width: int
    height: int
    end: int
    xmp: bytes = b""
    extended_xmp: tuple[bytes, ...] = ()
    photoshop: bytes = b""
    exif: bytes = b""
    moving: bool = False
    turned: bool = False
    largest: int = 0
    pages: int = 1


def bounded(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The same pieces; raises CrowdedError where there are more than MOST_PIECES."""
    for number, piece in enumerate(pieces):
        if number >= MOST_PIECES:
            raise CrowdedError
        yield piece
