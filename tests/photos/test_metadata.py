"""What is read of a photo: which block is believed, and how a credit is found."""

import zlib
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsroom.photos import metadata
from newsroom.photos.facts import Details, Licensor, PhotoFacts, Place
from newsroom.photos.formats import judge
from tests.photos import pictures

ATHENS = ZoneInfo("Europe/Athens")

FULL = """
<dc:creator><rdf:Seq><rdf:li>Mara Ellis</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="fr">Le quai</rdf:li>
 <rdf:li xml:lang="x-default">Ferries wait at the quay.</rdf:li></rdf:Alt></dc:description>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">Harbour Pictures</rdf:li></rdf:Alt></dc:rights>
<photoshop:Credit>Mara Ellis/Harbour Pictures</photoshop:Credit>
<photoshop:Headline>Ferry strike</photoshop:Headline>
<photoshop:Source>Harbour Pictures</photoshop:Source>
<photoshop:Instructions>No archive use</photoshop:Instructions>
<photoshop:DateCreated>2026-11-03T08:15:00+02:00</photoshop:DateCreated>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">Editorial use only</rdf:li></rdf:Alt>
</xmpRights:UsageTerms>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Three white ferries</rdf:li>
</rdf:Alt></core:AltTextAccessibility>
<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture</ext:DigitalSourceType>
<ext:PersonInImage><rdf:Bag><rdf:li>Dana Peled</rdf:li><rdf:li>Omer Katz</rdf:li></rdf:Bag>
</ext:PersonInImage>
<ext:Event>Ferry strike, third day</ext:Event>
<ext:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><ext:City>Northport</ext:City>
<ext:Sublocation>Quay 3</ext:Sublocation><ext:CountryName>Norland</ext:CountryName></rdf:li>
<rdf:li><rdf:Description ext:City="Southport" ext:CountryCode="NLD"/></rdf:li></rdf:Bag>
</ext:LocationShown>
<ext:LocationCreated rdf:parseType="Resource"><ext:City>Eastport</ext:City></ext:LocationCreated>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">FERRY-3</rdf:li></rdf:Alt></dc:title>
<dc:subject><rdf:Bag><rdf:li>ferries</rdf:li><rdf:li>strikes, ports</rdf:li></rdf:Bag></dc:subject>
<core:ExtDescrAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Three white ferries lie side
by side.</rdf:li></rdf:Alt></core:ExtDescrAccessibility>
<xmpRights:WebStatement>https://harbour.example/terms</xmpRights:WebStatement>
<plus:DataMining>http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED</plus:DataMining>
<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">
<plus:LicensorName>Harbour Pictures</plus:LicensorName>
<plus:LicensorURL>https://harbour.example/buy</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
<plus:CopyrightOwner><rdf:Seq><rdf:li rdf:parseType="Resource">
<plus:CopyrightOwnerName>Harbour Pictures</plus:CopyrightOwnerName></rdf:li></rdf:Seq>
</plus:CopyrightOwner>
<photoshop:TransmissionReference>HP-77</photoshop:TransmissionReference>
"""


def facts_of(data: bytes) -> PhotoFacts:
    return metadata.read(judge(data).blocks, ATHENS)


def words_of(data: bytes) -> dict[str, str]:
    return {name: value for name, value in vars(facts_of(data).words).items() if value}


EXPECTED = {
    "creator": "Mara Ellis",
    "credit": "Mara Ellis/Harbour Pictures",
    "caption": "Ferries wait at the quay.",
    "alt": "Three white ferries",
    "headline": "Ferry strike",
    "copyright": "Harbour Pictures",
    "usage_terms": "Editorial use only",
    "source": "Harbour Pictures",
    "instructions": "No archive use",
    "people": "Dana Peled\nOmer Katz",
    "place": "Quay 3, Northport, Norland\nSouthport, NLD",
    "event": "Ferry strike, third day",
    "title": "FERRY-3",
    "keywords": "ferries\nstrikes, ports",
    "extended_alt": "Three white ferries lie side\nby side.",
}

