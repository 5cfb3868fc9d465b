"""An independent judge, exiftool, reads what we write, and we read what it writes."""

import json
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from newsroom.photos import metadata
from newsroom.photos.credit_block import credit_block, write_into
from newsroom.photos.facts import PhotoFacts, Words
from newsroom.photos.formats import Format, judge
from tests.photos import pictures
from tests.photos.test_renditions import FACTS, made_of

pytestmark = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool is not on this machine"
)

ORIGINALS = {
    "JPEG": pictures.jpeg(exif=pictures.exif(Make="Secret Camera Works")),
    "PNG": pictures.saved(pictures.see_through(), "PNG"),
    "WebP": pictures.saved(pictures.see_through(), "WEBP"),
}


EXPECTED = (
    "Creator",
    "Credit",
    "Description",
    "AltTextAccessibility",
    "Headline",
    "Rights",
    "UsageTerms",
    "Source",
    "Instructions",
    "DateCreated",
    "DigitalSourceType",
)


def exiftool(*arguments: str) -> str:
    return subprocess.run(
        ["exiftool", *arguments], check=True, capture_output=True, text=True
    ).stdout


def tags_of(path: Path) -> dict[str, object]:
    (tags,) = json.loads(
        exiftool("-j", "-G0", "-struct", "-validate", "-warning", "-a", "-all", str(path))
    )
    return tags


IIM = {
    "By-line": FACTS.words.creator,
    "Credit": FACTS.words.credit,
    "Caption-Abstract": FACTS.words.caption,
    "Headline": FACTS.words.headline,
    "CopyrightNotice": FACTS.words.copyright,
    "Source": FACTS.words.source,
    "SpecialInstructions": FACTS.words.instructions,
    "DateCreated": "2026:11:03",
    "TimeCreated": "06:15:00+00:00",
    "CodedCharacterSet": "UTF8",
}


@pytest.mark.parametrize("kind", ORIGINALS)
def test_the_judge_reads_every_fact_in_every_rendition(tmp_path, kind):
    for one in made_of(ORIGINALS[kind]).values():
        path = tmp_path / f"{one.name}{one.format.suffix}"
        path.write_bytes(one.data)
        tags = tags_of(path)
        words = FACTS.words
        assert {name: tags.get(f"XMP:{name}") for name in EXPECTED} == {
            "Creator": [words.creator],
            "Credit": words.credit,
            "Description": words.caption,
            "AltTextAccessibility": words.alt,
            "Headline": words.headline,
            "Rights": words.copyright,
            "UsageTerms": words.usage_terms,
            "Source": words.source,
            "Instructions": words.instructions,
            "DateCreated": "2026:11:03 06:15:00+00:00",
            "DigitalSourceType": FACTS.digital_source,
        }
        assert not [name for name in tags if "GPS" in name or "Make" in name or "Comment" in name]
        assert tags["ExifTool:Validate"] == "OK", tags.get("ExifTool:Warning")
        if one.format is Format.JPEG:
            assert {name: tags.get(f"IPTC:{name}") for name in IIM} == IIM
            assert tags["File:CurrentIPTCDigest"] == tags["Photoshop:IPTCDigest"]


def test_what_iim_has_no_room_for_is_cut_between_two_characters(tmp_path):
    path = tmp_path / "quay.jpg"
    facts = PhotoFacts(Words(creator="Ζ" * 40, caption="€" * 900))
    path.write_bytes(write_into(pictures.jpeg(), Format.JPEG, credit_block(facts)))
    tags = tags_of(path)
    assert tags["ExifTool:Validate"] == "OK", tags.get("ExifTool:Warning")
    assert (tags["IPTC:By-line"], tags["IPTC:Caption-Abstract"]) == ("Ζ" * 16, "€" * 666)
    assert tags["XMP:Creator"] == ["Ζ" * 40]


WRITTEN = {
    "XMP": {
        "XMP-dc:Creator": "Mara Ellis",
        "XMP-photoshop:Credit": "Mara Ellis/HP",
        "XMP-dc:Description": "Fähren warten.",
        "XMP-iptcCore:AltTextAccessibility": "Drei Fähren",
        "XMP-photoshop:Headline": "Streik",
        "XMP-dc:Rights": "© HP",
        "XMP-xmpRights:UsageTerms": "Editorial only",
        "XMP-photoshop:Source": "HP",
        "XMP-photoshop:Instructions": "No archive",
        "XMP-photoshop:DateCreated": "2026:11:03 08:15:30+02:00",
    },
    "IPTC": {
        "IPTC:CodedCharacterSet": "UTF8",
        "IPTC:By-line": "Mara Ellis",
        "IPTC:Credit": "Mara Ellis/HP",
        "IPTC:Caption-Abstract": "Fähren warten.",
        "IPTC:Headline": "Streik",
        "IPTC:CopyrightNotice": "© HP",
        "IPTC:Source": "HP",
        "IPTC:SpecialInstructions": "No archive",
        "IPTC:DateCreated": "2026:11:03",
        "IPTC:TimeCreated": "08:15:30+02:00",
    },
    "EXIF": {
        "EXIF:Artist": "Mara Ellis",
        "EXIF:ImageDescription": "Fähren warten.",
        "EXIF:Copyright": "© HP",
        "EXIF:DateTimeOriginal": "2026:11:03 08:15:30",
        "EXIF:OffsetTimeOriginal": "+02:00",
        "EXIF:Orientation#": "6",
    },
}


def read_after(tmp_path: Path, tags: dict[str, str]) -> PhotoFacts:
    path = tmp_path / "quay.jpg"
    path.write_bytes(pictures.jpeg())
    exiftool("-overwrite_original", *(f"-{tag}={value}" for tag, value in tags.items()), str(path))
    return metadata.read(judge(path.read_bytes()).blocks, ZoneInfo("UTC"))


@pytest.mark.parametrize("block", WRITTEN)
def test_we_read_every_fact_that_the_judge_writes(tmp_path, block):
    facts = read_after(tmp_path, WRITTEN[block])
    told = {name: text for name, text in vars(facts.words).items() if text}
    expected = {
        "creator": "Mara Ellis",
        "credit": "Mara Ellis/HP",
        "caption": "Fähren warten.",
        "alt": "Drei Fähren",
        "headline": "Streik",
        "copyright": "© HP",
        "usage_terms": "Editorial only",
        "source": "HP",
        "instructions": "No archive",
    }
    lacking = {
        "XMP": set(),
        "IPTC": {"alt", "usage_terms"},
        "EXIF": set(expected) - {"creator", "caption", "copyright"},
    }
    assert told == {name: text for name, text in expected.items() if name not in lacking[block]}
    assert facts.taken_at == datetime(2026, 11, 3, 6, 15, 30, tzinfo=UTC)
    assert facts.orientation == (6 if block == "EXIF" else 1)
    assert facts.notes == ()


def test_a_change_by_an_older_program_is_noticed_by_the_digest(tmp_path):
    path = tmp_path / "quay.jpg"
    path.write_bytes(pictures.jpeg())
    exiftool(
        "-overwrite_original",
        "-XMP-photoshop:Credit=Old/HP",
        "-IPTC:Credit=Old/HP",
        "-IPTCDigest=new",
        str(path),
    )
    exiftool("-overwrite_original", "-IPTC:Credit=New/HP", str(path))
    facts = metadata.read(judge(path.read_bytes()).blocks, ZoneInfo("UTC"))
    assert facts.words.credit == "New/HP"
