"""An exception met in a story goes to whoever keeps the lexicon, who takes or declines it."""

import pytest

from newsroom.audit.queries import history_of
from newsroom.db import db
from newsroom.housestyle import proposals, queries
from newsroom.stories import document
from newsroom.stories import queries as stories
from newsroom.stories.longer_words import longer_words
from newsroom.stories.models import StorySnapshot
from tests.stories.samples import block, story
from tests.stories.style import put_in_lexicon

NAME = "Big Odessa File"


@pytest.fixture
def read(newsroom):
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(block("paragraph", f"He read the {NAME}.")))
    newsroom.app.extensions.pop("story_documents", None)
    newsroom.check()
    return newsroom


@pytest.fixture
def proposed(read, browser):
    """Jonas has proposed it; gives the addresses of the entry's proposal."""
    browser.sign_in("jonas")
    with read.app.app_context():
        [finding] = stories.findings(read.story, {"open"})
    path = f"/stories/{read.story}/findings/{finding.id}/propose"
    browser.post(path, {"text": NAME})
    browser.post(path, {"text": NAME})
    browser.post("/sign-out")
    return "/lexicon/1/proposals/1"


def test_the_card_begins_with_the_longer_name_at_the_words(read, browser):
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{read.story}?tab=findings")
    assert f'value="{NAME}"' in page.answer.text


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("at the Grand ", " Theatre, he said", "Grand Odessa Theatre"),
        ("in Kyiv, ", " was quiet", "Odessa"),
        ("", " State. Later", "Odessa State"),
        ("(", " File)", "Odessa File"),
    ],
)
def test_a_longer_name_ends_at_small_words_and_stops(before, after, name):
    assert longer_words(before, "Odessa", after) == name


def test_proposing_twice_is_proposing_once(read, proposed):
    with read.app.app_context():
        assert [one.text for one in proposals.open_ones(1)] == [NAME]


def test_whoever_keeps_the_lexicon_is_told_and_led_to_the_entry(proposed, browser):
    browser.sign_in("tomas")
    inbox = browser.get("/inbox")
    assert "Jonas proposes an exception, met in ferry-halted" in inbox
    entry = browser.get("/inbox/1")
    assert "Proposed: but not in" in entry
    assert NAME in entry


def test_taking_it_makes_it_an_exception_with_its_reason(read, proposed, browser):
    browser.sign_in("tomas")
    page = browser.post(f"{proposed}/take")
    assert "taken" in page
    assert "Proposed: but not in" not in page
    with read.app.app_context():
        assert queries.concept(1).facts.exceptions == (NAME,)
        assert history_of("concept", 1)[-1].event == "lexicon.changed"


def test_declining_asks_why_and_leaves_the_entry_as_it_is(read, proposed, browser):
    browser.sign_in("tomas")
    assert "Say why not" in browser.post(f"{proposed}/decline")
    assert "declined" in browser.post(f"{proposed}/decline", {"reason": "It is a hotel"})
    with read.app.app_context():
        assert queries.concept(1).facts.exceptions == ()
        assert history_of("concept", 1)[-1].event == "lexicon.exception_declined"
    assert "decided about this proposal meanwhile" in browser.post(f"{proposed}/take")


def test_a_reporter_decides_about_none(proposed, browser):
    browser.sign_in("jonas")
    browser.post(f"{proposed}/take", status=403)
    assert "Take it" not in browser.get("/lexicon/1")


def test_words_that_are_no_longer_name_are_refused(read, browser):
    browser.sign_in("jonas")
    with read.app.app_context():
        [finding] = stories.findings(read.story, {"open"})
    path = f"/stories/{read.story}/findings/{finding.id}/propose"
    for text in ("", "Odessa", "The opera"):
        answer = browser.post_json(path, {"text": text})
        assert answer.status_code == 422