DETAILS = Details(
    shown=(
        Place(sublocation="Quay 3", city="Northport", country="Norland"),
        Place(city="Southport", code="NLD"),
    ),
    created=(Place(city="Eastport"),),
    data_mining="http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED",
    web_statement="https://harbour.example/terms",
    licensors=(Licensor("Harbour Pictures", "https://harbour.example/buy"),),
    copyright_owners=("Harbour Pictures",),
    job="HP-77",
)


@pytest.mark.parametrize(
    "data",
    [
        pictures.jpeg(xmp=pictures.xmp(FULL)),
        pictures.webp(xmp=pictures.xmp(FULL)),
        pictures.avif(xmp=pictures.xmp(FULL)),
        pictures.tiff(tiffinfo={700: pictures.xmp(FULL)}),
        pictures.with_chunk(
            pictures.png(), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + pictures.xmp(FULL)
        ),
    ],
    ids=["JPEG", "WebP", "AVIF", "TIFF", "PNG"],
)
def test_every_fact_is_read_from_xmp_whatever_the_format(data):
    facts = facts_of(data)
    assert words_of(data) == EXPECTED
    assert facts.taken_at == datetime(2026, 11, 3, 6, 15, tzinfo=UTC)
    assert facts.digital_source.endswith("/digitalCapture")
    assert facts.details == DETAILS
    assert Details.from_json(DETAILS.as_json()) == DETAILS
    assert facts.notes == ()


def test_a_photo_without_metadata_says_nothing():
    assert facts_of(pictures.jpeg()) == PhotoFacts()


def test_short_xmp_values_may_stand_as_attributes():
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Mara Ellis/HP"/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    assert words_of(pictures.jpeg(xmp=packet.encode())) == {"credit": "Mara Ellis/HP"}


@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "utf-16", "utf-32-be"])
def test_xmp_in_wider_encodings_is_read(encoding):
    packet = pictures.xmp("<photoshop:Headline>Πλοία</photoshop:Headline>").decode()
    data = pictures.jpeg(xmp=packet.lstrip("\ufeff").encode(encoding))
    assert words_of(data)["headline"] == "Πλοία"


def test_extended_xmp_fills_what_the_first_block_lacks():
    guid = "0123456789ABCDEF0123456789ABCDEF"
    first = f"<xmpNote:HasExtendedXMP>{guid}</xmpNote:HasExtendedXMP>"
    second = pictures.xmp("<photoshop:Headline>Ferry strike</photoshop:Headline>")
    data = pictures.with_extended_xmp(pictures.jpeg(), second, guid, parts=3)
    assert words_of(pictures.with_xmp(data, pictures.xmp(first))) == {"headline": "Ferry strike"}


def test_extended_xmp_with_a_missing_part_is_left_out():
    guid = "0123456789ABCDEF0123456789ABCDEF"
    packet = pictures.xmp("<photoshop:Headline>Ferry strike</photoshop:Headline>")
    whole = pictures.with_extended_xmp(pictures.jpeg(), packet, guid, parts=2)
    cut = pictures.with_segment(
        pictures.jpeg(), 0xE1, whole[6 : 4 + int.from_bytes(whole[4:6], "big")]
    )
    first = f"<xmpNote:HasExtendedXMP>{guid}</xmpNote:HasExtendedXMP>"
    assert words_of(pictures.with_xmp(cut, pictures.xmp(first))) == {}


def test_iim_fills_what_xmp_lacks_and_exif_what_both_lack():
    data = pictures.jpeg(
        xmp=pictures.xmp("<photoshop:Headline>From XMP</photoshop:Headline>"),
        exif=pictures.exif(ImageDescription="From EXIF", Artist="E. Xif", Copyright="C. Xif"),
    )
    data = pictures.with_iim(
        data, pictures.iim((2, 105, b"From IIM"), (2, 120, b"Caption of IIM"), (2, 80, b"I. Im"))
    )
    assert words_of(data) == {
        "headline": "From XMP",
        "caption": "Caption of IIM",
        "creator": "I. Im",
        "copyright": "C. Xif",
    }


