"""What is taken for a photo, and the sentence for everything else."""

import pytest
from PIL import Image

from newsroom.errors import Invalid
from newsroom.photos import formats
from newsroom.photos.formats import Format, doubts, judge
from tests.photos import pictures

EVERY_FORMAT = [pictures.jpeg, pictures.png, pictures.webp, pictures.avif, pictures.tiff]


def refusal(data: bytes) -> str:
    with pytest.raises(Invalid) as refused:
        judge(data)
    return refused.value.sentence


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (pictures.jpeg(), Format.JPEG),
        (pictures.jpeg(progressive=True), Format.JPEG),
        (pictures.png(), Format.PNG),
        (pictures.png(mode="P"), Format.PNG),
        (pictures.webp(), Format.WEBP),
        (pictures.webp(lossless=True), Format.WEBP),
        (pictures.saved(pictures.scene(), "AVIF"), Format.AVIF),
        (pictures.saved(pictures.scene(), "TIFF"), Format.TIFF),
        (pictures.saved(pictures.scene(), "TIFF", compression="tiff_lzw"), Format.TIFF),
    ],
)
def test_a_photo_is_known_by_its_content(data, format):  # noqa: A002 - the product's word
    picture = judge(data)
    assert (picture.format, picture.size) == (format, (600, 400))
    assert picture.blocks.end == len(data)


def test_an_empty_file_is_refused():
    assert refusal(b"") == "The file is empty."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (pictures.saved(pictures.scene(), "GIF"), "This is a GIF."),
        (pictures.saved(pictures.scene(), "BMP"), "This is a Windows bitmap."),
        (pictures.saved(pictures.scene(), "PDF"), "This is a PDF, not a photo."),
        (b"II+\x00\x08\x00\x00\x00", "This is a BigTIFF"),
        (b"II*\x00\x10\x00\x00\x00CR\x02\x00" + b"\x00" * 40, "This is a camera’s raw file"),
        (b"\x00\x00\x00\x18ftypcrx \x00\x00\x00\x01", "This is a camera’s raw file"),
        (b"IIRO\x08\x00\x00\x00", "This is a camera’s raw file"),
        (b"\x00\x00\x00\x18ftypmif1\x00\x00\x00\x00", "of a kind that cannot be read here"),
        (b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00", "This is a film, not a photo."),
        (b"PK\x03\x04\x14\x00\x00\x00", "This is a ZIP archive or an office document"),
        (b"\x7fELF\x02\x01\x01\x00", "This is a program, not a photo."),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "This is an SVG drawing"),
        (b"<?xml version='1.0'?><!-- a --><svg xmlns='x'/>", "This is an SVG drawing"),
        (b"<!DOCTYPE html><title>Log in</title>", "This is a web page, not a photo."),
        (b"\xef\xbb\xbf  <HTML><body>", "This is a web page, not a photo."),
        ("<html lang='en'>".encode("utf-16-le"), "This is a web page, not a photo."),
        (b"<?xml version='1.0'?><newsItem/>", "This is an XML file, not a photo."),
        (b"Dear desk, here is the picture", "This is not a picture that the library knows."),
    ],
)
def test_what_is_no_photo_is_called_what_it_is(data, words):
    assert words in refusal(data)


@pytest.mark.parametrize("make", EVERY_FORMAT)
@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_file_that_breaks_off_is_refused(make, kept):
    data = make()
    assert "breaks off before its picture ends" in refusal(data[: int(len(data) * kept)])


