"""The directories of a TIFF file (revision 6.0), and what tells a camera's raw file from a picture."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.photos.containers.blocks import (
    MOST_PIECES,
    Blocks,
    BrokenOffError,
    CrowdedError,
    RawFileError,
    UnknownKindError,
)

BYTE_ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}
ENTRY = 12
INLINE = 4
MOST_DIRECTORIES = 64

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4}
"""Bytes of one value, by its type."""
NUMBERS = {1: "B", 3: "H", 4: "I", 13: "I"}

SUBFILE, WIDTH, HEIGHT, COMPRESSION, PHOTOMETRIC = 0xFE, 0x100, 0x101, 0x103, 0x106
STRIPS, STRIP_BYTES, TILES, TILE_BYTES = 0x111, 0x117, 0x144, 0x145
SUB_DIRECTORIES, XMP, IIM, PHOTOSHOP, DNG_VERSION = 0x14A, 0x2BC, 0x83BB, 0x8649, 0xC612
CAMERA_DIRECTORIES = (0x8769, 0x8825)
"""Those of EXIF and GPS; they are walked only to know where the file ends."""

REDUCED, MASK = 1, 4
"""Bits of the subfile type: a smaller copy, or what says where the picture is see-through."""

COLOUR_FILTER, LINEAR_RAW = 32803, 34892
RAW_COMPRESSIONS = frozenset({32767, 32769, 32770, 34713, 34892, 65000, 65535})
"""Sony's, Nikon's, Samsung's, Pentax's, Kodak's: no program but a raw developer reads them."""

RESOURCE = b"8BIM\x04\x04\x00\x00"
"""What stands before an IIM block among Photoshop's resources."""


@dataclass
class _Directory:
    """The entries of one directory: tag to (type, count, offset of the value's bytes)."""

    entries: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    next: int = 0


@dataclass
class _File:
    data: bytes
    order: str
    end: int = 8

    def directory(self, at: int) -> _Directory:
        """Raises BrokenOffError where it, or a value in it, reaches beyond the file."""
        count = self.number_at(at, 2)
        after = at + 2 + count * ENTRY
        found = _Directory(next=self.number_at(after, 4))
        self._reaches(after + 4)
        for start in range(at + 2, after, ENTRY):
            tag, kind, number = struct.unpack_from(f"{self.order}HHI", self.data, start)
            length = SIZES.get(kind, 0) * number
            where = start + 8 if length <= INLINE else self.number_at(start + 8, 4)
            self._reaches(where + length)
            found.entries.setdefault(tag, (kind, number, where))
        return found

    def numbers(self, one: _Directory, tag: int) -> tuple[int, ...]:
        kind, count, where = one.entries.get(tag, (4, 0, 0))
        if count > MOST_PIECES:
            raise CrowdedError
        if kind not in NUMBERS:
            return ()
        return struct.unpack_from(f"{self.order}{count}{NUMBERS[kind]}", self.data, where)

    def number(self, one: _Directory, tag: int) -> int:
        return next(iter(self.numbers(one, tag)), 0)

    def bytes(self, one: _Directory, tag: int) -> bytes:
        kind, count, where = one.entries.get(tag, (1, 0, 0))
        return self.data[where : where + SIZES.get(kind, 0) * count]

    def pixels_within(self, one: _Directory) -> None:
        """Raises BrokenOffError where strips or tiles lie beyond the file."""
        for offsets, lengths in ((STRIPS, STRIP_BYTES), (TILES, TILE_BYTES)):
            for at, length in zip(
                self.numbers(one, offsets), self.numbers(one, lengths), strict=False
            ):
                self._reaches(at + length)

    def number_at(self, at: int, size: int) -> int:
        if at + size > len(self.data):
            raise BrokenOffError
        return int.from_bytes(self.data[at : at + size], "little" if self.order == "<" else "big")

    def _reaches(self, stop: int) -> None:
        if stop > len(self.data):
            raise BrokenOffError
        self.end = max(self.end, stop)


def read(data: bytes) -> Blocks:
    """Of its first page; raises RawFileError for what a camera wrote and nobody developed."""
    file = _File(data, BYTE_ORDERS[data[:4]])
    pages = list(_chain(file))
    if data[8:10] == b"CR" or _is_raw(file, pages):
        raise RawFileError
    first = pages[0]
    for one in pages:
        file.pixels_within(one)
    width, height = file.number(first, WIDTH), file.number(first, HEIGHT)
    if not width * height or not (first.entries.keys() & {STRIPS, TILES}):
        raise UnknownKindError
    return Blocks(
        width,
        height,
        end=file.end,
        xmp=file.bytes(first, XMP),
        photoshop=_captions(file, first),
        exif=data,
        pages=sum(not file.number(one, SUBFILE) & (REDUCED | MASK) for one in pages),
    )


def _chain(file: _File) -> Iterator[_Directory]:
    """The directories one after the other; raises CrowdedError where they go in a circle."""
    at = file.number_at(4, 4)
    for _ in range(MOST_DIRECTORIES):
        one = file.directory(at)
        yield one
        at = one.next
        if not at:
            return
    raise CrowdedError


def _is_raw(file: _File, pages: list[_Directory]) -> bool:
    first = pages[0]
    inner = [file.directory(at) for at in file.numbers(first, SUB_DIRECTORIES)[:MOST_DIRECTORIES]]
    for tag in CAMERA_DIRECTORIES:
        for at in file.numbers(first, tag)[:1]:
            file.directory(at)
    shrunk_first = bool(inner) and file.number(first, SUBFILE) & REDUCED
    return bool(
        DNG_VERSION in first.entries
        or shrunk_first
        or any(
            file.number(one, PHOTOMETRIC) in {COLOUR_FILTER, LINEAR_RAW}
            or file.number(one, COMPRESSION) in RAW_COMPRESSIONS
            for one in (*pages, *inner)
        )
    )


def _captions(file: _File, first: _Directory) -> bytes:
    """Photoshop's resources; an IIM block that stands by itself is put before them."""
    resources, alone = file.bytes(first, PHOTOSHOP), file.bytes(first, IIM)
    if not alone:
        return resources
    head = RESOURCE + len(alone).to_bytes(4, "big")
    return head + alone + b"\x00" * (len(alone) % 2) + resources
