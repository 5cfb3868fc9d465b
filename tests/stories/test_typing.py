"""Words just typed are held against house style in the request, and nothing is kept of it."""

import pytest

from newsroom.db import db
from newsroom.stories import leaving, queries
from newsroom.stories.models import CheckReading, Finding, Story
from newsroom.stories.typing_check import MOST_BLOCKS, MOST_BYTES
from tests.stories.style import put_in_lexicon


@pytest.fixture
def asked(newsroom, browser):
    """Ask as the story's reporter about blocks, each asked about unless it says otherwise."""
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
    browser.sign_in("jonas")

    def ask(*blocks):
        sent = [{"kind": "paragraph", "asked": True, **one} for one in blocks]
        path = f"/stories/{newsroom.story}/findings/typed"
        return browser.post_json(path, {"blocks": sent})

    return ask


def found(answer):
    return [[(one["words"], one["kind"]) for one in block] for block in answer.json["blocks"]]


def test_each_block_that_is_asked_about_is_answered_in_its_own_units(asked):
    answer = asked({"text": "Quiet."}, {"text": "🌊 He left Odessa."})
    [[], [one]] = answer.json["blocks"]
    assert (one["from"], one["to"], one["suggestion"]) == (11, 17, "Odesa")
    assert (one["rule"], one["severity"]) == ("housestyle:1", "blocking")


def test_a_quotation_that_runs_on_from_a_neighbour_is_left_as_it_was_said(asked):
    before = {"text": "“We will stay, he said.", "asked": False}
    assert found(asked(before, {"text": "Odessa is ours,” he said."})) == [[("Odessa", "quote")]]
    assert found(asked({"text": "Odessa is ours.", "quoted": True})) == [[("Odessa", "quote")]]


def test_half_a_pair_and_other_signs_that_no_story_holds_are_read_over(asked):
    answer = asked({"text": "\ud83d He\0 left \udc00Odessa."})
    [[one]] = answer.json["blocks"]
    assert (one["words"], one["from"], one["to"]) == ("Odessa", 12, 18)


def test_nothing_is_written(asked, newsroom):
    asked({"text": "He left Odessa."})
    with newsroom.app.app_context():
        assert db.session.query(Finding).count() == 0
        assert db.session.query(CheckReading).count() == 0
        assert db.session.get(Story, newsroom.story).version == 0


def test_what_the_story_leaves_alone_does_not_come_back_while_typing(asked, newsroom):
    newsroom.type(newsroom.jonas, " in Odessa")
    newsroom.check()
    with newsroom.change():
        [finding] = queries.findings(newsroom.story, {"open"})
        leaving.leave(newsroom.tomas, newsroom.story, finding.id, "The ship is called so")
    assert found(asked({"text": "He left Odessa."})) == [[]]


def test_more_than_typing_is_refused_in_a_sentence(asked, newsroom, browser):
    answer = asked(*[{"text": "Odessa"}] * (MOST_BLOCKS + 1))
    assert (answer.status_code, "next reading" in answer.json["detail"]) == (422, True)
    answer = asked({"text": "x" * MOST_BYTES})
    assert (answer.status_code, "next reading" in answer.json["detail"]) == (422, True)
    path = f"/stories/{newsroom.story}/findings/typed"
    for body in ([], {"blocks": 4}, {"blocks": ["words"]}, {"blocks": [{"kind": "paragraph"}]}):
        assert browser.post_json(path, body).status_code == 422


def test_a_story_that_there_is_not_is_not_found(asked, browser):
    assert browser.post_json("/stories/999/findings/typed", {"blocks": []}).status_code == 404
