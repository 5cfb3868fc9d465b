"""The pages of a story, as each role meets them."""

import json
import re

import pytest

from newsroom.db import db
from newsroom.stories.models import Story
from tests.factories import make_desk


def version(newsroom):
    with newsroom.app.app_context():
        return db.session.get(Story, newsroom.story).version


def move(browser, newsroom, name, status=200, **form):
    form.setdefault("version", version(newsroom))
    return browser.post(f"/stories/{newsroom.story}/moves/{name}", form, status)


def test_the_story_page_shows_the_copy_and_what_stands_in_the_way(newsroom, browser):
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Ferry service halted by storm" in page
    assert "File story" in page
    assert "Nothing stands in the way." in page
    assert int(page.answer.headers["X-SQL-Queries"]) <= 15


def test_a_move_by_its_button(newsroom, browser):
    browser.sign_in("jonas")
    assert "Filed." in move(browser, newsroom, "file")
    newsroom.check()
    browser.sign_in("tomas")
    assert "Copy passed." in move(browser, newsroom, "pass-copy")


def test_a_refused_move_comes_back_with_its_sentence_and_what_was_typed(newsroom, browser):
    browser.sign_in("jonas")
    move(browser, newsroom, "file")
    browser.sign_in("tomas")
    refused = move(browser, newsroom, "pass-copy", 422)
    assert "The house style check has not read version 0 yet." in refused
    refused = move(browser, newsroom, "return-to-reporter", 409, version=7, note="Call the port.")
    assert "you saw version 7" in refused
    assert "Call the port." in refused
    refused = move(browser, newsroom, "return-to-reporter", 422, note="")
    assert "Say why in a note" in refused


def test_who_opens_a_returned_story_reads_why_beside_the_next_move(newsroom, browser):
    browser.sign_in("jonas")
    move(browser, newsroom, "file")
    browser.sign_in("tomas")
    move(browser, newsroom, "return-to-reporter", note="Call the port.")
    browser.sign_in("jonas")
    assert "Returned to its reporter by Tomas" in browser.get(f"/stories/{newsroom.story}")
    filed = move(browser, newsroom, "file")
    assert "Returned to its reporter by" not in filed
    assert "Call the port." in filed  # among the notes still


def test_a_correction_shows_what_readers_will_see_until_it_is_published(newsroom, browser):
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state, row.live = "published", True
    browser.sign_in("tomas")
    words = "Readers will see this correction under the article: The boat left at one."
    assert words in move(browser, newsroom, "correct", note="The boat left at one.")


def test_a_correction_is_reworded_and_the_copy_must_be_passed_again(newsroom, browser):
    address = f"/stories/{newsroom.story}/correction"
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state, row.live = "published", True
    browser.sign_in("tomas")
    assert "No correction of this story is under way." in browser.post(
        address, {"correction": "Too early."}, 422
    )
    move(browser, newsroom, "correct", note="The boat left at won.")
    newsroom.check()
    move(browser, newsroom, "pass-copy")
    seen = {"seen": "The boat left at won."}
    assert "has between 1 and" in browser.post(address, {"correction": " ", **seen}, 422)
    page = browser.post(address, {"correction": "The boat left at one.", **seen})
    assert "under the article: The boat left at one." in page
    assert "lapsed: Tomas reworded the correction just now" in page
    late = browser.post(address, {"correction": "At two.", **seen}, 409)
    assert "Somebody reworded the correction meanwhile to: “The boat left at one.”" in late
    browser.sign_in("jonas")
    browser.post(address, {"correction": "Not mine."}, 403)
    assert "Reword it" not in browser.get(f"/stories/{newsroom.story}")


def test_a_rule_that_holds_up_a_move_is_said_beside_its_button(newsroom, browser):
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state, row.live = "edit", True
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "Spike story An article of this story is on the site; withdraw it instead." in page


def test_a_move_without_the_version_seen_is_refused(newsroom, browser):
    browser.sign_in("jonas")
    assert "did not say which version you saw" in move(browser, newsroom, "file", 409, version="")


def test_a_time_that_is_none_is_refused_in_words(newsroom, browser):
    browser.sign_in("tomas")
    assert "That is not a time" in move(browser, newsroom, "schedule", 422, at="tomorrow")


def test_publishing_is_not_reached_by_the_way_of_other_moves(newsroom, browser):
    browser.sign_in("tomas")
    move(browser, newsroom, "publish", 404)
    move(browser, newsroom, "explode", 404)


def test_a_new_story_from_its_form(newsroom, browser):
    browser.sign_in("mira")
    form = {
        "headline": "Lighthouse keeper retires",
        "byline": "By Mira Stone",
        "slug": "lighthouse-keeper",
        "desk_id": newsroom.world,
        "priority": 5,
        "deadline_at": "2030-05-21T18:30",
        "note": "Photos by Friday.",
    }
    page = browser.post("/stories/new", form)
    assert "lighthouse-keeper" in page
    assert "Lighthouse keeper retires" in page
    assert "Photos by Friday." in page


