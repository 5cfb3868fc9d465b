"""NITF: du-key, release and expiry, pictures, kills."""

from newsroom.wire.items import Signal, Status, Subject
from tests.wire.parsers.samples import only, parsed, sample, utc


def test_a_story_with_a_document_type_and_named_characters():
    delivery = sample("nitf.xml")
    item = only(delivery)
    assert item.headline == "Ferry to spend a month in yard"
    assert (
        item.paragraphs[0] == "The ferry will spend a month in the yard at Ornøy — its owner said."
    )
    assert item.paragraphs[1:] == ("Repairs cost eleven million.", "Hull", "Rudder")
    assert (item.family, item.version, item.signal) == ("ferry-yard", "2.4", Signal.UPDATE)
    assert (item.byline, item.dateline) == ("By Tove Lindqvist", "ORNØY (LNS)")
    assert (item.provider, item.copyright) == ("LNS", "© 2026 Lighthouse News Service")
    assert item.subjects == (Subject("subj:04015000", "transport"),)
    assert item.usage_terms == ("No resale",)
    assert item.published == utc(2026, 5, 4, 14)
    assert delivery.notes == (
        "The file names a document type (DTD); it was neither fetched nor used.",
    )


def test_a_release_at_the_hour_of_issue_and_a_lifted_embargo_hold_nothing_back():
    assert only(sample("nitf.xml")).embargo is None


def test_the_largest_file_of_a_picture_is_taken():
    (picture,) = only(sample("nitf.xml")).pictures
    assert (picture.href, picture.alt) == ("yard.jpg", "A ship in a dry dock")
    assert (picture.caption, picture.creator) == ("The yard at Ornøy.", "Ida Sorn")


def test_a_kill_belongs_to_the_family_of_its_du_key():
    item = only(sample("nitf-kill.xml"))
    assert (item.signal, item.status, item.family) == (Signal.KILL, Status.CANCELED, "ferry-yard")


def test_a_later_release_and_an_empty_one_are_embargoes():
    head = '<nitf><head><docdata><date.issue norm="20260504T0800Z"/>{}</docdata></head></nitf>'
    later = only(parsed(head.format('<date.release norm="20260504T1200Z"/>')))
    empty = only(parsed(head.format('<date.release norm=""/>')))
    assert later.embargo.until == utc(2026, 5, 4, 12)
    assert empty.embargo.until is None
