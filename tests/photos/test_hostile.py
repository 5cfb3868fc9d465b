"""Whatever bytes come in: a photo or a sentence, never an error; and words that can be stored."""

import os
import signal
import subprocess
import sys
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsroom.errors import Invalid
from newsroom.photos import metadata
from newsroom.photos.credit_block import credit_block
from newsroom.photos.facts import LIMITS, PhotoFacts
from newsroom.photos.formats import judge
from newsroom.photos.renditions import make
from tests.bench import decodings, mutations
from tests.photos import heic, pictures

ZONE = ZoneInfo("Asia/Jerusalem")

PACKET = pictures.xmp(
    "<photoshop:Credit>Mara Ellis/HP</photoshop:Credit>"
    "<dc:creator><rdf:Seq><rdf:li>Mara</rdf:li></rdf:Seq></dc:creator>"
)
RICH = {
    "JPEG": pictures.with_iim(
        pictures.jpeg(
            (32, 24),
            xmp=PACKET,
            exif=pictures.exif(Artist="Mara Ellis", DateTimeOriginal="2026:11:03 08:15:30"),
        ),
        pictures.iim((1, 90, b"\x1b%G"), (2, 80, b"Mara Ellis"), (2, 120, b"Ferries wait.")),
    ),
    "PNG": pictures.with_chunk(
        pictures.png((32, 24)), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + PACKET
    ),
    "WebP": pictures.webp((32, 24), xmp=PACKET, exif=pictures.exif(Artist="Mara Ellis")),
}

CHANGES = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=6)), max_size=6)


def spoilt(data: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    for where, written in changes:
        at = int(where * len(data))
        data = data[:at] + written + data[at + len(written) :]
    return data


def taken_or_refused(data: bytes) -> str:
    """The sentence of the refusal, or nothing."""
    try:
        picture = judge(data)
        facts = metadata.read(picture.blocks, ZONE)
        made = list(make(data, picture, facts.orientation, credit_block(facts)))
    except Invalid as refused:
        return refused.sentence
    for name, text in vars(facts.words).items():
        assert len(text) <= LIMITS[name]
        assert "\x00" not in text
        assert text.encode("utf-8", "strict") is not None  # a lone surrogate would raise
    again = metadata.read(judge(made[0].data).blocks, ZONE)
    assert again.words == facts.words
    return ""


def assert_judged(data: bytes) -> None:
    sentence = taken_or_refused(data)
    assert not sentence or sentence.endswith(".")


@pytest.mark.parametrize("kind", RICH)
@given(changes=CHANGES)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_a_spoilt_picture_is_taken_or_refused_but_never_an_error(kind, changes):
    assert_judged(spoilt(RICH[kind], changes))


@given(st.binary(max_size=400))
@example(b"\xff\xd8\xff")
@example(b"\xff\xd8\xff\xd9")
@example(b"\xff\xd8\xff\xda\x00\x02")
@example(b"\x89PNG\r\n\x1a\n")
@example(b"RIFF\x04\x00\x00\x00WEBP")
@example(b"RIFF\xff\xff\xff\xffWEBPVP8 ")
@example(b"RIFF\x16\x00\x00\x00WEBPVP8 \x0a\x00\x00\x00\x00\x00\x00\x9d\x01\x2a\x00\x00\x00\x00")
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_bytes_at_all_are_taken_or_refused_but_never_an_error(data):
    assert_judged(data)


@given(photoshop=st.binary(max_size=200), exif=st.binary(max_size=200))
@example(photoshop=b"8BIM\x04\x04\x00\x00\xff\xff\xff\xff", exif=b"II*\x00\xff\xff\xff\xff")
@example(photoshop=b"8BIM\x04\x04\xff", exif=b"MM\x00*\x00\x00\x00\x08\xff\xff")
@example(
    photoshop=pictures.resource(0x0404, b"\x1c\x02\x78\xff\xff" + b"\x01" * 90),
    exif=b"II*\x00\x08\x00\x00\x00\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00",
)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_any_metadata_blocks_at_all_are_notes_at_worst(photoshop, exif):
    data = pictures.with_segment(RICH["JPEG"], 0xED, b"Photoshop 3.0\x00" + photoshop)
    assert_judged(pictures.with_segment(data, 0xE1, b"Exif\x00\x00" + exif))


def test_deeply_nested_xmp_is_no_way_to_break_the_reader():
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    data = pictures.with_chunk(pictures.png(), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + deep)
    assert metadata.read(judge(data).blocks, ZONE).words.credit == ""


def test_spoilt_pictures_of_every_kind_are_shown_anew_or_refused_in_words():
    """The first of the ten thousand of `python -m tests.bench.mutations`."""
    told = list(mutations.batch(0, 80))
    assert "shown" in told
    assert all(one == "shown" or one.endswith(".") for one in told)


def test_spoilt_pictures_of_phones_and_scanners_are_decoded_each_in_a_process_with_limits():
    """The first of the ten thousand of `python -m tests.bench.decodings`."""
    command = [sys.executable, "-m", "tests.bench.decodings", "60"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False)
    assert done.returncode == 0, done.stderr
    lines = (line.split(maxsplit=1) for line in done.stdout.splitlines())
    told = {words: int(times) for times, words in lines}
    assert told.pop("came as far as a decoder") >= 20
    assert told.pop("shown") >= 10
    total = next(words for words in told if words.startswith("shown or refused in"))
    assert told.pop(total) == 60
    assert all(one.endswith(".") for one in told), told


def test_a_hand_written_heic_shows_the_pixels_that_were_written_into_it():
    data = heic.written()
    (thumb,) = (
        one for one in make(data, judge(data), 1, credit_block(PhotoFacts())) if one.name == "thumb"
    )
    shown = pictures.opened(thumb.data).convert("L")
    seen = [shown.getpixel((16 * number + 8, 24)) for number in range(4)]
    assert seen == sorted(seen)
    assert seen[0] < seen[3]


def fault(*_: object) -> None:
    signal.signal(signal.SIGSEGV, signal.SIG_DFL)  # else pytest would tell of it at length
    os.kill(os.getpid(), signal.SIGSEGV)


@pytest.mark.parametrize(
    ("does", "sentence", "death"),
    [
        (fault, "data is damaged", "SIGSEGV"),
        (lambda *_: bytearray(3 * 1024**3), "more memory than the newsroom gives", "code 1"),
    ],
    ids=["a fault in a decoder", "its limit of memory"],
)
def test_a_process_that_dies_of_a_picture_is_counted_and_the_picture_gets_its_sentence(
    monkeypatch, does, sentence, death
):
    monkeypatch.setattr("newsroom.photos.apart_child.answer", does)
    decode = decodings.Divided()
    assert sentence in mutations.outcome(pictures.tiff((8, 8)), decode)
    assert decode.deaths == {death: 1}
