"""What an entry would do to every story is seen before it goes live."""

import pytest
from sqlalchemy import select

from newsroom.db import db
from newsroom.housestyle import queries, service, tasks
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.jobs import Job
from newsroom.roles import Role, machine
from newsroom.stories import previewing
from newsroom.stories.models import Finding, Story
from tests.factories import make_person, make_story
from tests.stories.samples import block, story

EDITOR = machine("Ruth Editor", [Role.EDITOR])


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    jobs = []
    monkeypatch.setattr(tasks, "enqueue", lambda job, *args: jobs.append((job, *args)))
    return jobs


@pytest.fixture
def entry(newsroom):
    facts = EntryFacts(ConceptClass.PLACE, "Yerushalayim", ("Jerusalem",), ("Jerusalem Post",))
    with newsroom.change():
        return service.draft_concept(EDITOR, facts).id


@pytest.fixture
def stories(newsroom):
    with newsroom.change():
        vera = make_person("vera", "reporter")
        for number in range(3):
            text = (
                "She left Jerusalem at dawn and read the Jerusalem Post.",
                "He said: “Jerusalem is old.” Then he was in Jerusalem again.",
                "Nothing of the kind stands here.",
            )[number]
            make_story(vera, "City", story(block("paragraph", text)), f"gates-{number}")


def preview(newsroom, entry):
    with newsroom.change():
        number = tasks.start(EDITOR, "preview", "Yerushalayim", concept_id=entry).id
    with newsroom.app.app_context():
        previewing.run(number)
    return number


def test_places_and_stories_are_counted_with_lines_to_show(newsroom, entry, stories):
    number = preview(newsroom, entry)
    with newsroom.app.app_context():
        task = tasks.task(number)
        found = task.result
        assert (task.state, task.done, task.total) == ("done", 5, 5)
    assert (found["places"], found["stories"], found["quoted"], found["published"]) == (2, 2, 1, 0)
    assert [one["slug"] for one in found["listed"]] == ["gates-0", "gates-1"]
    before, words, becomes, behind = found["listed"][0]["lines"][0]
    assert (before, words, becomes) == ("She left ", "Jerusalem", "Yerushalayim")
    assert behind.startswith(" at dawn")


def test_a_preview_that_was_cut_off_counts_no_story_twice(newsroom, entry, stories, monkeypatch):
    monkeypatch.setattr(previewing, "AT_ONCE", 2)
    monkeypatch.setattr(tasks, "SLICE_SECONDS", 0.0)
    with newsroom.change():
        number = tasks.start(EDITOR, "preview", "Yerushalayim", concept_id=entry).id
    with newsroom.app.app_context():
        assert previewing._some(number)
    monkeypatch.setattr(tasks, "SLICE_SECONDS", 30.0)
    with newsroom.app.app_context():
        assert tasks.task(number).done == 2
        previewing.run(number)
        previewing.run(number)
    with newsroom.app.app_context():
        assert tasks.task(number).result["places"] == 2


def test_a_slice_that_ran_its_time_puts_the_rest_back_in_line(newsroom, entry, sent, monkeypatch):
    monkeypatch.setattr(tasks, "SLICE_SECONDS", 0.0)
    number = preview(newsroom, entry)
    assert sent == [(Job.STORIES_PREVIEW_ENTRY, number)] * 2


def test_an_editor_sees_the_preview_from_the_entry_s_page(newsroom, entry, stories, browser):
    browser.sign_in("tomas")
    page = browser.post(f"/lexicon/{entry}/preview")
    assert "What Yerushalayim would change" in page
    with newsroom.app.app_context():
        previewing.run(1)
    page = browser.get("/lexicon/tasks/1")
    assert "2 places in 2 stories would be flagged" in page
    assert "gates-1" in page
    browser.sign_in("jonas")
    browser.get("/lexicon/tasks/1", status=403)


@pytest.fixture
def published(newsroom, stories):
    """The first of the stories is on the site, the second was never published."""
    with newsroom.change():
        first = db.session.scalars(select(Story).where(Story.slug == "gates-0")).one()
        first.state, first.live = "published", True


def look_through(newsroom):
    with newsroom.change():
        tasks.look_through_published()
    with newsroom.app.app_context():
        number = tasks.newest_of_published().id
        previewing.run(number)
        return number, tasks.task(number)


def test_published_stories_are_listed_when_an_entry_goes_live_and_not_touched(
    newsroom, entry, published
):
    with newsroom.change():
        service.go_live(EDITOR, queries.concept(entry), "agreed today")
    _, looked = look_through(newsroom)
    assert [one["slug"] for one in looked.result["listed"]] == ["gates-0"]
    assert (looked.state, looked.total, looked.result["places"]) == ("done", 1, 1)
    with newsroom.app.app_context():
        assert not db.session.scalars(select(Finding)).all()


def test_a_lexicon_that_did_not_change_is_not_looked_through_again(newsroom, entry, published):
    first, _ = look_through(newsroom)
    again, _ = look_through(newsroom)
    assert again == first
    with newsroom.change():
        service.go_live(EDITOR, queries.concept(entry), "agreed today")
        tasks.look_through_published()
        newer = tasks.newest_of_published().id
        service.archive_concept(EDITOR, queries.concept(entry), "no longer")
    newest, _ = look_through(newsroom)
    with newsroom.app.app_context():
        assert newer not in {first, newest}
        assert tasks.task(newer).error.startswith("The lexicon changed again")


def test_an_editor_finds_the_list_from_the_lexicon(newsroom, entry, published, browser):
    with newsroom.change():
        service.go_live(EDITOR, queries.concept(entry), "agreed today")
    browser.sign_in("tomas")
    browser.get("/lexicon/published", status=404)
    look_through(newsroom)
    assert "/lexicon/published" in browser.get("/lexicon").answer.text
    page = browser.get("/lexicon/published")
    assert "1 place in 1 published story is not as the lexicon" in page
    assert "gates-0" in page


def test_a_paper_all_in_house_style_is_told_so(newsroom, published, browser):
    browser.sign_in("tomas")
    look_through(newsroom)
    assert "All that is published stands as the lexicon" in browser.get("/lexicon/published")
