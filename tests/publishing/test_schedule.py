"""What is scheduled goes out when its time has come, or it is said once why not."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db, now
from newsroom.publishing import schedule, service
from newsroom.stories import facts
from newsroom.stories.models import Story, StoryNote
from tests.factories import make_story


@pytest.fixture
def later(monkeypatch):
    """`later(hours=2)`: the clock of the schedule and of its gate moves on."""
    moved = timedelta()

    def move(**by):
        nonlocal moved
        moved += timedelta(**by)

    for module in (schedule, service, facts):
        monkeypatch.setattr(module, "now", lambda: now() + moved)
    return move


def scheduled(paper, slug="ferry-halted", **ahead):
    story = paper.make_ready(slug)
    paper.move(paper.tomas, story, "schedule", at=now() + timedelta(**ahead))
    return story


def notes(paper, story):
    with paper.app.app_context():
        wanted = select(StoryNote.text).where(StoryNote.story_id == story).order_by(StoryNote.id)
        return list(db.session.scalars(wanted))


def stands(paper, story):
    with paper.app.app_context():
        row = db.session.get(Story, story)
        return row.state, row.scheduled_for


def test_a_story_goes_out_when_its_time_has_come_and_not_before(paper, later):
    story = scheduled(paper, hours=2)
    assert paper.run_schedule() == []
    later(hours=1, minutes=59)
    assert paper.run_schedule() == []
    later(minutes=2)
    assert paper.run_schedule() == [story]
    assert stands(paper, story) == ("published", None)
    assert paper.current(story).published_by_id is None


def test_a_second_run_finds_nothing_to_do(paper, later):
    story = scheduled(paper, hours=2)
    later(hours=3)
    assert paper.run_schedule() == [story]
    assert paper.run_schedule() == []
    assert paper.current(story).edition == 1


def test_the_audit_log_names_the_schedule(paper, later):
    scheduled(paper, hours=1)
    later(hours=2)
    paper.run_schedule()
    with paper.app.app_context():
        entry = db.session.scalars(
            select(AuditEntry).where(AuditEntry.event == "article.published")
        ).one()
    assert (entry.actor_id, entry.actor_name) == (None, "schedule")


def test_a_story_that_its_gate_refuses_stays_scheduled_and_says_why_once(paper, later):
    story = scheduled(paper, hours=1)
    paper.edit(story, "at noon", " sharp")
    later(hours=2)
    for _ in range(3):
        assert paper.run_schedule() == []
        later(seconds=10)
    assert stands(paper, story)[0] == "scheduled"
    [note] = notes(paper, story)
    assert note.startswith("Not published as scheduled for ")
    assert "Copy approval of version 0 lapsed: Tomas changed the text" in note
    with paper.app.app_context():
        wanted = select(AuditEntry).where(AuditEntry.event == "schedule.refused")
        assert len(db.session.scalars(wanted).all()) == 1


def test_it_goes_out_as_soon_as_the_gate_lets_it(paper, later):
    story = scheduled(paper, hours=1)
    paper.edit(story, "at noon", " sharp")
    later(hours=2)
    paper.run_schedule()
    paper.check(story)
    paper.move(paper.lena, story, "pass-copy-again")
    assert paper.run_schedule() == [story]


def test_one_that_is_refused_keeps_no_other_back(paper, later):
    refused = scheduled(paper, hours=1)
    paper.edit(refused, "at noon", " sharp")
    story = scheduled(paper, "tram-strike", hours=2)
    later(hours=3)
    assert paper.run_schedule() == [story]


def test_a_hundred_that_are_refused_keep_no_other_back(paper, later):
    story = scheduled(paper, hours=2)
    with paper.change():
        for number in range(100):
            refused = make_story(paper.jonas, slug=f"never-passed-{number}")
            refused.state, refused.scheduled_for = "scheduled", now() + timedelta(hours=1)
    later(hours=3)
    assert paper.run_schedule() == [story]


def test_one_that_breaks_keeps_no_other_back(paper, later, monkeypatch):
    broken, story = scheduled(paper, hours=1), scheduled(paper, "tram-strike", hours=2)
    publish = service.publish

    def breaks(actor, story_id, seen):
        if story_id == broken:
            raise RuntimeError("a fault of ours")
        return publish(actor, story_id, seen)

    monkeypatch.setattr(service, "publish", breaks)
    later(hours=3)
    assert paper.run_schedule() == [story]
    assert stands(paper, broken)[0] == "scheduled"


def test_an_editor_may_publish_before_the_time(paper):
    story = scheduled(paper, hours=2)
    assert paper.publish(story).story_id == story
    assert paper.run_schedule() == []
