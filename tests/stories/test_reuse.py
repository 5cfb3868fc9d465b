"""Whose words these are: passages of agency copy in a story, and whether they are credited."""

import json

import pytest
from sqlalchemy import select

from newsroom.db import db
from newsroom.errors import Invalid
from newsroom.stories import deciding, document, queries, rechecking
from newsroom.stories.models import Story, StorySnapshot
from newsroom.stories.reuse_shares import agencies
from newsroom.stories.wire_models import StoryWire
from newsroom.wire.items import Signal, Status
from tests.stories.samples import block, story
from tests.stories.wire_copy import HARBOUR, agency, came_in, item

OWN = (
    "The bakers of Mill Lane had stayed open all week, and on Monday night their windows were the "
    "only ones lit between the church and the quay."
)


@pytest.fixture
def wire(newsroom):
    with newsroom.change():
        feed = agency()
        return feed.id, feed.outlet_id


def write(newsroom, *paragraphs, credit_line="", state="edit"):
    body = [block("paragraph", words) for words in paragraphs]
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*body, credit_line=credit_line))
        db.session.get(Story, newsroom.story).state = state
    newsroom.app.extensions.pop("story_documents", None)


def found(newsroom, *statuses):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, set(statuses or ("open",)))
        return [row for row in rows if row.check == "reuse"]


def test_a_passage_of_agency_copy_is_marked_with_its_agency_and_its_place(newsroom, wire):
    came_in(newsroom, *wire, item())
    write(newsroom, OWN, HARBOUR[0], credit_line="With reporting by Coastal Wire")
    newsroom.check()
    [row] = found(newsroom)
    detail = json.loads(row.detail)
    assert (row.kind, row.severity, row.words) == ("reuse", "note", HARBOUR[0].rstrip("."))
    assert (detail["agency"], detail["headline"]) == ("Coastal Wire", "Pilots end strike")
    assert detail["wire"][0] == 0
    assert 0.4 < detail["share"] < 0.6


def test_uncredited_copy_shuts_the_gate_until_its_credit_line_is_taken(newsroom, wire):
    came_in(newsroom, *wire, item())
    write(newsroom, OWN, HARBOUR[0])
    newsroom.check()
    [credit] = [row for row in found(newsroom) if row.kind == "credit_line"]
    assert (credit.severity, credit.suggestion) == ("blocking", "With reporting by Coastal Wire")
    with newsroom.change():
        deciding.accept(newsroom.tomas, newsroom.story, credit.id)
    newsroom.check()
    assert {row.kind for row in found(newsroom)} == {"reuse"}


def test_words_that_stand_in_no_copy_are_left_alone(newsroom, wire):
    came_in(newsroom, *wire, item())
    write(newsroom, OWN)
    newsroom.check()
    assert not found(newsroom)


def test_copy_that_comes_later_is_found_without_an_edit(newsroom, wire):
    write(newsroom, OWN, HARBOUR[0])
    newsroom.check()
    assert not found(newsroom)
    came_in(newsroom, *wire, item())
    newsroom.check()
    assert {row.kind for row in found(newsroom)} == {"reuse", "credit_line"}


def test_versions_of_one_item_count_once_and_an_older_one_says_so(newsroom, wire):
    newer = item(version="2", signal=Signal.UPDATE, paragraphs=("Trains run.", *HARBOUR[1:]))
    came_in(newsroom, *wire, item(), newer)
    write(newsroom, OWN, HARBOUR[1])
    newsroom.check()
    [one] = agencies(found(newsroom))
    assert (one.words, one.is_older, one.is_killed) == (27, False, False)
    write(newsroom, OWN, HARBOUR[0])
    newsroom.check()
    assert [one.is_older for one in agencies(found(newsroom))] == [True]


def test_killed_copy_is_shown_as_killed(newsroom, wire):
    came_in(newsroom, *wire, item())
    came_in(
        newsroom,
        *wire,
        item(version="2", signal=Signal.KILL, status=Status.CANCELED, paragraphs=()),
    )
    write(newsroom, OWN, HARBOUR[0])
    newsroom.check()
    [one] = agencies(found(newsroom))
    assert one.is_killed


def test_the_page_shows_the_share_and_the_agency_s_words_beside(newsroom, wire, browser):
    came_in(newsroom, *wire, item())
    changed = HARBOUR[0].replace("late on Monday", "on Monday night")
    write(newsroom, OWN, changed)
    newsroom.check()
    browser.sign_in("tomas")
    panel = browser.get(f"/stories/{newsroom.story}?tab=findings")
    assert "Agency copy Coastal Wire" in panel
    page = browser.get(f"/stories/{newsroom.story}/reuse")
    assert "Pilots end strike" in page
    assert "late" in page
    browser.get("/stories/999/reuse", status=404)


def test_a_story_without_copy_says_so(newsroom, browser):
    browser.sign_in("tomas")
    assert "No agency copy in this story" in browser.get(f"/stories/{newsroom.story}/reuse")


def links(newsroom):
    with newsroom.app.app_context():
        rows = db.session.scalars(select(StoryWire).where(StoryWire.story_id == newsroom.story))
        return [(row.item_id, row.why) for row in rows]


def test_a_story_with_much_of_an_item_is_from_it_and_its_kill_shuts_the_gate(newsroom, wire):
    came_in(newsroom, *wire, item())
    write(newsroom, OWN, HARBOUR[0], credit_line="With reporting by Coastal Wire")
    newsroom.check()
    assert links(newsroom) == [(1, "reuse")]
    newsroom.check()
    assert links(newsroom) == [(1, "reuse")]
    came_in(
        newsroom,
        *wire,
        item(version="2", signal=Signal.KILL, status=Status.CANCELED, paragraphs=()),
    )
    newsroom.check()
    with pytest.raises(Invalid, match="Coastal Wire killed “Pilots end strike”"):
        newsroom.move(newsroom.tomas, "pass-copy")


def test_a_few_words_make_no_story_the_agency_s(newsroom, wire):
    came_in(newsroom, *wire, item())
    write(newsroom, *[OWN] * 6, "It had agreed to pay for the new radar that they had asked for.")
    newsroom.check()
    assert links(newsroom) == []


def test_a_credit_for_copy_that_came_later_is_not_for_nothing(newsroom, wire):
    write(newsroom, OWN, HARBOUR[0], credit_line="With reporting by Coastal Wire")
    newsroom.check()
    with newsroom.app.app_context():
        kinds = [row.rule for row in queries.findings(newsroom.story, {"open"})]
    assert "standard:credit_unused" in kinds
    came_in(newsroom, *wire, item())
    with newsroom.app.app_context():
        rechecking.some(0)
        kinds = [row.rule for row in queries.findings(newsroom.story, {"open"})]
    assert "standard:credit_unused" not in kinds


def test_terms_that_forbid_this_use_are_told_at_the_words_they_are_about(newsroom, wire):
    came_in(newsroom, *wire, item(usage_terms=("No online use. No archive.",)))
    write(newsroom, OWN, HARBOUR[0], credit_line="With reporting by Coastal Wire")
    newsroom.check()
    [asked] = [row for row in found(newsroom) if row.kind == "standard"]
    assert (asked.rule, asked.severity) == ("standard:usage_terms", "advice")
    assert (asked.words, json.loads(asked.detail)["reason"]) == (
        HARBOUR[0].rstrip("."),
        "No online use.",
    )
