"""What the camera wrote (EXIF): description, artist, copyright, date, and which way is up.

Read here and not by Pillow, which gives up a damaged block whole and takes all words for Latin-1.
"""

import struct
from collections.abc import Iterator

BYTE_ORDERS = {b"II*\x00": "<", b"MM\x00*": ">"}

DESCRIPTION, ARTIST, COPYRIGHT, ORIENTATION = 0x010E, 0x013B, 0x8298, 0x0112
CAMERA_BLOCK, TAKEN, TAKEN_ZONE = 0x8769, 0x9003, 0x9011
READ = {DESCRIPTION, ARTIST, COPYRIGHT, ORIENTATION, CAMERA_BLOCK, TAKEN, TAKEN_ZONE}

ENTRY = 12
"""Bytes of a directory's entry: tag, type, count, and the value or where it stands."""

INLINE = 4
LONGEST = 64 * 1024
"""Bytes of one value; a longer one would not even fit a JPEG's whole block."""

ASCII, SHORT, LONG = 2, 3, 4
SIZES = {ASCII: 1, SHORT: 2, LONG: 4}
"""Bytes of a value, by its type; tags of other types are not looked at."""

BY_CAMERA = frozenset(
    {"olympus digital camera", "sony dsc", "digital camera", "minolta digital camera", "default"}
)
"""Descriptions that cameras write into every file; no caption of anybody's."""


class UnreadableError(Exception):
    """The block is damaged from its start."""


def read(block: bytes) -> dict[str, str]:
    """Its values by the newsroom's names, and "orientation" as a digit from 1 to 8."""
    if not block:
        return {}
    order = BYTE_ORDERS.get(block[:4])
    if order is None or len(block) < 8:  # noqa: PLR2004 - the header
        raise UnreadableError
    main = dict(_entries(block, order, _number(order, block[4:8])))
    inner = main.get(CAMERA_BLOCK, b"")
    camera = dict(_entries(block, order, _number(order, inner))) if inner else {}
    if not main:
        raise UnreadableError
    caption = _text(main.get(DESCRIPTION))
    found = {
        "caption": "" if caption.strip().lower() in BY_CAMERA else caption,
        "creator": _text(main.get(ARTIST)).replace("; ", ", "),
        "copyright": "; ".join(filter(None, _text(main.get(COPYRIGHT)).split("\x00"))),
        "taken": _text(camera.get(TAKEN)) + _text(camera.get(TAKEN_ZONE)),
        "orientation": str(_number(order, main.get(ORIENTATION, b""))),
    }
    return {name: value for name, value in found.items() if value.strip()}


def _entries(block: bytes, order: str, at: int) -> Iterator[tuple[int, bytes]]:
    """(tag, value's bytes) of each entry, none of what nobody reads; what points outside is left out."""
    stated = _number(order, block[at : at + 2])
    for start in range(at + 2, min(at + 2 + stated * ENTRY, len(block) - ENTRY + 1), ENTRY):
        tag, kind, count = struct.unpack_from(f"{order}HHI", block, start)
        length = SIZES.get(kind, 0) * count
        where = start + 8
        if length > INLINE:
            where = _number(order, block[start + 8 : start + ENTRY])
        if 0 < length <= len(block) - where:
            # All 65,535 entries may point at the same bytes: only what is read is copied.
            wanted = tag in READ and length <= LONGEST
            yield tag, block[where : where + length] if wanted else b""


def _number(order: str, raw: bytes) -> int:
    return int.from_bytes(raw[:INLINE], "little" if order == "<" else "big")


def _text(raw: bytes | None) -> str:
    """ASCII by the standard; UTF-8 by nearly everybody."""
    raw = (raw or b"").rstrip(b"\x00 ")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")
