"""Which format a file is in, what is said of files in none, and the limits of size and number."""

from dataclasses import fields
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsroom.wire.items import Delivery
from newsroom.wire.parsers import of_json, read
from tests.wire.parsers.samples import RECEIVED, SAMPLES, ZONE, only, parsed, sample

FORMATS = {
    "anpa-1312.txt": "anpa 1312",
    "anpa-kill.txt": "anpa 1312",
    "atom.xml": "atom",
    "feed.json": "json feed",
    "g2-item.xml": "newsml-g2",
    "g2-message.xml": "newsml-g2",
    "iptc-7901.txt": "iptc 7901",
    "newsml-1.xml": "newsml 1",
    "ninjs-1.json": "ninjs 1",
    "ninjs-2.json": "ninjs 2",
    "ninjs-3.json": "ninjs 3",
    "nitf-kill.xml": "nitf",
    "nitf.xml": "nitf",
    "rss.xml": "rss",
}


def test_every_sample_has_its_format():
    assert {path.name: sample(path.name).format for path in SAMPLES.iterdir()} == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_mark_blanks_and_nulls_before_a_file_change_nothing(name):
    raw = (SAMPLES / name).read_bytes()
    if name.endswith((".json", ".xml")) and b"8859" not in raw:
        for before in (b"\xef\xbb\xbf", b" \r\n\t", b"\x00\x00"):
            assert parsed(before + raw).items == sample(name).items


@pytest.mark.parametrize("name", ["rss.xml", "g2-item.xml", "feed.json"])
def test_utf_16_is_read(name):
    text = (SAMPLES / name).read_text(encoding="utf-8").replace('encoding="UTF-8"', "")
    assert parsed(text.encode("utf-16")).items == sample(name).items


def test_times_bear_their_zone_and_texts_no_controls():
    for name in FORMATS:
        for item in sample(name).items:
            for field in fields(item):
                value = getattr(item, field.name)
                if isinstance(value, datetime):
                    assert value.tzinfo, field.name
                if isinstance(value, str):
                    assert "\x00" not in value


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (b"", "The file is empty."),
        (b"\x00 \n", "The file is empty."),
        (b"\xff\xd8\xff\xe0" + bytes(range(32)) * 9 + b"a", "The file is neither text nor"),
        (b"<html><body>Not found</body></html>", "The file is a web page"),
        (b"<schema/>", "The file is XML, but in no format of agency copy"),
        (b'{"a": 1}', "The file is JSON, but in no format of agency copy."),
        (b"[1, 2", "The file begins like JSON, but cannot be read"),
        (b"< 5", "The file begins like XML, but nothing of it could be read."),
    ],
)
def test_what_is_no_copy_is_said_in_a_sentence(raw, note):
    delivery = parsed(raw)
    assert (delivery.format, delivery.items) == ("unknown", ())
    assert any(said.startswith(note) for said in delivery.notes)


def test_readable_words_in_no_format_are_kept_as_plain_text():
    delivery = parsed("Harbour closed\n\nThe harbour is closed.\n\nEmbargoed until 2100 GMT")
    item = only(delivery)
    assert delivery.format == "unknown"
    assert (item.headline, item.paragraphs) == ("Harbour closed", ("The harbour is closed.",))
    assert item.embargo is not None
    assert len(delivery.notes) == 1


def test_a_file_beyond_the_limit_is_not_looked_at():
    delivery = read(b"<rss/>" * 10, zone=ZONE, received=RECEIVED, most_bytes=59)
    assert delivery == Delivery("unknown", (), ("The file has 60 bytes; at most 59 are read.",))


def test_more_items_than_are_read_is_a_note():
    one = "<item><title>T</title></item>"
    delivery = parsed(f"<rss><channel>{one * 2_001}</channel></rss>")
    assert len(delivery.items) == 2_000
    assert delivery.notes == ("Only the first 2,000 of 2,001 entries were read.",)


def test_a_fault_of_our_own_is_a_note_and_costs_no_more_than_its_entry(monkeypatch):
    def faulty(entry, feed):
        if entry["id"] == "2":
            raise ZeroDivisionError
        return real(entry, feed)

    real = of_json.json_feed.drafted
    monkeypatch.setattr(of_json.json_feed, "drafted", faulty)
    feed = b'{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}, {"id": "2"}]}'
    delivery = read(feed, zone=ZoneInfo("UTC"), received=datetime(2026, 5, 4, tzinfo=UTC))
    assert [item.guid for item in delivery.items] == ["1"]
    assert "because of a fault" in delivery.notes[0]


def test_a_fault_before_the_entries_is_a_note_too(monkeypatch):
    monkeypatch.setattr(of_json, "delivery_of", lambda *_: 1 / 0)
    assert "fault" in read(b"{}", zone=ZONE, received=RECEIVED).notes[0]


def test_items_without_a_name_are_called_after_their_words():
    item = "<item><title>{}</title></item>"
    feed = "<rss><channel>" + item.format("A") + item.format("B") + "</channel></rss>"
    first, second = parsed(feed).items
    assert first.guid.startswith("content:")
    assert first.guid != second.guid
    assert parsed(feed).items[0].guid == first.guid


def test_a_name_of_any_length_can_be_indexed():
    item = only(parsed('{"uri": "' + "u" * 5_000 + '", "type": "text", "headline": "A"}'))
    assert len(item.guid) == 400


@pytest.mark.parametrize(
    ("declared", "real"), [("iso-8859-1", "utf-8"), ("utf-8", "cp1252"), ("punycode", "latin-1")]
)
def test_a_code_page_that_is_declared_wrongly_is_found_out_and_noted(declared, real):
    text = f"<?xml version='1.0' encoding='{declared}'?><nitf><body><body.head><hedline><hl1>Café"
    text += "</hl1></hedline></body.head></body></nitf>"
    delivery = parsed(text.encode(real))
    assert only(delivery).headline == "Café"
    assert declared in delivery.notes[0]
