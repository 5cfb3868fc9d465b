"""After a change of the lexicon every story on its way is read again, in batches, whatever dies."""

import pytest
from sqlalchemy import select

from newsroom.accounts.queries import person
from newsroom.db import db
from newsroom.jobs import Job
from newsroom.stories import checking, documents, rechecking
from newsroom.stories.models import CheckReading, Finding, Story
from tests.factories import make_story
from tests.stories.samples import block, story
from tests.stories.style import put_in_lexicon


@pytest.fixture
def five(newsroom, sent):
    """Three stories more on their way, and one that is out; each of them read."""
    with newsroom.change():
        jonas = person(newsroom.jonas.id)
        made = [
            make_story(jonas, "City", story(block("paragraph", words)), f"quay-{number}").id
            for number, words in enumerate(["In Dundry.", "In Dundree.", "Nowhere.", "In Dundree."])
        ]
        db.session.get(Story, made[-1]).state = "published"
    every = [newsroom.story, newsroom.other, *made]
    for one in every:
        newsroom.check(one)
    sent.clear()
    return every


def run_all(newsroom, sent, after=0):
    """As a worker would: the batch that is due, and those that it puts in line."""
    with newsroom.app.app_context():
        rechecking.some(after)
    while sent and sent[-1][0] is Job.STORIES_RECHECK_SOME:
        last = sent.pop()
        with newsroom.app.app_context():
            rechecking.some(*last[1:])


def change(newsroom):
    with newsroom.change():
        put_in_lexicon("Dundry", "Dundree")


def found(newsroom):
    with newsroom.app.app_context():
        return db.session.execute(select(Finding.story_id, Finding.words, Finding.status)).all()


def progress(newsroom):
    with newsroom.app.app_context():
        return rechecking.progress()


def test_what_is_on_its_way_is_read_again_and_what_is_out_is_left(newsroom, five, sent):
    assert progress(newsroom) == rechecking.Progress(5, 5)
    change(newsroom)
    assert progress(newsroom) == rechecking.Progress(0, 5)
    run_all(newsroom, sent)
    assert found(newsroom) == [(five[3], "Dundree", "open")]
    assert progress(newsroom) == rechecking.Progress(5, 5)
    with newsroom.app.app_context():
        assert db.session.get(CheckReading, (five[-1], "house_style")).reference == 0


def test_batches_follow_one_another_and_each_may_be_sent_twice(newsroom, five, sent, monkeypatch):
    monkeypatch.setattr(rechecking, "AT_ONCE", 2)
    change(newsroom)
    with newsroom.app.app_context():
        rechecking.some(0)
    assert progress(newsroom).read == 2
    assert sent[-1] == (Job.STORIES_RECHECK_SOME, five[1])
    run_all(newsroom, sent)
    assert progress(newsroom).read == 5
    assert found(newsroom) == [(five[3], "Dundree", "open")]
    run_all(newsroom, sent)
    assert found(newsroom) == [(five[3], "Dundree", "open")]


def test_of_a_story_that_says_the_same_as_before_nothing_but_the_reading_is_noted(
    newsroom, five, sent, monkeypatch
):
    change(newsroom)
    monkeypatch.setattr(checking, "record", lambda *_: pytest.fail("it said the same before"))
    run_all(newsroom, sent, after=five[3])
    assert progress(newsroom) == rechecking.Progress(1, 5)


def test_a_story_that_was_typed_in_meanwhile_is_queued_for_its_newest_words(
    newsroom, five, sent, monkeypatch
):
    change(newsroom)
    examine = checking.examine_with

    def typed_in_meanwhile(one, asked, rules):
        seen = examine(one, asked, rules)
        if one.id == newsroom.story:
            db.session.rollback()
            newsroom.type(newsroom.jonas, " sharp")
        return seen

    monkeypatch.setattr(checking, "examine_with", typed_in_meanwhile)
    run_all(newsroom, sent)
    assert (Job.STORIES_CHECK, newsroom.story) in sent


def test_a_story_that_cannot_be_read_keeps_no_other_waiting(newsroom, five, sent, monkeypatch):
    at = documents.at

    def broken(story_id, version):
        if story_id == newsroom.other:
            raise ValueError(story_id)
        return at(story_id, version)

    monkeypatch.setattr(documents, "at", broken)
    change(newsroom)
    run_all(newsroom, sent)
    assert found(newsroom) == [(five[3], "Dundree", "open")]
    assert progress(newsroom) == rechecking.Progress(4, 5)


def test_the_lexicon_page_says_how_far_it_is(newsroom, five, sent, browser):
    browser.sign_in("tomas")
    words = "Open stories read with the lexicon as it is now"
    assert words not in browser.get("/lexicon")
    change(newsroom)
    assert f"{words} 0 of 5" in browser.get("/lexicon")
    run_all(newsroom, sent)
    assert words not in browser.get("/lexicon")


def test_the_desk_finds_a_story_by_any_spelling(newsroom, browser):
    with newsroom.change():
        jonas = person(newsroom.jonas.id)
        make_story(jonas, "City", story(headline="Fog in Dundry"), "fog")
        put_in_lexicon("Dundry", "Dundree")
    browser.sign_in("lena")
    assert "Fog in Dundry" in browser.get("/?q=dundree")
    assert "Fog in Dundry" not in browser.get("/?q=dundrei")