def test_iim_that_was_changed_after_xmp_is_believed_with_a_note():
    data = pictures.jpeg(xmp=pictures.xmp("<photoshop:Credit>Old/Agency</photoshop:Credit>"))
    data = pictures.with_iim(data, pictures.iim((2, 110, b"New/Agency"), digest="stale"))
    facts = facts_of(data)
    assert facts.words.credit == "New/Agency"
    assert facts.notes == (
        "The IPTC fields were changed after the XMP ones; the IPTC fields were taken.",
    )


def test_iim_whose_digest_is_right_does_not_outdo_xmp():
    data = pictures.jpeg(xmp=pictures.xmp("<photoshop:Credit>Old/Agency</photoshop:Credit>"))
    data = pictures.with_iim(data, pictures.iim((2, 110, b"New/Agency"), digest="right"))
    assert facts_of(data).words.credit == "Old/Agency"
    assert facts_of(data).notes == ()


@pytest.mark.parametrize(
    ("mark", "body", "read"),
    [
        (b"\x1b%G", "Łukasz Żak".encode(), "Łukasz Żak"),
        (None, "Łukasz Żak".encode(), "Łukasz Żak"),
        (None, "José Núñez".encode("latin-1"), "José Núñez"),
        (b"\x1b%5", "José Núñez".encode("latin-1"), "José Núñez"),
        (b"\x1b%5", "José Núñez".encode(), "José Núñez"),
        (b"\x1b%G", "José".encode("latin-1") + b" Soler", "Jos\ufffd Soler"),
    ],
)
def test_iim_is_read_in_the_character_set_it_is_really_in(mark, body, read):
    marks = [(1, 90, mark)] if mark else []
    data = pictures.with_iim(pictures.jpeg(), pictures.iim(*marks, (2, 80, body)))
    assert words_of(data)["creator"] == read


def test_several_creators_are_all_kept():
    data = pictures.with_iim(
        pictures.jpeg(), pictures.iim((2, 80, b"Mara Ellis"), (2, 80, b"Tom Reyes"))
    )
    assert words_of(data)["creator"] == "Mara Ellis, Tom Reyes"


def test_exif_is_read_as_utf_8_where_it_is():
    name = "Zoë Öz".encode()
    block = pictures.exif(Artist="Z" * len(name)).replace(b"Z" * len(name), name)
    data = pictures.jpeg(exif=block)
    assert words_of(data)["creator"] == "Zoë Öz"


def test_what_cameras_write_into_every_file_is_no_caption():
    data = pictures.jpeg(exif=pictures.exif(ImageDescription="OLYMPUS DIGITAL CAMERA         "))
    assert words_of(data) == {}


def test_words_are_cleaned_of_what_cannot_be_stored_or_shown():
    body = b"Ferries\x00 wait\x07 at\r\nthe \tquay\x1b."
    data = pictures.with_iim(pictures.jpeg(), pictures.iim((2, 120, body), (2, 105, b"Two\nlines")))
    assert words_of(data) == {"caption": "Ferries wait at\nthe quay.", "headline": "Two lines"}


def test_words_that_run_on_for_ever_are_cut_with_a_note():
    data = pictures.with_iim(pictures.jpeg(), pictures.iim((2, 120, b"ferry " * 5000)))
    facts = facts_of(data)
    assert 3900 < len(facts.words.caption) <= 4000
    assert facts.words.caption.endswith("ferry")
    assert facts.notes == ("The caption was cut at 4,000 characters.",)


