"""Real files beside the checkout: what they say, and what is refused."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.errors import Invalid
from newsroom.photos import metadata
from newsroom.photos.credit_block import credit_block
from newsroom.photos.formats import judge
from newsroom.photos.renditions import make

UTC = ZoneInfo("UTC")

REFUSED = {
    "c2pa-sample1.avif": "This is an AVIF picture.",
    "c2pa-sample1.heic": "This is an HEIC picture",
    "exiftool-QuickTime.heic": "This is an HEIC picture",
    "exiftool-PLUS.xmp": "This is an XML file, not a photo.",
    "exiftool-XMP.svg": "This is an SVG drawing",
}


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    found = shared / "develop" / "photos"
    if not found.is_dir():
        pytest.skip("no photos in ../shared")
    return found


@pytest.mark.parametrize("name", REFUSED)
def test_real_files_of_other_kinds_are_called_what_they_are(folder, name):
    with pytest.raises(Invalid) as refused:
        judge((folder / name).read_bytes())
    assert refused.value.sentence.startswith(REFUSED[name])


def test_every_real_photo_is_taken_and_keeps_its_words_through_every_rendition(folder):
    taken = 0
    for path in sorted(folder.iterdir()):
        if path.name in REFUSED:
            continue
        data = path.read_bytes()
        picture = judge(data)
        facts = metadata.read(picture.blocks, UTC)
        for one in make(data, picture, facts.orientation, credit_block(facts)):
            again = metadata.read(judge(one.data).blocks, UTC)
            assert again.words == facts.words, f"{path.name}: {one.name}"
        taken += 1
    assert taken >= 15


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "IPTC-PhotometadataRef-Std2017.1.jpg",
            {
                "creator": "Creator1 (ref2017.1), Creator2 (ref2017.1)",
                "credit": "Credit Line (ref2017.1)",
                "caption": "The description aka caption (ref2017.1)",
                "headline": "The Headline (ref2017.1)",
                "source": "Source (ref2017.1)",
                "instructions": "An Instruction (ref2017.1)",
            },
        ),
        (
            "exiftool-PhotoMechanic.jpg",
            {"creator": "Photographer", "credit": "Credit", "caption": "Caption"},
        ),
        (
            "exiftool-IPTC.jpg",
            {"creator": "Phil Harvey", "credit": "My Credit", "caption": "A witty caption"},
        ),
        ("exiftool-GPS.jpg", {"creator": "Ian Britton", "source": "FreeFoto.com"}),
        ("exiftool-XMP.jpg", {"creator": "Phil Harvey", "credit": "My Credit"}),
        ("c2pa-test_xmp.webp", {"creator": "MDF"}),
    ],
)
def test_real_photos_say_who_made_them(folder, name, words):
    read = metadata.read(judge((folder / name).read_bytes()).blocks, UTC).words
    assert {key: getattr(read, key) for key in words} == words


def test_where_a_photo_was_taken_stays_behind(folder):
    data = (folder / "exiftool-GPS.jpg").read_bytes()
    picture = judge(data)
    for one in make(data, picture, 1, credit_block(metadata.read(picture.blocks, UTC))):
        assert b"GPS" not in one.data
        assert b"Exif" not in one.data