def test_a_slug_is_free_only_once_a_day_and_the_form_keeps_what_was_typed(newsroom, browser):
    browser.sign_in("mira")
    form = {"headline": "Another ferry", "slug": "ferry-halted", "desk_id": newsroom.world}
    page = browser.post("/stories/new", {**form, "priority": 5}, 422)
    assert "There is a story “ferry-halted” today already" in page
    assert page.values["headline"] == "Another ferry"
    page = browser.post("/stories/new", {**form, "slug": "Ferry Halted!", "priority": 5}, 422)
    assert "small letters, digits and single hyphens" in page


def send_plan(browser, newsroom, status=200, **plan):
    address = f"/stories/{newsroom.story}/plan"
    seen = {"seen": browser.get(address).hidden["seen"]}
    usual = {"desk_id": newsroom.world, "priority": 2, "reporters": [newsroom.jonas.id]}
    return browser.post(address, {**seen, **usual, **plan}, status)


def test_the_plan_is_changed_by_an_editor_and_by_the_reporter_of_a_draft(newsroom, browser):
    browser.sign_in("jonas")
    assert "ferry-storm" in send_plan(browser, newsroom, slug="ferry-storm")
    move(browser, newsroom, "file")
    send_plan(browser, newsroom, 403, slug="ferry-mine")
    browser.sign_in("tomas")
    assert "ferry-again" in send_plan(browser, newsroom, slug="ferry-again")


def test_of_two_who_plan_at_once_the_second_is_told_and_keeps_what_was_typed(newsroom, browser):
    browser.sign_in("tomas")
    old = browser.get(f"/stories/{newsroom.story}/plan").hidden["seen"]
    send_plan(browser, newsroom, slug="ferry-first")
    refused = send_plan(browser, newsroom, 422, slug="ferry-second", seen=old)
    assert "Somebody changed the plan while you were writing" in refused
    assert refused.values["slug"] == "ferry-second"
    assert "ferry-second" in send_plan(browser, newsroom, slug="ferry-second")


def test_a_note_beside_the_story(newsroom, browser):
    browser.sign_in("pavel")
    page = browser.post(f"/stories/{newsroom.story}/notes", {"text": "Two frames are coming."})
    assert "Two frames are coming." in page
    assert [one["id"] for one in page.fields if "checked" in one] == ["tab-talk"]
    browser.post(f"/stories/{newsroom.story}/notes", {"text": " "}, 422)


def test_a_waiver_is_given_by_the_photo_desk_only(newsroom, browser):
    address = f"/stories/{newsroom.story}/waiver"
    browser.sign_in("jonas")
    browser.post(address, {"reason": "A court story"}, 403)
    browser.sign_in("pavel")
    given = browser.post(address, {"reason": "A court story"})
    assert "Runs without a photo: A court story" in given
    assert "Why it runs without a photo" not in given
    taken_back = browser.post(address, {"reason": given.hidden["reason"]})
    assert "A court story" not in taken_back
    assert "Why it runs without a photo" in taken_back


@pytest.mark.parametrize("path", ["/stories/99999", "/stories/99999/panel", "/stories/99999/plan"])
def test_a_story_that_is_not_there(newsroom, browser, path):
    browser.sign_in("lena")
    assert "There is no such story." in browser.get(path, 404)


def test_an_administrator_reads_but_does_not_edit(newsroom, browser):
    browser.sign_in("ada")
    browser.get(f"/stories/{newsroom.story}")
    move(browser, newsroom, "file", 422)


def test_a_story_is_started_only_on_a_desk_of_ones_own(newsroom, browser):
    with newsroom.change():
        foreign = make_desk("Sport").id
    browser.sign_in("tomas")
    form = {"headline": "x", "slug": "derby", "desk_id": foreign, "priority": 5}
    assert "Not a valid choice" in browser.post("/stories/new", form, 422)


def opening_of(page):
    """What the page gives the editor to begin with, as the browser reads it."""
    [text] = re.findall(r'<script [^>]*id="opening">(.*?)</script>', page.answer.text, re.DOTALL)
    return json.loads(text)


def test_the_page_holds_what_the_editor_would_be_told_if_it_asked(newsroom, browser):
    for name in ("jonas", "tomas", "lena"):
        browser.sign_in(name)
        page = browser.get(f"/stories/{newsroom.story}")
        assert opening_of(page) == browser.client.get(f"/stories/{newsroom.story}/document").json, (
            name
        )


def test_words_of_the_story_are_never_markup_of_its_page(newsroom, browser):
    words = "</script><script>alert(1)</script><!-- <script> & ' \u2028"
    newsroom.type(newsroom.jonas, words)
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert words in json.dumps(opening_of(page)["document"], ensure_ascii=False)
    assert "alert(1)<" not in page.answer.text
