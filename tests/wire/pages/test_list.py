"""The wire page: who sees it, what stands on it, and what its filters leave out."""

import pytest

from newsroom.paging import PAGE
from newsroom.roles import Role


@pytest.mark.parametrize("role", list(Role))
def test_everybody_with_a_role_reads_the_wire(wire, browser, everyone, role):
    wire.send()
    browser.sign_in(role.value)
    assert "Ferry halted" in browser.get("/wire")


def test_an_empty_wire_says_where_copy_comes_from(editor):
    page = editor.get("/wire")
    assert "No agency copy yet" in page
    assert "Add the first feed" in page


def test_a_reporter_is_not_sent_to_a_form_they_may_not_open(browser, everyone):
    browser.sign_in("reporter")
    page = browser.get("/wire")
    assert "Add the first feed" not in page
    assert "See the feeds" in page


def test_a_feed_that_delivered_nothing_is_named_as_the_reason(wire, editor):
    assert "Nothing has come in yet" in editor.get("/wire")


def test_only_the_newest_version_of_an_item_is_listed(wire, editor):
    wire.send("Ferry halted", uri="urn:ferry")
    wire.send("Ferry sails again", uri="urn:ferry", version="2", signal="update")
    page = editor.get("/wire")
    assert "Ferry halted" not in page
    assert "Ferry sails again" in page
    assert "update 2" in page
    assert "Ferry halted" in editor.get("/wire?older=1")


def test_the_newest_item_stands_first(wire, editor):
    for name, ago in (("Oldest", 30), ("Newest", 3), ("In between", 10)):
        wire.send(name, ago=ago)
    words = editor.get("/wire").words
    assert words.index("Newest") < words.index("In between") < words.index("Oldest")


def test_each_mark_is_a_word(wire, editor):
    wire.send("Secret", embargoed="2199-01-01T18:00:00Z", usageterms="No archive.")
    wire.send("Quake", urgency=1)
    wire.send("Gone", uri="urn:gone")
    wire.send("Gone", uri="urn:gone", version="2", pubstatus="canceled")
    wire.send("Stale", expires="2020-01-01T00:00:00Z")
    page = editor.get("/wire")
    for mark in ("embargo until 1 Jan 2199", "terms", "flash", "KILL", "expired"):
        assert mark in page, mark


FILTERS = [
    ("agency={agency}", "Coastline story", "Meridian story"),
    ("desk={desk}", "Coastline story", None),
    ("desk=999", None, "Coastline story"),
    ("priority=3", "Meridian story", "Coastline story"),
    ("language=fr", "Meridian story", "Coastline story"),
    ("keyword=STORM%20damage", "Meridian story", "Coastline story"),
    ("embargo=held", "Meridian story", "Coastline story"),
    ("embargo=free", "Coastline story", "Meridian story"),
    ("q=harbour", "Coastline story", "Meridian story"),
    ("q=storm&language=fr", "Meridian story", "Coastline story"),
]


@pytest.mark.parametrize(("query", "shown", "hidden"), FILTERS)
def test_a_filter_shows_what_fits_and_hides_the_rest(wire, editor, query, shown, hidden):
    wire.send("Coastline story", language="en", urgency=5)
    wire.send(
        *("Meridian story", "A storm."),
        provider="Meridian",
        language="fr",
        urgency=2,
        embargoed="",
        keywords=["Storm  damage", "storm damage"],
    )
    page = editor.get("/wire?" + query.format(agency=wire.agency, desk=wire.desk))
    assert shown is None or shown in page
    assert hidden is None or hidden not in page


def test_a_filter_that_nothing_fits_offers_the_way_back(wire, editor):
    wire.send()
    assert "Show all copy" in editor.get("/wire?language=xx")
    assert "Show all copy" in editor.get("/wire?q=nowhere")


@pytest.mark.parametrize(
    "query",
    ["agency=x", "desk=-1", "priority=99", "embargo=no", "after=zero", "agency=99999999999"],
)
def test_what_cannot_be_asked_is_left_out(wire, editor, query):
    wire.send()
    assert "Ferry halted" in editor.get(f"/wire?{query}")


def test_pages_go_on_behind_the_last_row_however_the_wire_has_grown(wire, editor):
    for number in range(PAGE + 3):
        wire.send(f"Story {number:03}", ago=500 - number)
    first = editor.get("/wire")
    assert "Story 003" in first
    assert "Story 002" not in first
    wire.send("Just in")
    second = editor.get(f"/wire?after={1 + 3}")
    assert [f"Story 00{n}" in second for n in range(4)] == [True, True, True, False]
    assert "Just in" not in second


def test_pages_of_a_search_go_on_too(wire, editor):
    for number in range(PAGE + 2):
        wire.send(f"Story {number:03}", ago=500 - number)
    assert "Story 001" not in editor.get("/wire?q=ferry")
    assert "Story 001" in editor.get("/wire?q=ferry&after=3")
