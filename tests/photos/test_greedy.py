"""Files made to cost much more than they weigh: what is spent on them is bounded."""

import struct
import tracemalloc
import unicodedata
import zlib
from zoneinfo import ZoneInfo

import pytest

from newsroom.errors import Invalid
from newsroom.photos import metadata
from newsroom.photos.containers import blocks, jpeg, png
from newsroom.photos.facts import LIMITS, PhotoFacts
from newsroom.photos.formats import judge
from newsroom.photos.metadata import cleaning, iim
from tests.effort import calls_made
from tests.photos import pictures

ZONE = ZoneInfo("Asia/Jerusalem")

MEGABYTE = 1024 * 1024
XMP_CHUNK = b"XML:com.adobe.xmp\0"
HARDLY_ANY = {
    "JPEG": lambda n: _behind(pictures.jpeg((32, 24)), 2, b"\xff\xe0\x00\x02" * n),
    "JPEG, markers without a length": lambda n: _behind(
        pictures.jpeg((32, 24)), 2, b"\xff\x01" * n
    ),
    "PNG": lambda n: _behind(pictures.png((32, 24)), 33, pictures.chunk(b"teSt", b"") * n),
    "WebP": lambda n: _webp_with(b"teSt\0\0\0\0" * n),
}


def _behind(data: bytes, at: int, more: bytes) -> bytes:
    return data[:at] + more + data[at:]


def _webp_with(more: bytes) -> bytes:
    body = pictures.webp((32, 24))[8:] + more
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _with_xmp(packet: bytes) -> bytes:
    return pictures.with_chunk(pictures.png(), b"iTXt", XMP_CHUNK + b"\0\0\0\0" + packet)


def _read(data: bytes) -> PhotoFacts:
    return metadata.read(judge(data).blocks, ZONE)


def _memory_for(data: bytes) -> int:
    """Bytes held at once, at most, while it is read."""
    tracemalloc.start()
    try:
        _read(data)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", HARDLY_ANY)
def test_a_file_of_nothing_but_tiny_pieces_is_refused(kind: str):
    judge(HARDLY_ANY[kind](blocks.MOST_PIECES // 2))
    with pytest.raises(Invalid, match="Save it anew from the program"):
        judge(HARDLY_ANY[kind](blocks.MOST_PIECES + 1))


def test_a_jpeg_that_draws_the_whole_picture_again_and_again_is_refused():
    data = pictures.jpeg((32, 24), progressive=True)
    last = data.rindex(b"\xff\xda")
    scans = data.count(b"\xff\xda")
    fits = data[:-2] + data[last:-2] * (jpeg.MOST_SCANS - scans) + data[-2:]
    judge(fits)
    with pytest.raises(Invalid, match="made of more pieces than any picture needs"):
        judge(fits[:-2] + data[last:])


def test_padding_before_a_marker_is_passed_over_at_once():
    data = _behind(pictures.jpeg((32, 24)), 2, b"\xff" * 100_000)
    assert calls_made(lambda _: judge(data), "") < 5_000


def test_of_many_xmp_chunks_that_inflate_without_end_one_is_inflated(monkeypatch):
    bomb = XMP_CHUNK + b"\1\0\0\0" + zlib.compress(b" " * 2 * png.INFLATED_LIMIT)
    data = pictures.png((32, 24))
    for _ in range(20):
        data = pictures.with_chunk(data, b"iTXt", bomb)
    inflated = []
    monkeypatch.setattr(png, "_international_text", lambda text: inflated.append(text) or b"")
    judge(data)
    assert len(inflated) == 1


def test_exif_entries_that_all_name_the_same_bytes_are_not_copied_each():
    count, size = 2_000, 100_000
    entries = b"".join(struct.pack("<HHII", tag, 2, size, 8) for tag in range(1, count + 1))
    block = b"II*\0" + struct.pack("<IH", 8, count) + entries
    data = pictures.with_chunk(pictures.png(), b"eXIf", block.ljust(size + 8, b"a"))
    assert _memory_for(data) < 4 * MEGABYTE


def test_exif_that_says_nothing_of_interest_is_not_called_damaged():
    assert _read(pictures.jpeg(exif=pictures.exif(Make="Harbour Optics"))).notes == ()


def test_an_orientation_of_a_thousand_digits_is_none():
    entry = struct.pack("<HHII", 0x0112, 2, 3_000, 26)
    block = b"II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0" * 4 + b"6" * 3_000
    assert _read(pictures.with_chunk(pictures.png(), b"eXIf", block)).orientation == 1


def test_a_long_namespace_that_every_name_would_repeat_is_passed_over():
    names = "".join(f"<p:a{number}/>" for number in range(1_000))
    packet = pictures.xmp(f'<p:all xmlns:p="urn:{"x" * 100_000}">{names}</p:all>')
    assert _memory_for(_with_xmp(packet)) < 8 * MEGABYTE
    assert "XMP block of the file is damaged" in _read(_with_xmp(packet)).notes[0]


def test_of_an_iptc_block_with_a_million_creators_the_first_are_read():
    block = pictures.iim(*[(2, 80, b"ab")] * (3 * iim.MOST_ENTRIES))
    found = iim.read(block)
    assert len(found.values["creator"].split(", ")) == iim.MOST_ENTRIES
    assert found.broken


def test_marks_piled_on_one_letter_are_not_all_put_in_order(monkeypatch):
    longest = 0

    def noted(form: str, text: str) -> str:
        nonlocal longest
        longest = max(longest, len(text))
        return unicodedata.normalize(form, text)

    monkeypatch.setattr(cleaning, "normalize", noted)
    piled = "a" + "\u0315\u0300" * 50_000
    caption = f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{piled}</rdf:li></rdf:Alt></dc:description>'
    facts = _read(_with_xmp(pictures.xmp(caption)))
    assert longest <= cleaning.LOOKED_AT
    assert len(facts.words.caption) == LIMITS["caption"]


def test_a_caption_that_composing_makes_short_enough_is_not_cut():
    letters = "\u01d6" * LIMITS["caption"]
    assert cleaning.clean_paragraphs(unicodedata.normalize("NFD", letters)) == letters
