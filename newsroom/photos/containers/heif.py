"""The items of an HEIF or AVIF file (ISO/IEC 23008-12): which one is the picture, and its size.

Decoders turn and mirror these pictures themselves, by boxes of the file and not by EXIF, so the
size told here is the one that is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.photos.containers.blocks import (
    MOST_PIECES,
    Blocks,
    BrokenOffError,
    CrowdedError,
    UnknownKindError,
)
from newsroom.photos.containers.boxes import Box, boxes, cursor

AVIF_BRANDS = frozenset({b"avif", b"avis"})
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"})
NEUTRAL_BRANDS = frozenset({b"mif1", b"mif2", b"msf1", b"miaf"})
"""These say only that the file is of this family; the brands beside them say which."""

SEQUENCES = frozenset({b"avis", b"msf1", b"hevc", b"hevx"})
"""As its first brand each means a film of pictures."""

XMP_TYPE = b"application/rdf+xml"
IN_FILE, IN_ITEM_DATA = 0, 1
LONGEST_METADATA = 4 * 1024 * 1024
"""Bytes; an item of EXIF or XMP that is longer is not read."""


@dataclass
class _Found:
    """What the boxes of the file have said so far."""

    primary: int = 0
    kinds: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)
    """Item to its type and, where that is "mime", its media type."""
    extents: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """Item to where its bytes lie, as (start, stop)."""
    properties: list[Box] = field(default_factory=list)
    of_item: dict[int, list[int]] = field(default_factory=dict)
    """Item to the numbers of its properties, counted from 1."""


def brands(data: bytes) -> tuple[bytes, ...]:
    """The first brand and those it is compatible with; empty where it is no such file."""
    if data[4:8] != b"ftyp":
        return ()
    stop = min(int.from_bytes(data[:4], "big"), len(data), 512)
    return (data[8:12], *(data[at : at + 4] for at in range(16, stop - 3, 4)))


def read(data: bytes) -> Blocks:
    """Raises BrokenOffError where the bytes of an item lie beyond the file."""
    meta, end = _top(data)
    found = _items(data, meta)
    width, height, largest = _sizes(data, found)
    return Blocks(
        width,
        height,
        end=end,
        xmp=_metadata(data, found, (b"mime", XMP_TYPE)),
        exif=_exif(_metadata(data, found, (b"Exif", b""))),
        moving=data[8:12] in SEQUENCES,
        turned=True,
        largest=largest,
    )


def _top(data: bytes) -> tuple[Box, int]:
    """The box that describes the items, and where the last whole box ends."""
    end = 0
    meta = None
    try:
        for box in boxes(data, 0, len(data)):
            end = box.stop
            meta = box if box.kind == b"meta" and meta is None else meta
    except BrokenOffError:
        if meta is None:
            raise
        # Either it breaks off, which its items will tell, or something else stands behind it.
    if meta is None:
        raise UnknownKindError
    return meta, end


def _items(data: bytes, meta: Box) -> _Found:
    found = _Found()
    inside = {box.kind: box for box in boxes(data, meta.start + 4, meta.stop)}
    if not inside.keys() >= {b"pitm", b"iinf", b"iloc", b"iprp"}:
        raise UnknownKindError
    reading = cursor(data, inside[b"pitm"])
    version, _ = reading.version()
    found.primary = reading.number(4 if version else 2)
    _kinds(data, inside[b"iinf"], found)
    _places(data, inside[b"iloc"], inside.get(b"idat"), found)
    for box in boxes(data, inside[b"iprp"].start, inside[b"iprp"].stop):
        if box.kind == b"ipco":
            found.properties = list(boxes(data, box.start, box.stop))
        elif box.kind == b"ipma":
            _associations(data, box, found)
    return found


def _kinds(data: bytes, box: Box, found: _Found) -> None:
    reading = cursor(data, box)
    version, _ = reading.version()
    reading.number(4 if version else 2)
    for entry in boxes(data, reading.at, box.stop):
        item = cursor(data, entry)
        version, _ = item.version()
        if entry.kind != b"infe" or version not in {2, 3}:
            continue
        number = item.number(4 if version == 3 else 2)  # noqa: PLR2004 - the box's version
        item.number(2)
        kind = item.number(4).to_bytes(4, "big")
        item.word()
        found.kinds[number] = (kind, item.word() if kind == b"mime" else b"")


def _places(data: bytes, box: Box, item_data: Box | None, found: _Found) -> None:
    reading = cursor(data, box)
    version, _ = reading.version()
    sizes, more = reading.number(1), reading.number(1)
    wide = version == 2  # noqa: PLR2004 - the box's version
    pieces = 0
    for _ in range(reading.number(4 if wide else 2)):
        item = reading.number(4 if wide else 2)
        method = reading.number(2) & 0xF if version else IN_FILE
        reading.number(2)
        base = reading.number(more >> 4)
        if method == IN_ITEM_DATA:
            base += item_data.start if item_data else len(data)
        count = reading.number(2)
        pieces += count + 1
        if pieces > MOST_PIECES:
            raise CrowdedError
        extents = []
        for _ in range(count):
            reading.number(more & 0xF if version else 0)
            start = base + reading.number(sizes >> 4)
            length = reading.number(sizes & 0xF)
            extents.append((start, start + length if length else len(data)))
        if method in {IN_FILE, IN_ITEM_DATA}:
            found.extents[item] = extents
    if any(stop > len(data) for places in found.extents.values() for _, stop in places):
        raise BrokenOffError


def _associations(data: bytes, box: Box, found: _Found) -> None:
    reading = cursor(data, box)
    version, flags = reading.version()
    wide = flags & 1
    for _ in range(reading.number(4)):
        item = reading.number(4 if version else 2)
        count = reading.number(1)
        mask = 0x7FFF if wide else 0x7F
        numbers = [reading.number(2 if wide else 1) & mask for _ in range(count)]
        found.of_item.setdefault(item, []).extend(numbers)


def _sizes(data: bytes, found: _Found) -> tuple[int, int, int]:
    """Width and height of the picture as it is seen, and the pixels of the file's largest part."""
    width = height = 0
    for box in _properties_of(found, found.primary):
        reading = cursor(data, box)
        if box.kind == b"ispe":
            reading.number(4)
            width, height = reading.number(4), reading.number(4)
        elif box.kind == b"clap":
            width, height = _clean_aperture([reading.number(4) for _ in range(4)])
        elif box.kind == b"irot" and reading.number(1) & 1:
            width, height = height, width
    if not width * height or found.primary not in found.extents:
        raise UnknownKindError
    return width, height, max(_areas(data, found), default=0)


