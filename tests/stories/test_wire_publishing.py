"""What agency copy keeps from the paper: by the editor's button and by the schedule's clock."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from newsroom.accounts.models import Desk
from newsroom.db import db, now
from newsroom.errors import Invalid
from newsroom.publishing import schedule, service
from newsroom.roles import Role, machine
from newsroom.standards import Level
from newsroom.stories import facts, wire_linking, wire_releasing
from newsroom.stories.models import StoryNote
from newsroom.wire import desk_standards
from newsroom.wire.items import Embargo
from newsroom.wire.standards.table import Rule
from tests.publishing.conftest import Paper
from tests.stories.agency import Agency

ADMINISTRATOR = machine("an administrator", [Role.ADMINISTRATOR])
KILLED = "Coast Press killed “Warehouse fire closes the north quay”"


@pytest.fixture
def agency(app, change, monkeypatch):
    monkeypatch.setattr("newsroom.jobs.send", lambda *_args, **_options: None)
    return Agency(app, change)


@pytest.fixture
def paper(agency, app, change):
    return Paper(app, change)


@pytest.fixture
def later(monkeypatch):
    moved = timedelta()

    def move(**by):
        nonlocal moved
        moved += timedelta(**by)

    for module in (schedule, service, facts):
        monkeypatch.setattr(module, "now", lambda: now() + moved)
    return move


def ready_with(paper, item, slug="quay-fire"):
    story = paper.make_ready(slug)
    with paper.change():
        wire_linking.attach(paper.tomas, story, item)
    return story


def notes(paper, story):
    with paper.app.app_context():
        wanted = select(StoryNote.text).where(StoryNote.story_id == story)
        return list(db.session.scalars(wanted))


def test_a_ready_story_with_killed_copy_is_not_published_even_before_anybody_was_told(
    paper, agency
):
    story = ready_with(paper, agency.sends())
    agency.kills()
    with pytest.raises(Invalid, match=KILLED):
        paper.publish(story)
    with pytest.raises(Invalid, match=KILLED):
        paper.move(paper.tomas, story, "schedule", at=now() + timedelta(hours=1))


def test_a_scheduled_story_whose_copy_is_killed_does_not_go_out_and_says_why_once(
    paper, agency, later
):
    story = ready_with(paper, agency.sends())
    paper.move(paper.tomas, story, "schedule", at=now() + timedelta(hours=1))
    agency.kills()
    agency.tells()
    later(hours=2)
    assert paper.run_schedule() == []
    assert paper.run_schedule() == []
    assert sum(KILLED in text for text in notes(paper, story)) == 1
    link = agency.link(story)
    with paper.change():
        wire_linking.detach(paper.tomas, story, link.id, "Its words are out.")
    assert paper.run_schedule() == [story]


def test_the_schedule_waits_for_an_embargo_that_came_after_it(paper, agency, later):
    story = ready_with(paper, agency.sends())
    paper.move(paper.tomas, story, "schedule", at=now() + timedelta(hours=1))
    until = (now() + timedelta(hours=5)).replace(microsecond=0)
    agency.sends(version="2", embargo=Embargo(until, "EMBARGOED"))
    later(hours=2)
    assert paper.run_schedule() == []
    [said] = [text for text in notes(paper, story) if "embargo" in text]
    assert f"under embargo until {until:%-d %B %Y, %H:%M UTC}." in said
    later(hours=4)
    assert paper.run_schedule() == [story]


def test_a_story_is_not_scheduled_for_a_time_before_the_embargo_ends(paper, agency):
    until = now() + timedelta(hours=3)
    story = ready_with(paper, agency.sends(embargo=Embargo(until, "EMBARGOED")))
    with pytest.raises(Invalid, match="choose a time from then on"):
        paper.move(paper.tomas, story, "schedule", at=until - timedelta(minutes=1))
    paper.move(paper.tomas, story, "schedule", at=until + timedelta(minutes=1))


def test_an_open_embargo_is_lifted_by_a_later_version_or_an_editor(paper, agency):
    held = {"embargo": Embargo(None, "EMBARGOED")}
    first = ready_with(paper, agency.sends(**held))
    second = ready_with(paper, agency.sends(guid="b", family="b", **held), "other-fire")
    for story in (first, second):
        with pytest.raises(Invalid, match="under an embargo without a time"):
            paper.publish(story)
    agency.sends(version="2")
    assert paper.publish(first).edition == 1
    with paper.change():
        wire_releasing.release_embargo(
            paper.tomas, second, agency.link(second).id, "Lifted by telephone."
        )
    assert paper.publish(second).edition == 1


def test_terms_against_online_use_wait_for_an_editor(paper, agency):
    story = ready_with(paper, agency.sends(usage_terms=("No internet use.", "No archive.")))
    with pytest.raises(Invalid, match="An editor must acknowledge it"):
        paper.publish(story)
    with paper.change():
        wire_releasing.heed_terms(paper.tomas, story, agency.link(story).id)
    assert paper.publish(story).edition == 1


def test_a_desk_whose_standards_only_warn_of_terms_is_not_stopped_by_them(paper, agency):
    story = ready_with(paper, agency.sends(usage_terms=("No internet use.",)))
    with paper.change():
        desk = db.session.get(Desk, paper.world)
        desk_standards.set_levels(ADMINISTRATOR, desk, {Rule.USAGE_TERMS: Level.WARN})
    paper.check(story)
    assert paper.publish(story).edition == 1


def test_a_published_story_is_corrected_only_once_the_killed_words_are_out(paper, agency):
    story = ready_with(paper, agency.sends())
    paper.publish(story)
    agency.kills()
    agency.tells()
    paper.move(paper.tomas, story, "correct", "An earlier version had words of a killed report.")
    paper.edit(story, "at noon", " sharp")
    paper.check(story)
    with pytest.raises(Invalid, match=KILLED):
        paper.move(paper.lena, story, "pass-copy")
    with paper.change():
        wire_linking.detach(paper.tomas, story, agency.link(story).id, "Its words are out.")
    paper.move_own_copy(story)
    assert paper.publish(story).edition == 2


def test_a_killed_article_is_withdrawn_at_any_time(paper, agency):
    story = ready_with(paper, agency.sends())
    paper.publish(story)
    agency.kills()
    assert paper.withdraw(story).withdrawn_at is not None
