"""A desk that weighs its rules otherwise has its own stories read again, and no others."""

import pytest

from newsroom.accounts.queries import desk
from newsroom.db import db, transaction
from newsroom.jobs import Job
from newsroom.photos import desk_captions
from newsroom.photos.captions.table import Rule as CaptionRule
from newsroom.roles import Role, machine
from newsroom.standards import Level
from newsroom.stories import check_queue, checking, filing, rechecking
from newsroom.stories.models import Story
from newsroom.stories.references import readings
from newsroom.wire import desk_standards
from newsroom.wire.standards.table import Rule
from tests.stories.style import put_in_lexicon

ADMINISTRATOR = machine("an administrator", [Role.ADMINISTRATOR])


@pytest.fixture
def read(newsroom, sent):
    """Both of its stories, one on each desk, read with what is in force."""
    for one in (newsroom.story, newsroom.other):
        newsroom.check(one)
    sent.clear()
    return newsroom


def weigh(newsroom, level=Level.BLOCK):
    with newsroom.change():
        wanted = {Rule.BARE_SOURCE: level}
        desk_standards.set_levels(ADMINISTRATOR, desk(newsroom.world), wanted)


def unread(newsroom, story_id):
    """The checks whose reading of the story counts for none by now."""
    with newsroom.app.app_context():
        return sorted(row.check for row, fresh in readings(story_id) if not fresh)


def test_only_the_stories_of_the_desk_are_read_again(read, sent, monkeypatch):
    weigh(read)
    assert unread(read, read.story) == ["attribution", "reuse"]
    assert unread(read, read.other) == []
    assert (Job.STORIES_RECHECK_ALL,) in sent
    seen = []
    real = checking.examine_with
    monkeypatch.setattr(
        checking, "examine_with", lambda story, *more: seen.append(story.id) or real(story, *more)
    )
    with read.app.app_context():
        rechecking.some(0)
    assert seen == [read.story]
    assert unread(read, read.story) == []


def test_the_same_holds_of_the_rules_of_captions(read):
    with read.change():
        wanted = {CaptionRule.WEEKDAY: Level.OFF}
        desk_captions.set_levels(ADMINISTRATOR, desk(read.world), wanted)
    assert unread(read, read.story) == ["captions"]
    assert unread(read, read.other) == []


def test_a_lost_message_has_no_other_story_queued(read):
    weigh(read)
    with read.change():
        assert check_queue.resend_stale() == 1
        assert check_queue.is_waiting(read.story)
        assert not check_queue.is_waiting(read.other)


def test_what_waited_for_another_change_is_not_spared(read):
    with read.change():
        put_in_lexicon("Dundry", "Dundree")
    weigh(read)
    assert "house_style" in unread(read, read.other)
    with read.change():
        desk_standards.set_levels(ADMINISTRATOR, desk(read.city), {Rule.BARE_SOURCE: Level.BLOCK})
    weigh(read, Level.OFF)
    # The change to its own desk has not been read, and the second to another does not hide it.
    assert "attribution" in unread(read, read.other)


def test_a_reading_begun_before_the_change_is_done_again(read, monkeypatch):
    real = checking.examine_with

    def changed_meanwhile(*given):
        found = real(*given)
        monkeypatch.setattr(checking, "examine_with", real)
        with transaction():
            wanted = {Rule.BARE_SOURCE: Level.BLOCK}
            desk_standards.set_levels(ADMINISTRATOR, desk(read.world), wanted)
        return found

    read.type(read.lena, " sharp")
    monkeypatch.setattr(checking, "examine_with", changed_meanwhile)
    read.check()
    assert "attribution" in unread(read, read.story)
    read.check()
    assert unread(read, read.story) == []


def test_a_story_that_moves_to_another_desk_is_weighed_by_that_desk(read):
    weigh(read)
    with read.change():
        row = db.session.get(Story, read.other)
        plan = filing.Plan(slug=row.slug, desk_id=read.world)
        seen = filing.plan_mark(row)
        filing.change_plan(read.lena, row.id, plan, frozenset({read.jonas.id}), seen)
    assert unread(read, read.other) == ["attribution", "captions", "house_style", "reuse"]
    with read.app.app_context():
        assert check_queue.is_waiting(read.other)
    read.check(read.other)
    assert unread(read, read.other) == []
