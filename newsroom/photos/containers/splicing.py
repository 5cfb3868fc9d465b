"""Putting metadata blocks into pictures that were just encoded here and carry none yet."""

import struct
import zlib

from newsroom.photos.containers import jpeg, png, webp

APP0 = b"\xff\xe0"
START = 2
"""Bytes of a JPEG before its first segment."""
SEGMENT_BODY = 65_533

XMP_FLAG, ALPHA_FLAG = 0x04, 0x10


def into_jpeg(data: bytes, xmp: bytes, photoshop: bytes) -> bytes:
    """Both right behind the JFIF header, which must stay first."""
    at = START
    if data[at : at + 2] == APP0:
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    added = _segment(jpeg.APP1, jpeg.XMP + xmp)
    if photoshop:
        added += _segment(jpeg.APP13, jpeg.PHOTOSHOP + photoshop)
    return data[:at] + added + data[at:]


def _segment(marker: int, body: bytes) -> bytes:
    if len(body) > SEGMENT_BODY:
        raise ValueError("a JPEG's segment does not hold so much")
    return struct.pack(">BBH", jpeg.MARKER, marker, len(body) + 2) + body


def into_webp(data: bytes, xmp: bytes) -> bytes:
    """As the last chunk, with the extended header that announces it."""
    blocks = webp.read(data)
    chunks = data[webp.HEADER : blocks.end]
    if chunks.startswith(b"VP8X"):
        flags, chunks = chunks[8], chunks[18:]
    else:
        flags = ALPHA_FLAG if chunks.startswith(b"VP8L") and _lossless_alpha(chunks) else 0
    sides = struct.pack("<I", blocks.width - 1)[:3] + struct.pack("<I", blocks.height - 1)[:3]
    header = _chunk(b"VP8X", bytes([flags | XMP_FLAG, 0, 0, 0]) + sides)
    body = b"WEBP" + header + chunks + _chunk(b"XMP ", xmp)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _lossless_alpha(chunks: bytes) -> bool:
    """The bit behind two sides of 14 bits each."""
    return bool(chunks[12] & 0x10)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + b"\x00" * (len(body) % 2)


def into_png(data: bytes, xmp: bytes) -> bytes:
    """As the text chunk behind the header that readers of XMP look for."""
    at = len(png.SIGNATURE) + 12 + png.HEADER_BYTES
    body = b"iTXt" + png.XMP_KEYWORD + b"\x00" * 4 + xmp
    check = struct.pack(">I", zlib.crc32(body))
    return data[:at] + struct.pack(">I", len(body) - 4) + body + check + data[at:]
