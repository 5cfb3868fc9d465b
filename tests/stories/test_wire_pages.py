"""The pages on which stories and agency copy meet, as each role sees them."""

import pytest
from flask import render_template

from newsroom.db import db
from newsroom.stories import wire_linking
from newsroom.stories.models import Story
from newsroom.wire.item_models import ItemRow
from newsroom.wire.items import Embargo
from tests.stories.agency import Agency


@pytest.fixture
def agency(app, change):
    return Agency(app, change)


def attach(newsroom, item):
    with newsroom.change():
        return wire_linking.attach(newsroom.jonas, newsroom.story, item).id


def test_a_story_is_started_by_the_items_button(newsroom, agency, browser):
    item = agency.sends()
    browser.sign_in("mira")
    page = browser.post(f"/stories/from-wire/{item}", {"desk_id": newsroom.city})
    assert "Its credit and its terms came along." in page
    assert "Warehouse fire closes the north quay" in page
    assert f"/wire/items/{item}" in page.links
    assert "Started from it by Mira" in page


def test_the_photo_desk_starts_none_and_killed_copy_is_refused_in_words(newsroom, agency, browser):
    item = agency.sends()
    browser.sign_in("pavel")
    browser.post(f"/stories/from-wire/{item}", {}, 403)
    browser.post(f"/stories/{newsroom.story}/wire", {"item": item}, 403)
    agency.kills()
    browser.sign_in("mira")
    assert "it must not be used" in browser.post(f"/stories/from-wire/{item}", {}, 422)
    browser.post("/stories/from-wire/99999", {}, 404)


def test_a_story_to_attach_to_is_found_by_its_slug_among_ones_own(newsroom, agency, browser):
    item = agency.sends()
    browser.sign_in("tomas")
    page = browser.get(f"/stories/from-wire/{item}/attach?q=FERRY")
    assert "ferry-halted" in page
    assert "tram-strike" not in browser.get(f"/stories/from-wire/{item}/attach")
    assert "No open story of yours" in browser.get(f"/stories/from-wire/{item}/attach?q=%25")
    page = browser.post(f"/stories/{newsroom.story}/wire", {"item": item})
    assert "Attached. The story is told of newer versions and of a kill." in page
    browser.get("/stories/from-wire/99999/attach", 404)
    browser.post(f"/stories/{newsroom.story}/wire", {"item": "many"}, 404)
    browser.post(f"/stories/{newsroom.story}/wire", {"item": 2**40}, 404)


def test_the_panel_says_whose_copy_it_is_and_what_changed(newsroom, agency, browser):
    first = agency.sends()
    attach(newsroom, first)
    second = agency.sends(version="2")
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Coast Press" in page
    assert "Version 1, received just now." in page
    assert "A newer version came just now." in page
    assert f"/wire/items/{first}/against/{second}" in page.links
    page = browser.post(f"/stories/{newsroom.story}/wire", {"item": second})
    assert "Version 2, received" in page
    assert "A newer version" not in page


def test_a_story_without_agency_copy_costs_no_question_and_one_with_it_one(
    newsroom, agency, browser
):
    browser.sign_in("jonas")

    def questions():
        answer = browser.get(f"/stories/{newsroom.story}").answer
        return int(answer.headers["X-SQL-Queries"])

    questions()  # the document is at hand from now on
    before = questions()
    attach(newsroom, agency.sends())
    for family in ("b", "c"):
        attach(newsroom, agency.sends(guid=family, family=family))
        agency.sends(guid=family, family=family, version="2")
    assert before <= 15
    assert questions() == before + 1


def test_killed_copy_is_said_at_the_gate_and_detached_with_a_reason(newsroom, agency, browser):
    link = attach(newsroom, agency.sends())
    agency.kills()
    browser.sign_in("jonas")
    newsroom.move(newsroom.jonas, "file")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Killed by its agency." in page
    assert "Detach" not in page
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Coast Press killed “Warehouse fire closes the north quay”." in page
    assert f"/stories/{newsroom.story}?tab=gate#wire-{link}" in page.links
    address = f"/stories/{newsroom.story}/wire/{link}/detach"
    assert "The reason has between 1 and 500" in browser.post(address, {"reason": ""}, 422)
    page = browser.post(address, {"reason": "Its words are out."})
    assert "Coast Press killed" not in page


def test_an_embargo_is_released_and_terms_are_acknowledged_by_their_forms(
    newsroom, agency, browser
):
    held = agency.sends(embargo=Embargo(None, "EMBARGOED"), usage_terms=("No online use.",))
    link = attach(newsroom, held)
    at = f"/stories/{newsroom.story}/wire/{link}"
    browser.sign_in("jonas")
    assert "Embargo without a time" in browser.get(f"/stories/{newsroom.story}")
    browser.post(f"{at}/release-embargo", {"reason": "They rang"}, 403)
    browser.sign_in("tomas")
    page = browser.post(f"{at}/release-embargo", {"reason": "They rang."})
    assert "Its embargo was released by an editor." in page
    page = browser.post(f"{at}/heed-terms", {})
    assert "“No online use.” Acknowledged." in page
    browser.post(f"{at}0/heed-terms", {}, 404)


def test_the_desk_shows_killed_copy_on_the_site_until_it_is_withdrawn(newsroom, agency, browser):
    attach(newsroom, agency.sends())
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state, row.live = "published", True
    agency.kills()
    browser.sign_in("tomas")
    assert "stand on the site" not in browser.get("/")
    agency.tells()
    page = browser.get("/")
    assert "Coast Press killed “Warehouse fire closes the north quay”" in page
    assert "its words stand on the site in ferry-halted" in page
    assert "Killed copy" in browser.get("/?state=published")
    assert "Coast Press killed copy that stands on the site" in browser.get("/inbox")
    with newsroom.change():
        db.session.get(Story, newsroom.story).live = False
    assert "stand on the site" not in browser.get("/")


def test_an_inbox_entry_leads_to_the_copy_in_its_story(newsroom, agency, browser):
    link = attach(newsroom, agency.sends())
    agency.sends(version="2")
    agency.tells()
    browser.sign_in("jonas")
    inbox = browser.get("/inbox")
    assert "Coast Press sent a newer version of copy that ferry-halted has words of" in inbox
    [entry] = [one for one in inbox.links if one.startswith("/inbox/")]
    answer = browser.client.get(entry)
    assert answer.location == f"/stories/{newsroom.story}?tab=gate#wire-{link}"


@pytest.mark.parametrize(
    ("name", "seen", "unseen"),
    [
        ("mira", ("Start a story from this", "Attach to story", "ferry-halted"), ()),
        ("pavel", ("ferry-halted",), ("Start a story", "Attach to story")),
    ],
)
def test_the_items_page_offers_what_the_person_may(newsroom, agency, app, name, seen, unseen):
    item = agency.sends()
    attach(newsroom, item)
    from flask_login import login_user
    from sqlalchemy import select

    from newsroom.accounts.models import Person

    with app.test_request_context():
        login_user(db.session.scalars(select(Person).where(Person.name == name)).one())
        row = db.session.get(ItemRow, item)
        shown = render_template("wire/item_actions.html", item=row)
        assert [one for one in seen if one not in shown] == []
        assert [one for one in unseen if one in shown] == []
        row.killed_at = row.received_at
        assert "no story is started from it" in render_template("wire/item_actions.html", item=row)
        db.session.rollback()
