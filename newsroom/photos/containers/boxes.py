"""The boxes of the ISO base media file format (ISO/IEC 14496-12): length, name, body, nested."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.photos.containers.blocks import BrokenOffError, bounded

HEAD, WIDE_HEAD = 8, 16
"""Bytes before a body: length and name, and eight more where the length is wide."""


@dataclass(frozen=True)
class Box:
    """A box's name, and where its body starts and stops in the file."""

    kind: bytes
    start: int
    stop: int


def boxes(data: bytes, at: int, stop: int) -> Iterator[Box]:
    """Those between two offsets; raises BrokenOffError where one reaches beyond them."""
    return bounded(_boxes(data, at, stop))


def _boxes(data: bytes, at: int, stop: int) -> Iterator[Box]:
    while at + HEAD <= stop:
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        head = HEAD
        if length == 1:
            length, head = int.from_bytes(data[at + HEAD : at + WIDE_HEAD], "big"), WIDE_HEAD
        if length == 0:  # it runs to the end
            length = stop - at
        if length < head or at + length > stop:
            raise BrokenOffError
        yield Box(kind, at + head, at + length)
        at += length


@dataclass
class Cursor:
    """Reads numbers one after the other; raises BrokenOffError where they run out."""

    data: bytes
    at: int
    stop: int

    def number(self, size: int) -> int:
        """Unsigned, of `size` bytes; of none it is 0."""
        if self.at + size > self.stop:
            raise BrokenOffError
        self.at += size
        return int.from_bytes(self.data[self.at - size : self.at], "big")

    def word(self) -> bytes:
        """The bytes up to the next zero, which is passed over."""
        end = self.data.find(b"\x00", self.at, self.stop)
        end = self.stop if end < 0 else end
        word = self.data[self.at : end]
        self.at = min(end + 1, self.stop)
        return word

    def version(self) -> tuple[int, int]:
        """What a full box starts with: its version and its flags."""
        return self.number(1), self.number(3)


def cursor(data: bytes, box: Box) -> Cursor:
    return Cursor(data, box.start, box.stop)