def test_a_png_with_a_damaged_chunk_is_refused():
    data = bytearray(pictures.png())
    data[len(data) // 2] ^= 0xFF
    assert "damaged" in refusal(bytes(data))


def test_a_file_above_sixty_megabytes_is_refused_unread(monkeypatch):
    monkeypatch.setattr(formats, "MAX_BYTES", 1000)
    assert "the library takes 60 MB at most" in refusal(pictures.jpeg())


@pytest.mark.parametrize(("width", "height"), [(20_000, 20_000), (10_001, 10_000), (80_000, 100)])
def test_a_small_file_that_would_unfold_to_a_huge_picture_is_refused(width, height):
    bomb = pictures.claiming(width, height)
    assert len(bomb) < 2000
    assert "more than 100 million pixels" in refusal(bomb)


def test_a_header_that_nothing_can_show_is_refused():
    data = pictures.jpeg()
    precision = data.index(b"\xff\xc0") + 4
    twelve_bits = data[:precision] + b"\x0c" + data[precision + 1 :]
    assert "its header is none that can be shown" in refusal(twelve_bits)
    assert "its header is none that can be shown" in refusal(pictures.claiming(0, 400))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_moving_picture_is_refused(kind):
    frames = [Image.new("RGB", (40, 40), shade) for shade in ("red", "blue")]
    data = pictures.saved(frames[0], kind, save_all=True, append_images=frames[1:])
    assert "takes still pictures" in refusal(data)


def test_a_picture_of_two_pictures_as_cameras_make_them_is_taken():
    data = pictures.saved(pictures.scene(), "MPO", save_all=True, append_images=[pictures.scene()])
    assert judge(data).format is Format.JPEG


@pytest.mark.parametrize(
    ("behind", "words"),
    [
        (b"PK\x03\x04 ... PK\x05\x06" + b"\x00" * 18, "A ZIP archive is hidden"),
        (b"<html><script>alert(1)</script>", "A web page is hidden"),
        (b"<?php system($_GET['c']); ?>", "A script is hidden"),
        (b"%PDF-1.7 ...", "A PDF is hidden"),
    ],
)
@pytest.mark.parametrize("make", EVERY_FORMAT)
def test_a_picture_that_hides_another_file_is_refused(make, behind, words):
    assert words in refusal(make() + behind)


def test_other_bytes_behind_a_picture_are_taken_with_a_note():
    data = pictures.jpeg() + b"depth map of a phone"
    found = doubts(judge(data), "quay.jpg", len(data))
    assert found == ("20 bytes stand behind the picture; its renditions leave them out.",)


def test_a_renamed_picture_is_taken_for_what_it_holds_with_a_note():
    data = pictures.png()
    found = doubts(judge(data), "quay.JPG", len(data))
    assert found == ("The file is called .jpg but holds a PNG.",)


def test_a_rightly_named_picture_raises_no_doubt():
    data = pictures.jpeg()
    assert doubts(judge(data), "quay.JPEG", len(data)) == ()


def test_formats_nobody_asked_for_are_never_opened():
    """Pillow would hand an EPS to Ghostscript; the library refuses before Pillow sees it."""
    assert refusal(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") == (
        "This is a PostScript file. Save it as JPEG, PNG, WebP, AVIF, HEIC or TIFF and add that."
    )


@pytest.mark.parametrize(
    "tag",
    [
        (50706, 1, b"\x01\x04\x00\x00"),
        (262, 3, (32803).to_bytes(4, "little")),
        (259, 3, (34713).to_bytes(4, "little")),
    ],
    ids=["DNG", "colour filter", "Nikon"],
)
def test_a_raw_file_that_poses_as_a_tiff_is_refused(tag):
    assert "This is a camera’s raw file" in refusal(pictures.bare_tiff(tag))


def test_a_tiff_whose_directories_go_in_a_circle_is_refused():
    assert "more pieces than any picture needs" in refusal(pictures.bare_tiff(following=8))


def test_a_tiff_that_would_unfold_to_a_huge_picture_is_refused():
    assert "more than 100 million pixels" in refusal(pictures.bare_tiff(size=(40_000, 40_000)))


def test_of_a_tiff_with_several_pages_the_first_is_taken_with_a_note():
    pages = {"save_all": True, "append_images": [pictures.scene()]}
    data = pictures.saved(pictures.scene(), "TIFF", **pages)
    assert "The file has 2 pages; the first one was taken." in doubts(judge(data), "a.tif", 0)


def test_what_a_phone_turned_is_as_wide_as_it_is_seen():
    data = pictures.saved(pictures.scene(), "AVIF", exif=pictures.exif(Orientation=6))
    assert judge(data).size == (400, 600)


def test_an_avif_that_claims_to_be_huge_is_refused():
    data = pictures.avif()
    at = data.index(b"ispe") + 8
    assert "more than 100 million pixels" in refusal(
        data[:at] + b"\x00\x00\xff\x00" * 2 + data[at + 8 :]
    )


def test_an_avif_without_what_it_is_made_of_is_refused():
    data = pictures.avif().replace(b"iprp", b"free")
    assert "its header is none that can be shown" in refusal(data)
