"""Real files beside the checkout: what they say, and what is refused."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.errors import Invalid
from newsroom.photos import metadata
from newsroom.photos.credit_block import credit_block
from newsroom.photos.facts import WORDS, Details, Licensor, Place, Words
from newsroom.photos.formats import judge
from newsroom.photos.metadata.written import ROWS
from newsroom.photos.renditions import make

UTC = ZoneInfo("UTC")

REFUSED = {
    "exiftool-PLUS.xmp": "This is an XML file, not a photo.",
    "exiftool-XMP.svg": "This is an SVG drawing",
}


WITHOUT_A_PICTURE = ("exiftool-QuickTime.heic",)
"""Whole in form, but where the picture should be stand the words "dummy image data"."""


@pytest.fixture(scope="module")
def folder(shared: Path) -> Path:
    found = shared / "develop" / "photos"
    if not found.is_dir():
        pytest.skip("no photos in ../shared")
    return found


def written(words: Words) -> dict[str, str]:
    """Those that renditions carry."""
    return {row.fact: getattr(words, row.fact) for row in ROWS if row.fact in WORDS}


@pytest.mark.parametrize("name", REFUSED)
def test_real_files_of_other_kinds_are_called_what_they_are(folder, name):
    with pytest.raises(Invalid) as refused:
        judge((folder / name).read_bytes())
    assert refused.value.sentence.startswith(REFUSED[name])


def test_every_real_photo_is_taken_and_keeps_its_words_through_every_rendition(folder):
    taken = 0
    for path in sorted(folder.iterdir()):
        if path.name in REFUSED or path.name in WITHOUT_A_PICTURE:
            continue
        data = path.read_bytes()
        picture = judge(data)
        facts = metadata.read(picture.blocks, UTC)
        for one in make(data, picture, facts.orientation, credit_block(facts)):
            again = metadata.read(judge(one.data).blocks, UTC)
            assert written(again.words) == written(facts.words), f"{path.name}: {one.name}"
        taken += 1
    assert taken >= 20


@pytest.mark.parametrize("name", WITHOUT_A_PICTURE)
def test_a_file_whose_picture_is_none_is_told_when_it_is_decoded(folder, name):
    data = (folder / name).read_bytes()
    with pytest.raises(Invalid, match="The picture's data is damaged"):
        list(make(data, judge(data), 1, b""))


def test_every_field_of_the_iptc_reference_image_is_read(folder):
    data = (folder / "IPTC-PhotometadataRef-Std2017.1.jpg").read_bytes()
    facts = metadata.read(judge(data).blocks, UTC)
    mark = "(ref2017.1)"
    assert vars(facts.words) == {
        "creator": f"Creator1 {mark}, Creator2 {mark}",
        "credit": f"Credit Line {mark}",
        "caption": f"The description aka caption {mark}",
        "alt": "",  # the standard of that year had none
        "headline": f"The Headline {mark}",
        "copyright": f"Copyright (Notice) 2017.1 IPTC - www.iptc.org {mark}",
        "usage_terms": f"Rights Usage Termns {mark}",
        "source": f"Source {mark}",
        "instructions": f"An Instruction {mark}",
        "people": f"Person Shown 1 {mark}\nPerson Shown 2 {mark}",
        "place": "\n".join(place.in_words for place in facts.details.shown),
        "event": f"An Event {mark}",
        "title": f"The Title {mark}",
        "keywords": "Keyword1ref2017.1\nKeyword2ref2017.1\nKeyword3ref2017.1",
        "extended_alt": "",
    }
    assert facts.digital_source.endswith("/softwareImage")
    assert facts.taken_at == datetime(2017, 7, 13, 17, 1, tzinfo=UTC)
    assert facts.details == Details(
        shown=tuple(location(f"shown{number}", mark) for number in (1, 2)),
        created=(location("created1", mark),),
        web_statement="http://www.WebStatementOfRights.org/2017.1",
        licensors=tuple(
            Licensor(f"Licensor Name {n} {mark}", f"Licensor URL {n} {mark}") for n in (1, 2)
        ),
        copyright_owners=tuple(f"Copyright Owner Name {n} {mark}" for n in (1, 2)),
        job=f"Job Id {mark}",
        creator_title=f"Creator's Job Title {mark}",
        caption_writer=f"Description Writer {mark}",
    )


def test_the_older_block_of_the_reference_image_says_the_same(folder):
    data = (folder / "IPTC-PhotometadataRef-Std2017.1.jpg").read_bytes()
    blocks = replace(judge(data).blocks, xmp=b"", exif=b"")
    words = metadata.read(blocks, UTC).words
    assert words.creator == "Creator1 (ref2017.1)"
    assert words.caption == "The description aka caption (ref2017.1)"
    assert words.place.startswith("Sublocation (Core) (ref2017.1), City (Core) (ref2017.1)")
    for name in ("credit", "headline", "source", "copyright", "instructions", "title", "keywords"):
        assert "ref2017.1" in getattr(words, name), name


def location(which: str, mark: str) -> Place:
    names = ("Sublocation", "City", "Province/State", "CountryName")
    return Place(*(f"{name} (Location {which}) {mark}" for name in names), "R17")


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
