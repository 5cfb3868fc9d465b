"""IPTC 7901 and ANPA 1312: control characters, code pages, leads, and what the desk says aside."""

from newsroom.wire.families import is_newer
from newsroom.wire.items import Signal, Status
from tests.wire.parsers.samples import SAMPLES, only, parsed, sample, utc


def test_two_transmissions_in_one_file_in_an_old_code_page():
    delivery = sample("iptc-7901.txt")
    ferry, harbour = delivery.items
    assert delivery.format == "iptc 7901"
    assert delivery.notes == ("The file does not say its code page; it was read as cp850.",)
    assert ferry.headline == "Fähre vor Kelmark gestrandet"
    assert ferry.byline == "Von Tove Lindqvist"
    assert ferry.paragraphs == (
        "Kelmark (lns) - Eine Fähre ist am Sonntag vor Kelmark auf Grund gelaufen. Niemand wurde verletzt.",
        "Zweihundert Menschen warten auf Schlepper, «es ist kühl», sagte der Kapitän.",
    )
    assert (ferry.provider, ferry.priority, ferry.version) == ("lns", 2, "1")
    assert ferry.family == "lns:ferry-kelmark:2026-05-04"
    assert ferry.published == utc(2026, 5, 4, 6, 30)
    assert ferry.embargo.until == utc(2026, 5, 4, 10)
    assert (harbour.headline, harbour.signal) == ("Hafen bleibt offen", Signal.NEW)
    assert harbour.published == utc(2026, 5, 4, 8, 45)


def test_a_writethru_has_its_lead_number_and_prints_as_print_does():
    delivery = sample("anpa-1312.txt")
    item = only(delivery)
    assert delivery.format == "anpa 1312"
    assert (item.version, item.signal) == ("3", Signal.UPDATE)
    assert item.slugline == "BC-Kelmark-Ferry, 3rd Ld-Writethru"
    assert item.paragraphs == (
        "KELMARK (LNS) — Tugs freed a stranded ferry on Monday after a night on the sandbank.",
        "“We are all well,” said a passenger — one of 200.",
        "The owner promised an inquiry.",
    )
    assert (item.byline, item.provider) == ("By TOVE LINDQVIST", "Lighthouse News Service")
    assert item.published == utc(2026, 5, 4, 18, 15)
    assert item.embargo.until == utc(2026, 5, 4, 21)
    assert "With AP Photos." in item.editors_note


def test_a_kill_is_of_the_family_of_the_lead_it_kills():
    lead, kill = only(sample("anpa-1312.txt")), only(sample("anpa-kill.txt"))
    assert (kill.signal, kill.status) == (Signal.KILL, Status.CANCELED)
    assert kill.family == lead.family == "lnsnw:kelmark-ferry:2026-05-04"


def test_a_later_lead_is_newer_than_an_earlier_one():
    raw = (SAMPLES / "anpa-1312.txt").read_bytes()
    third, tenth = only(parsed(raw)), only(parsed(raw.replace(b"3rd Ld", b"10th Ld")))
    assert is_newer(tenth, third)
    assert not is_newer(third, tenth)
    assert tenth.family == third.family


def test_a_day_without_a_year_is_the_last_such_day():
    raw = (SAMPLES / "anpa-1312.txt").read_bytes().split(b"\x03")[0]
    assert only(parsed(raw.replace(b"05-04", b"12-30"))).family.endswith(":2025-12-30")
    assert only(parsed(raw.replace(b"05-04", b"13-45"))).family.endswith(":2026-05-04")