def _properties_of(found: _Found, item: int) -> Iterator[Box]:
    for number in found.of_item.get(item, ()):
        if 0 < number <= len(found.properties):
            yield found.properties[number - 1]


def _areas(data: bytes, found: _Found) -> Iterator[int]:
    for box in found.properties:
        if box.kind == b"ispe":
            reading = cursor(data, box)
            reading.number(4)
            yield reading.number(4) * reading.number(4)


def _clean_aperture(numbers: list[int]) -> tuple[int, int]:
    width, of_width, height, of_height = numbers
    if not of_width or not of_height:
        raise UnknownKindError
    return width // of_width, height // of_height


def _metadata(data: bytes, found: _Found, wanted: tuple[bytes, bytes]) -> bytes:
    """The bytes of the first item of that kind; empty where there is none."""
    for item, kind in found.kinds.items():
        if kind == wanted:
            places = found.extents.get(item, [])
            if sum(stop - start for start, stop in places) > LONGEST_METADATA:
                return b""
            return b"".join(data[start:stop] for start, stop in places)
    return b""


def _exif(item: bytes) -> bytes:
    """It starts with how many bytes stand before the TIFF header."""
    return item[4 + int.from_bytes(item[:4], "big") :] if len(item) > 4 else b""  # noqa: PLR2004
