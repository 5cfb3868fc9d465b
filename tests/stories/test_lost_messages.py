"""What waits to be read is read, whichever message was lost, late or sent twice."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text

from newsroom.db import db, dialect, now, transaction
from newsroom.jobs import Job
from newsroom.stories import check_queue, checking, facts
from newsroom.stories.models import CheckReading, Story
from tests.stories.style import put_in_lexicon
from workers import stories as tasks


def read_by_gate(newsroom):
    with newsroom.app.app_context():
        story = db.session.get(Story, newsroom.story)
        return {one.check: one.version for one in facts.standing(story).readings}


def change_lexicon(newsroom):
    with newsroom.change():
        put_in_lexicon("Port Ilein", "Port Ellen")


def work(newsroom):
    with newsroom.app.app_context():
        tasks.check(newsroom.story)


def test_a_lexicon_change_is_read_though_its_message_was_lost(newsroom, sent):
    work(newsroom)
    change_lexicon(newsroom)
    assert read_by_gate(newsroom)["house style"] is None
    sent.clear()
    with newsroom.change():
        check_queue.resend_stale()
    assert (Job.STORIES_CHECK, newsroom.story) in sent
    work(newsroom)
    assert read_by_gate(newsroom)["house style"] == 0
    sent.clear()
    with newsroom.change():
        check_queue.resend_stale()
    assert (Job.STORIES_CHECK, newsroom.story) not in sent


def test_a_story_revived_is_read_with_the_house_style_of_today(newsroom, sent):
    work(newsroom)
    newsroom.move(newsroom.tomas, "spike")
    change_lexicon(newsroom)
    newsroom.move(newsroom.tomas, "revive")
    assert sent[-1] == (Job.STORIES_CHECK, newsroom.story)
    work(newsroom)
    assert read_by_gate(newsroom)["house style"] == 0


def test_a_correction_begins_with_the_house_style_of_today(newsroom, sent):
    work(newsroom)
    with newsroom.change():
        story = db.session.get(Story, newsroom.story)
        story.state, story.live = "published", True
    change_lexicon(newsroom)
    newsroom.move(newsroom.tomas, "correct", "The boat left at one.")
    work(newsroom)
    assert read_by_gate(newsroom)["house style"] == 0


def test_a_reading_with_the_lexicon_of_before_does_not_undo_a_newer_one(newsroom, sent):
    with newsroom.app.app_context():
        late = checking.examine(newsroom.story)
    change_lexicon(newsroom)
    newsroom.check()
    with newsroom.change():
        checking.record(late)
    assert read_by_gate(newsroom)["house style"] == 0


def test_a_reading_that_a_lexicon_change_overtook_is_asked_for_again(newsroom, sent):
    with newsroom.app.app_context():
        late = checking.examine(newsroom.story)
    change_lexicon(newsroom)
    sent.clear()
    with newsroom.change():
        checking.record(late)
    assert sent == [(Job.STORIES_CHECK, newsroom.story)]


def test_a_message_that_came_twice_is_read_once(newsroom, sent, monkeypatch):
    work(newsroom)
    monkeypatch.setattr(checking, "examine", lambda _story: pytest.fail("read again"))
    work(newsroom)


def test_a_check_that_was_given_up_says_so(newsroom, sent):
    with newsroom.app.app_context():
        seen = checking.examine(newsroom.story)
    failed = replace(
        seen, results=tuple(replace(one, found=(), failure="KeyError") for one in seen.results)
    )
    said = []
    for _ in range(checking.MOST_ATTEMPTS):
        with newsroom.change():
            checking.record(failed)
        with newsroom.app.app_context():
            said.append(db.session.get(CheckReading, (newsroom.story, "house_style")).failure)
    assert said[0] == "KeyError. It will be tried again."
    assert said[-1] == "KeyError. It was tried 5 times; the next edit lets it try once more."


def test_a_story_that_somebody_has_in_hand_keeps_no_other_waiting(newsroom, sent):
    with newsroom.change():
        if dialect() != "postgresql":
            pytest.skip("SQLite has one writer at a time, and locks no rows")
        for story_id in (newsroom.story, newsroom.other):
            db.session.get(Story, story_id).checks_queued_at = now() - timedelta(minutes=2)
    with newsroom.app.app_context(), db.engine.begin() as hand:
        hand.execute(select(Story.id).where(Story.id == newsroom.story).with_for_update())
        with transaction():
            db.session.execute(text("SET LOCAL lock_timeout = '2s'"))
            assert check_queue.resend_stale() == 1
    assert sent == [(Job.STORIES_CHECK, newsroom.other)]
