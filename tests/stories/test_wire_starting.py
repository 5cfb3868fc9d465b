"""A story from agency copy: its words, its credit, its pictures to come, and the link."""

import json

import pytest
from sqlalchemy import func, select

from newsroom.db import db
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.stories import documents, wire_starting
from newsroom.stories.models import Story
from newsroom.stories.summary import summarise
from newsroom.stories.wire_document import byline, credit_line
from newsroom.wire.items import WirePicture
from tests.stories.agency import Agency

PICTURE = WirePicture(
    "https://coast.test/1.jpg",
    caption="Smoke over the\nnorth quay.",
    creator="Ruth Amit",
    credit="",
    alt="Black smoke above cranes",
)


@pytest.fixture
def agency(app, change):
    return Agency(app, change)


def started(newsroom, item, actor=None, desk=None):
    with newsroom.change():
        return wire_starting.start(actor or newsroom.mira, item, desk).id


def document(newsroom, story_id):
    with newsroom.app.app_context():
        row = db.session.get(Story, story_id)
        return documents.at(row.id, row.version)


def test_headline_dateline_body_byline_and_credit_come_along(newsroom, agency):
    story_id = started(newsroom, agency.sends(standfirst="One hall burnt down."))
    summary = summarise(document(newsroom, story_id))
    assert (summary.headline, summary.standfirst, summary.dateline) == (
        "Warehouse fire closes the north quay",
        "One hall burnt down.",
        "HAIFA",
    )
    assert summary.byline == "By Dana Lev, The Coast Press Association"
    assert summary.credit_line == "With reporting by The Coast Press Association"
    body = [
        one.text_content
        for one in document(newsroom, story_id).children
        if one.type.name == "paragraph"
    ]
    assert body == [
        "A fire closed the north quay on Tuesday, officials said.",
        "Nobody was hurt.",
    ]


def test_pictures_come_as_figures_that_await_their_image(newsroom, agency):
    story_id = started(newsroom, agency.sends(pictures=(PICTURE,)))
    [figure] = summarise(document(newsroom, story_id)).figures
    assert (figure.photo, figure.caption, figure.creator, figure.credit, figure.alt) == (
        None,
        "Smoke over the north quay.",
        "Ruth Amit",
        "Ruth Amit/The Coast Press Association",
        "Black smoke above cranes",
    )


def test_every_text_is_plain(newsroom, agency):
    nasty = "<script>alert(1)</script>\x01 & <b>bold</b>"
    item = agency.sends(headline=nasty, paragraphs=(nasty,), byline=nasty, dateline=nasty)
    node = document(newsroom, started(newsroom, item))
    kinds = {one["type"] for one in node.to_json()["content"]}
    assert kinds <= {"headline", "standfirst", "byline", "dateline", "paragraph", "credit_line"}
    assert "<script>alert(1)</script> & <b>bold</b>" in json.dumps(node.to_json())
    assert "\\u0001" not in json.dumps(node.to_json())


def test_the_draft_is_planned_from_the_item_and_linked_to_it(newsroom, agency):
    item = agency.sends(desk_id=newsroom.city, priority=2)
    story_id = started(newsroom, item)
    story, link = agency.story(story_id), agency.link(story_id)
    assert (story.slug, story.desk_id, story.priority, story.state) == (
        "quay-fire",
        newsroom.city,
        2,
        "draft",
    )
    assert (link.item_id, link.why, link.by_id) == (item, "started", newsroom.mira.id)
    assert agency.item(item).used
    assert story.from_wire
    [(name, facts)] = agency.logged("wire.attached")
    assert (name, facts["agency"], facts["item"]) == ("Mira", "Coast Press", item)


def test_an_editor_of_one_desk_starts_it_there(newsroom, agency):
    story_id = started(newsroom, agency.sends(desk_id=newsroom.city), newsroom.tomas)
    assert agency.story(story_id).desk_id == newsroom.world
    with pytest.raises(NotAllowed):
        started(newsroom, agency.sends(guid="x", family="x"), newsroom.tomas, newsroom.city)


def test_a_form_sent_twice_starts_one_story(newsroom, agency):
    item = agency.sends()
    assert started(newsroom, item) == started(newsroom, item)
    assert started(newsroom, item, newsroom.jonas) != started(newsroom, item)
    with newsroom.app.app_context():
        assert db.session.scalar(select(func.count(Story.id))) == 4


def test_no_story_is_started_from_killed_copy(newsroom, agency):
    item = agency.sends()
    agency.kills()
    with pytest.raises(Invalid, match="Its agency killed this item: it must not be used"):
        started(newsroom, item)


def test_a_kill_that_came_before_its_item_keeps_it_from_being_used(newsroom, agency):
    agency.kills()
    with pytest.raises(Invalid, match="killed this item"):
        started(newsroom, agency.sends(version="2"))


def test_an_item_that_is_not_there(newsroom, agency):
    with pytest.raises(NotFound, match="no such item on the wire"):
        started(newsroom, 99_999)


def test_an_empty_item_becomes_a_story_all_the_same(newsroom, agency):
    story_id = started(
        newsroom,
        agency.sends(headline="", paragraphs=(), byline="", dateline="", slugline="", guid="e"),
    )
    assert agency.story(story_id).slug == "untitled"


@pytest.mark.parametrize(
    ("written", "agency_name", "house"),
    [
        ("", "Reuters", "By Reuters"),
        ("By Jane Doe", "Reuters", "By Jane Doe, Reuters"),
        ("Jane Doe", "Reuters", "By Jane Doe, Reuters"),
        ("BY JANE DOE, Associated Press", "The Associated Press", "By JANE DOE, Associated Press"),
        ("Jane Doe", "", "By Jane Doe"),
        ("Byron Kent", "Reuters", "By Byron Kent, Reuters"),
        ("", "", ""),
    ],
)
def test_the_byline_of_an_agency_in_house_form(written, agency_name, house):
    assert byline(written, agency_name) == house


def test_the_credit_line_adds_the_agency_only_where_it_is_not_named():
    assert credit_line("", "Reuters") == "With reporting by Reuters"
    own = "(Reporting by Jane Doe; editing by Ali Can)"
    assert credit_line(own, "Reuters") == f"{own}. With reporting by Reuters."
    assert credit_line("Reporting by Reuters", "Reuters") == "Reporting by Reuters"
