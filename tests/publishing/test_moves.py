"""Publishing and withdrawing from the story's page, by those who may."""

import pytest

from newsroom.db import db
from newsroom.roles import Role
from newsroom.stories.models import Story
from tests.factories import make_person
from tests.page_client import Browser


def state(paper, story):
    with paper.app.app_context():
        return db.session.get(Story, story).state


def test_an_editor_publishes_from_the_page_and_is_told(paper, browser):
    story = paper.make_ready()
    browser.sign_in("tomas")
    page = browser.post(f"/stories/{story}/publish", {"version": 0})
    assert "Version 0 is on the site." in page
    assert state(paper, story) == "published"


def test_a_script_is_told_the_address(paper, browser):
    story = paper.make_ready()
    browser.sign_in("tomas")
    answer = browser.client.post(
        f"/stories/{story}/publish",
        data={"version": 0, "csrf_token": browser.token()},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 200
    assert paper.read(answer.json["address"]).status_code == 200


def test_a_story_without_an_article_leads_to_none(paper, browser):
    story = paper.make_ready()
    browser.sign_in("jonas")
    assert "no article on the site" in browser.get(f"/stories/{story}/article", 404)


def test_a_published_story_leads_to_its_article(paper, browser):
    made = paper.put_out()
    browser.sign_in("jonas")
    assert "See the article on the site" in browser.get(f"/stories/{made.story_id}")
    answer = browser.client.get(f"/stories/{made.story_id}/article")
    assert answer.location.endswith(made.path)


def test_an_editor_withdraws_with_a_reason(paper, browser):
    made = paper.put_out()
    browser.sign_in("tomas")
    refused = browser.post(f"/stories/{made.story_id}/withdraw", {"version": 0}, status=422)
    assert "Give the reason" in refused
    page = browser.post(
        f"/stories/{made.story_id}/withdraw", {"version": 0, "note": "The source took it back."}
    )
    assert "The article is off the site" in page
    assert state(paper, made.story_id) == "withdrawn"


UNSEEN = "The form did not say which version you saw"


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({}, UNSEEN),
        ({"version": "7"}, "The story changed since you opened it"),
        ({"version": "x"}, UNSEEN),
    ],
)
def test_who_has_not_seen_this_version_is_told_so(paper, browser, form, sentence):
    story = paper.make_ready()
    browser.sign_in("tomas")
    page = browser.post(f"/stories/{story}/publish", form, status=409)
    assert sentence in page
    assert state(paper, story) == "ready"


def test_a_refused_publication_says_what_stands_in_the_way(paper, browser):
    story = paper.make_ready()
    paper.edit(story, "at noon", " sharp")
    browser.sign_in("tomas")
    page = browser.post(f"/stories/{story}/publish", {"version": 1}, status=422)
    assert "Copy approval of version 0 lapsed" in page


@pytest.mark.parametrize("name", ["jonas", "pavel"])
@pytest.mark.parametrize("verb", ["publish", "withdraw"])
def test_reporters_and_the_photo_desk_do_neither(paper, app, name, verb):
    story = paper.make_ready()
    browser = Browser(app)
    browser.sign_in(name)
    browser.post(f"/stories/{story}/{verb}", {"version": 0, "note": "No"}, status=403)
    assert state(paper, story) == "ready"


def test_an_editor_of_another_desk_does_not_publish(paper, browser):
    story = paper.make_ready()
    with paper.change():
        make_person("cora", Role.EDITOR, "City")
    browser.sign_in("cora")
    page = browser.post(f"/stories/{story}/publish", {"version": 0}, status=422)
    assert "You may not publish on this desk." in page
    assert state(paper, story) == "ready"
