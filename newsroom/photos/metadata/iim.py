"""The older caption block of agencies (IPTC IIM 4.2) inside Photoshop's resources."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

RESOURCE = b"8BIM"
IIM_RESOURCE, DIGEST_RESOURCE = 0x0404, 0x0425
TAG = 0x1C
HEADER = 5
"""Bytes of a dataset before its body: tag, record, dataset, two of length."""

CHARACTER_SET = (1, 90)
UTF_8_MARK = b"\x1b%G"
LATIN_MARKS = frozenset({b"\x1b.A", b"\x1b-A"})

DATASETS: dict[tuple[int, int], str] = {
    (2, 5): "title",
    (2, 25): "keywords",
    (2, 40): "instructions",
    (2, 55): "date",
    (2, 60): "time",
    (2, 80): "creator",
    (2, 85): "creator_title",
    (2, 90): "city",
    (2, 92): "sublocation",
    (2, 95): "state",
    (2, 100): "code",
    (2, 101): "country",
    (2, 103): "job",
    (2, 105): "headline",
    (2, 110): "credit",
    (2, 115): "source",
    (2, 116): "copyright",
    (2, 120): "caption",
    (2, 122): "caption_writer",
}
"""(record, dataset) and what the newsroom calls it."""

MOST_ENTRIES = 10_000
"""Resources, or datasets, that are looked at; a caption block has some dozen of each."""

REPEATABLE = {"creator": ", ", "keywords": "\n"}
"""Fields that may stand several times, and what is put between."""


@dataclass(frozen=True)
class Iim:
    """`newer`: somebody changed this block after XMP had been written beside it."""

    values: dict[str, str]
    newer: bool = False
    broken: bool = False
    guessed: bool = False
    """Its character set is not named, or named by a mark that nobody knows, and was guessed."""


def read(photoshop: bytes) -> Iim:
    """Never raises; what can be read of a broken block is returned."""
    resources = dict(islice(_resources(photoshop), MOST_ENTRIES))
    block = resources.get(IIM_RESOURCE, b"")
    digest = resources.get(DIGEST_RESOURCE, b"")
    # MD5 is what the standard's digest is made with; nothing is kept safe by it.
    newer = bool(digest) and hashlib.md5(block, usedforsecurity=False).digest() != digest
    raw: dict[str, list[bytes]] = {}
    mark = b""
    read_to = 0
    for key, body, stop in islice(_datasets(block), MOST_ENTRIES):
        read_to = stop
        if key == CHARACTER_SET:
            mark = body
        elif key in DATASETS:
            raw.setdefault(DATASETS[key], []).append(body)
    values = {name: _joined(name, bodies, mark) for name, bodies in raw.items()}
    return Iim(
        values,
        newer and bool(values),
        broken=bool(block[read_to:].strip(b"\x00")),
        guessed=any(_is_guess(body, mark) for bodies in raw.values() for body in bodies),
    )


def _joined(name: str, bodies: list[bytes], mark: bytes) -> str:
    kept = bodies if name in REPEATABLE else bodies[:1]
    return REPEATABLE.get(name, "").join(_decoded(body, mark) for body in kept)


def _is_guess(body: bytes, mark: bytes) -> bool:
    """What is plain ASCII needs none, and what fits UTF-8 without any mark hardly is one."""
    if body.isascii() or mark == UTF_8_MARK or mark in LATIN_MARKS:
        return False
    return bool(mark) or not _fits_utf_8(body)


def _fits_utf_8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(body: bytes, mark: bytes) -> str:
    """UTF-8 where it says so or fits; else Latin-1, which fits everything.

    Marks other than UTF-8's are only a guess: a large agency's files carry one that means nothing.
    """
    errors = "replace" if mark == UTF_8_MARK else "strict"
    try:
        return body.decode("utf-8", errors)
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")


def _resources(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(id, body) of each Photoshop resource; stops quietly where they stop making sense."""
    at = 0
    while data[at : at + 4] == RESOURCE and at + 12 <= len(data):
        number = int.from_bytes(data[at + 4 : at + 6], "big")
        name = data[at + 6]
        at += 6 + name + 1 + (name + 1) % 2
        length = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 4 : at + 4 + length]
        if len(body) < length:
            return
        yield number, body
        at += 4 + length + length % 2


def _datasets(block: bytes) -> Iterator[tuple[tuple[int, int], bytes, int]]:
    """((record, dataset), body, offset behind it) of each dataset."""
    at = 0
    while at + HEADER <= len(block) and block[at] == TAG:
        key = (block[at + 1], block[at + 2])
        length = int.from_bytes(block[at + 3 : at + 5], "big")
        at += HEADER
        if length & 0x8000:  # then it is the length of the length
            wide = length & 0x7FFF
            length = int.from_bytes(block[at : at + wide], "big")
            at += wide
        body = block[at : at + length]
        if len(body) < length:
            return
        at += length
        yield key, body, at