@pytest.mark.parametrize(
    "packet",
    [
        b"<x:xmpmeta><rdf:RDF>",
        b"not xml at all",
        pictures.xmp("<photoshop:Credit>&undeclared;</photoshop:Credit>"),
        b'<!DOCTYPE x [<!ENTITY a "b">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        pictures.xmp("<photoshop:Credit>A/B</photoshop:Credit>") + b" " * (1 << 20),
    ],
    ids=["cut", "text", "entity", "declared", "external", "too large"],
)
def test_a_damaged_or_hostile_xmp_block_is_a_note_and_no_error(packet):
    data = pictures.with_chunk(pictures.png(), b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    assert facts_of(data) == PhotoFacts(
        notes=("The XMP block of the file is damaged and was passed over.",)
    )


def test_a_damaged_iim_block_gives_what_can_be_read_of_it():
    block = pictures.iim((2, 105, b"Ferry strike"))
    data = pictures.with_iim(
        pictures.jpeg(), pictures.resource(0x0404, block[12:] + b"\x1c\x02x\x7f")
    )
    facts = facts_of(data)
    assert facts.words.headline == "Ferry strike"
    assert facts.notes == (
        "The IPTC block of the file is damaged; what could be read of it was taken.",
    )


def test_a_damaged_exif_block_is_a_note_and_no_error():
    data = pictures.with_segment(pictures.jpeg(), 0xE1, b"Exif\x00\x00MM\x00*garbage!")
    assert facts_of(data).notes == ("The EXIF block of the file is damaged and was passed over.",)


def test_a_camera_block_that_breaks_off_gives_what_stands_before():
    block = pictures.exif(
        Artist="Mara Ellis", Orientation=6, DateTimeOriginal="2026:11:03 08:15:30"
    )
    cut = block[: block.index(b"2026:11:03") + 4]
    facts = facts_of(pictures.with_segment(pictures.jpeg(), 0xE1, cut))
    assert (facts.words.creator, facts.orientation, facts.taken_at) == ("Mara Ellis", 6, None)


@pytest.mark.parametrize("stated", [0, 9, 65535])
def test_a_nonsensical_orientation_counts_as_upright(stated):
    assert facts_of(pictures.jpeg(exif=pictures.exif(Orientation=stated))).orientation == 1


def test_a_compressed_block_that_would_unfold_to_gigabytes_is_passed_over():
    bomb = zlib.compress(b" " * (64 << 20), 9)
    data = pictures.with_chunk(pictures.png(), b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + bomb)
    assert facts_of(data) == PhotoFacts()


def test_hebrew_and_arabic_words_come_through_whole():
    packet = pictures.xmp(
        "<photoshop:Headline>נמל חיפה</photoshop:Headline>"
        "<photoshop:Credit>ميناء/وكالة</photoshop:Credit>"
    )
    words = words_of(pictures.jpeg(xmp=packet))
    assert (words["headline"], words["credit"]) == ("נמל חיפה", "ميناء/وكالة")


def test_the_older_fields_of_iim_are_read_with_their_lists_and_place():
    block = pictures.iim(
        (2, 5, b"FERRY-3"),
        (2, 25, b"ferries"),
        (2, 25, b"strikes"),
        (2, 90, b"Northport"),
        (2, 92, b"Quay 3"),
        (2, 101, b"Norland"),
        (2, 103, b"HP-77"),
    )
    facts = facts_of(pictures.with_iim(pictures.jpeg(), block))
    assert facts.words.title == "FERRY-3"
    assert facts.words.keywords == "ferries\nstrikes"
    assert facts.words.place == "Quay 3, Northport, Norland"
    assert facts.details.job == "HP-77"


@pytest.mark.parametrize(
    ("mark", "body", "guessed"),
    [
        (b"\x1b%5", "José".encode(), True),
        (None, "José".encode("latin-1"), True),
        (None, "José".encode(), False),
        (b"\x1b.A", "José".encode("latin-1"), False),
        (b"\x1b%5", b"Jose", False),
    ],
)
def test_a_character_set_that_nobody_knows_is_a_guess_with_a_note(mark, body, guessed):
    marks = [(1, 90, mark)] if mark else []
    data = pictures.with_iim(pictures.jpeg(), pictures.iim(*marks, (2, 80, body)))
    note = "The character set of the IPTC block is a guess; look at names with accents."
    assert facts_of(data).notes == ((note,) if guessed else ())


def test_iim_that_stands_by_itself_in_a_tiff_is_read():
    block = pictures.iim((2, 80, b"Mara Ellis"))[12:]
    assert words_of(pictures.tiff(tiffinfo={33723: block})) == {"creator": "Mara Ellis"}


def test_exif_is_read_out_of_avif_and_tiff():
    block = pictures.exif(Artist="Mara Ellis")
    for data in (pictures.avif(exif=block), pictures.tiff(exif=block)):
        assert words_of(data) == {"creator": "Mara Ellis"}
