"""The older caption block (IPTC IIM 4.2) inside Photoshop's resources, for programs that read no XMP."""

import hashlib
import struct
from datetime import datetime

from newsroom.photos.facts import PhotoFacts
from newsroom.photos.metadata.iim import (
    CHARACTER_SET,
    DIGEST_RESOURCE,
    IIM_RESOURCE,
    RESOURCE,
    TAG,
    UTF_8_MARK,
)
from newsroom.photos.metadata.written import ROWS, Dataset, value

ENVELOPE_VERSION, APPLICATION_VERSION = (1, 0), (2, 0)
FOURTH = b"\x00\x04"
DATE, TIME = (2, 55), (2, 60)


def block(facts: PhotoFacts) -> bytes:
    """Photoshop's resources with the caption block and its digest; empty where nothing is known."""
    datasets = _datasets(facts)
    if not datasets:
        return b""
    iim = b"".join(
        _dataset(key, body)
        for key, body in (
            (ENVELOPE_VERSION, FOURTH),
            (CHARACTER_SET, UTF_8_MARK),
            (APPLICATION_VERSION, FOURTH),
            *sorted(datasets.items()),
        )
    )
    # MD5 is what the standard's digest is made with; nothing is kept safe by it.
    digest = hashlib.md5(iim, usedforsecurity=False).digest()
    return _resource(IIM_RESOURCE, iim) + _resource(DIGEST_RESOURCE, digest)


def _datasets(facts: PhotoFacts) -> dict[Dataset, bytes]:
    found = {
        row.dataset: cut(told, row.bytes)
        for row in ROWS
        if row.dataset and (told := value(facts, row.fact))
    }
    return found | (_moment(facts.taken_at) if facts.taken_at else {})


def _moment(taken_at: datetime) -> dict[Dataset, bytes]:
    written = taken_at.strftime("%Y%m%d %H%M%S%z").encode("ascii")
    day, _, time = written.partition(b" ")
    return {DATE: day.rjust(8, b"0"), TIME: time}


def cut(text: str, most: int) -> bytes:
    """UTF-8 of at most so many bytes, cut between two characters."""
    return text.encode("utf-8")[:most].decode("utf-8", "ignore").encode("utf-8")


def _dataset(key: Dataset, body: bytes) -> bytes:
    return struct.pack(">BBBH", TAG, *key, len(body)) + body


def _resource(number: int, body: bytes) -> bytes:
    return RESOURCE + struct.pack(">HHI", number, 0, len(body)) + body + b"\x00" * (len(body) % 2)
