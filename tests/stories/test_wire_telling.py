"""Who hears of a kill and of a newer version: once, whatever breaks on the way."""

import pytest

from newsroom.db import db
from newsroom.jobs import Job
from newsroom.stories import wire_linking, wire_telling
from newsroom.stories.models import Story
from newsroom.wire import kills
from tests.factories import make_person
from tests.stories.agency import Agency


@pytest.fixture
def agency(app, change):
    return Agency(app, change)


@pytest.fixture
def item(newsroom, agency):
    found = agency.sends()
    for story in (newsroom.story, newsroom.other):
        with newsroom.change():
            wire_linking.attach(newsroom.jonas, story, found)
    return found


def put(newsroom, state, *, live=False):
    with newsroom.change():
        row = db.session.get(Story, newsroom.story)
        row.state, row.live = state, live


def ids(*actors):
    return sorted(one.id for one in actors)


def test_a_kill_is_told_to_the_people_of_each_story_and_the_editors_of_its_desk(
    newsroom, agency, item
):
    newsroom.type(newsroom.lena, " sharp")
    with newsroom.change():
        make_person("cora", "editor", "City")
    agency.kills()
    agency.tells()
    everywhere = ids(newsroom.jonas, newsroom.lena)
    on_the_desk = ids(newsroom.tomas)
    told = agency.told("wire_killed")
    assert [one for one in told if one in everywhere] == sorted(everywhere * 2)
    assert [one for one in told if one in on_the_desk] == on_the_desk
    assert newsroom.mira.id not in told
    assert len(agency.logged("wire.killed")) == 2


@pytest.mark.parametrize("state", ["draft", "edit", "photo_check", "ready", "scheduled"])
def test_a_story_hears_of_a_kill_wherever_it_is_on_its_way(newsroom, agency, item, state):
    put(newsroom, state)
    agency.kills()
    agency.tells()
    assert agency.link(newsroom.story).killed_at is not None
    assert newsroom.jonas.id in agency.told("wire_killed")


def test_of_an_article_on_the_site_it_is_said_that_it_must_be_corrected(newsroom, agency, item):
    put(newsroom, "published", live=True)
    agency.kills()
    agency.tells()
    assert agency.told("wire_killed_live") == ids(newsroom.jonas, newsroom.tomas, newsroom.lena)


def test_a_kill_is_told_once_however_often_the_job_runs(newsroom, agency, item):
    agency.kills()
    agency.tells()
    before = agency.told("wire_killed")
    agency.tells()
    agency.kills("10")
    agency.tells()
    assert agency.told("wire_killed") == before


def test_a_worker_that_is_killed_begins_anew_and_nobody_hears_twice(
    newsroom, agency, item, monkeypatch
):
    agency.kills()
    real, heard = wire_telling._hear_of_kill, []

    def dies(story, found):
        real(story, found)
        heard.append(story.id)
        if len(heard) == 2:
            raise SystemExit("killed")

    monkeypatch.setattr(wire_telling, "_hear_of_kill", dies)
    with pytest.raises(SystemExit):
        agency.tells()
    assert agency.told("wire_killed") == []
    with newsroom.app.app_context():
        assert kills.untold() == [item]
    monkeypatch.undo()
    agency.tells()
    assert agency.told("wire_killed").count(newsroom.jonas.id) == 2


def test_one_story_that_breaks_does_not_keep_the_others_from_hearing(
    newsroom, agency, item, monkeypatch
):
    second = agency.sends(guid="b", family="b")
    with newsroom.change():
        wire_linking.attach(newsroom.jonas, newsroom.other, second)
    agency.kills()
    agency.kills(guid="b", family="b")
    real = wire_telling._tell_kill

    def breaks(item_id):
        if item_id == item:
            raise ValueError("broken")
        real(item_id)

    monkeypatch.setattr(wire_telling, "_tell_kill", breaks)
    agency.tells()
    assert agency.told("wire_killed").count(newsroom.jonas.id) == 1


def test_the_kill_sends_its_job_and_beat_sends_it_again(newsroom, agency, item, monkeypatch):
    from workers import schedule

    sent = []
    monkeypatch.setattr("newsroom.jobs.send", lambda _s, job, *args, **_: sent.append((job, args)))
    agency.kills()
    assert (Job.WIRE_KILLED, (item,)) in sent
    assert {Job.WIRE_KILLED, Job.WIRE_NEWER} <= set(schedule.EVERY)


def test_the_worker_answers_the_job_with_the_item_and_without(newsroom, agency, item, app):
    from workers import stories

    agency.kills()
    with app.app_context():
        stories.tell_kills.run(item)
        stories.tell_kills.run()
        stories.tell_newer.run()
    assert newsroom.jonas.id in agency.told("wire_killed")


def test_a_story_from_a_version_after_the_kill_is_left_alone(newsroom, agency, item):
    agency.kills("2")
    alive = agency.sends(version="3")
    link = agency.link(newsroom.story)
    with newsroom.change():
        wire_linking.detach(newsroom.tomas, newsroom.story, link.id, "Its words are out.")
        wire_linking.attach(newsroom.jonas, newsroom.story, alive)
    agency.tells()
    assert agency.link(newsroom.story).killed_at is None


def test_a_newer_version_is_told_to_the_people_of_open_stories_once(newsroom, agency, item):
    put(newsroom, "published", live=True)
    agency.sends(version="2")
    agency.tells()
    agency.tells()
    assert agency.told("wire_newer") == ids(newsroom.jonas)
    agency.sends(version="3")
    agency.tells()
    assert agency.told("wire_newer") == ids(newsroom.jonas) * 2


def test_an_older_version_that_comes_late_and_a_kill_are_no_newer_version(newsroom, agency, item):
    agency.sends(version="0")
    agency.kills()
    agency.tells()
    assert agency.told("wire_newer") == []


def test_who_took_the_newer_version_is_not_told_of_it(newsroom, agency, item):
    second = agency.sends(version="2")
    for story in (newsroom.story, newsroom.other):
        with newsroom.change():
            wire_linking.attach(newsroom.jonas, story, second)
    agency.tells()
    assert agency.told("wire_newer") == []


def test_a_newer_version_of_used_copy_sends_its_job_and_of_other_copy_none(
    newsroom, agency, item, monkeypatch
):
    sent = []
    monkeypatch.setattr("newsroom.jobs.send", lambda _s, job, *_args, **_: sent.append(job))
    agency.sends(guid="tram", family="tram", version="2")
    assert Job.WIRE_NEWER not in sent
    agency.sends(version="2")
    assert sent == [Job.WIRE_NEWER]
