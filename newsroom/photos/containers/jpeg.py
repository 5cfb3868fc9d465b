"""The segments of a JPEG file (ITU T.81, annex B), from its start to its end marker."""

import re
import struct
from collections.abc import Iterator

from newsroom.photos.containers.blocks import (
    Blocks,
    BrokenOffError,
    CrowdedError,
    UnknownKindError,
    bounded,
)

SIGNATURE = b"\xff\xd8\xff"
MARKER = 0xFF
LENGTH_BYTES = 2

BASELINE, EXTENDED, PROGRESSIVE = 0xC0, 0xC1, 0xC2
FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""The markers that state the size; those beside the first three are rare and cannot be decoded."""

BITS = 8
MOST_SCANS = 100
"""Each goes over all pixels; a progressive picture has ten or so, a hostile one would take hours."""

START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
APP1, APP13 = 0xE1, 0xED
STANDALONE = {0x01, *range(0xD0, 0xD9)}
"""Markers without a length: TEM, the restarts and the start of an image."""

EXIF = b"Exif\x00\x00"
XMP = b"http://ns.adobe.com/xap/1.0/\x00"
EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\x00"
PHOTOSHOP = b"Photoshop 3.0\x00"

FILL = re.compile(rb"\xff+")
IN_SCAN_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Inside a scan FF is followed by 00, by a restart or by a fill byte; all else ends the scan."""


def read(data: bytes) -> Blocks:
    """Raises BrokenOffError where the end marker is never reached."""
    found: dict[bytes, list[bytes]] = {EXIF: [], XMP: [], EXTENDED_XMP: [], PHOTOSHOP: []}
    size = None
    end = scans = 0
    for marker, start, stop in bounded(_segments(data)):
        end = stop
        scans += marker == START_OF_SCAN
        if marker in FRAMES and size is None:
            size = _size(marker, data[start:stop])
        if marker not in {APP1, APP13}:
            continue
        for prefix, bodies in found.items():
            if data.startswith(prefix, start, stop):
                bodies.append(data[start + len(prefix) : stop])
    if size is None:
        raise BrokenOffError
    if scans > MOST_SCANS:
        raise CrowdedError
    return Blocks(
        *size,
        end=end,
        xmp=_first(found[XMP]),
        extended_xmp=tuple(found[EXTENDED_XMP]),
        # One block may be spread over several segments; its parts follow each other.
        photoshop=b"".join(found[PHOTOSHOP]),
        exif=_first(found[EXIF]),
    )


def _size(marker: int, frame: bytes) -> tuple[int, int]:
    if len(frame) < struct.calcsize(">BHH"):
        raise BrokenOffError
    bits, height, width = struct.unpack_from(">BHH", frame)
    if marker not in {BASELINE, EXTENDED, PROGRESSIVE} or bits != BITS or not width * height:
        raise UnknownKindError
    return width, height


def _first(bodies: list[bytes]) -> bytes:
    return bodies[0] if bodies else b""


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """(marker, start, stop) of each segment's body; the last one is the end marker."""
    at = 2
    while True:
        marker, at = _marker(data, at)
        if marker == END_OF_IMAGE:
            yield marker, at, at
            return
        if marker in STANDALONE:
            yield marker, at, at
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        stop = at + length
        if length < LENGTH_BYTES or stop > len(data):
            raise BrokenOffError
        yield marker, at + 2, stop
        at = _behind_scan(data, stop) if marker == START_OF_SCAN else stop


def _marker(data: bytes, at: int) -> tuple[int, int]:
    """The marker at an offset and the offset behind it; fill bytes before it are passed over."""
    fill = FILL.match(data, at)
    if fill is None or fill.end() >= len(data):
        raise BrokenOffError
    return data[fill.end()], fill.end() + 1


def _behind_scan(data: bytes, at: int) -> int:
    found = IN_SCAN_MARKER.search(data, at)
    if found is None:
        raise BrokenOffError
    return found.start()
