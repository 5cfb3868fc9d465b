"""ninjs in its three lines, told apart by their names."""

import json

import pytest

from newsroom.wire.items import Signal, Status, Subject
from newsroom.wire.terms import TermKind, terms_of
from tests.wire.parsers.samples import only, parsed, sample, utc


def test_ninjs_1_as_another_cms_writes_it():
    delivery = sample("ninjs-1.json")
    item = only(delivery)
    assert delivery.format == "ninjs 1"
    assert (item.guid, item.version, item.priority) == ("urn:lns:7001", "3", 3)
    assert (item.provider, item.via, item.slugline) == ("LNS", ("Coast Radio",), "FERRY")
    assert (item.published, item.updated) == (utc(2026, 5, 4, 6, 15), utc(2026, 5, 4, 10))
    assert (item.signal, item.expires) == (Signal.UPDATE, utc(2026, 6, 4))
    assert item.subjects == (Subject("medtop:20000337", "transport accident"),)
    assert item.standfirst == "Investigators will hear the captain first."
    assert len(item.paragraphs) == 2
    assert "evil" not in repr(item)


def test_an_editors_note_without_day_or_zone_is_an_embargo_in_the_agencys_zone():
    embargo = only(sample("ninjs-1.json")).embargo
    assert embargo.until == utc(2026, 5, 4, 18)
    assert embargo.words == "Not for use before 1800 GMT"


def test_an_associated_picture_brings_its_own_words_and_its_largest_file():
    (picture,) = only(sample("ninjs-1.json")).pictures
    assert picture.href == "https://img.lns.example/brek.jpg"
    assert (picture.creator, picture.credit) == ("Ida Sorn", "Ida Sorn/LNS")
    assert picture.caption == "Captain Olav Brek arrives at the inquiry."
    assert picture.usage_terms == "No resale"


def test_a_list_of_ninjs_2_items_is_read_and_a_stranger_in_it_noted():
    delivery = sample("ninjs-2.json")
    story, hall = delivery.items
    assert delivery.format == "ninjs 2"
    assert len(delivery.notes) == 1
    assert story.headline == "Kelmark council to vote on port budget"
    assert (story.standfirst, story.credit) == ("A vote is due on Friday.", "LNS/Mats Oro")
    assert (story.provider, story.via) == ("Lighthouse News Service", ("Council press office",))
    assert story.paragraphs == ("The council votes on Friday.", "The port asks for more.")
    assert hall.paragraphs == (hall.pictures[0].caption,)
    kinds = {term.kind: term.countries for term in terms_of(hall.usage_terms)}
    assert kinds == {TermKind.MANDATORY_CREDIT: (), TermKind.NOT_IN: ("DENMARK",)}


def test_an_empty_embargo_is_one_without_a_time_and_null_is_none():
    story = sample("ninjs-2.json").items[0]
    assert story.status is Status.WITHHELD
    assert story.embargo.until is None
    assert story.embargo.words == "Embargoed until delivery of the mayor's speech"
    assert only(sample("ninjs-3.json")).embargo is None


def test_a_cancelled_ninjs_3_item_is_a_kill_of_its_family():
    delivery = sample("ninjs-3.json")
    item = only(delivery)
    assert delivery.format == "ninjs 3"
    assert (item.signal, item.status, item.family) == (
        Signal.KILL,
        Status.CANCELED,
        "urn:lns:4390",
    )
    assert item.usage_terms == ()


@pytest.mark.parametrize("wrapper", [{"items": 0}, {"data": {"items": 0}}, {"_items": 0}])
def test_items_in_an_envelope_are_found(wrapper):
    item = {"item": {"uri": "urn:a:1", "type": "text", "headline": "Found"}}
    text = json.dumps(wrapper).replace("0", json.dumps([item]))
    assert only(parsed(text)).headline == "Found"


def test_an_unknown_status_holds_the_item_back():
    item = only(parsed('{"uri": "a", "type": "text", "headline": "A", "pubstatus": "resting"}'))
    assert item.status is Status.WITHHELD
    assert "resting" in item.notes[0]


@pytest.mark.parametrize("value", [None, 5, [], {}, [[]], True, "x", [None, 3, {"value": 7}]])
@pytest.mark.parametrize(
    "name",
    ["headline", "bodies", "associations", "renditions", "subject", "infosource", "embargoed"],
)
def test_a_value_of_any_shape_costs_no_item(name, value):
    text = json.dumps({"uri": "urn:a:2", "type": "picture", "body_text": "Words.", name: value})
    assert only(parsed(text)).guid == "urn:a:2"
