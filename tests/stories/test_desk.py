"""The desk: filters in the address, groups by state, the same cost at any size."""

from datetime import datetime, timedelta

import pytest

from newsroom.accounts.queries import person
from newsroom.db import db, now
from newsroom.stories.board import Cursor
from newsroom.stories.forms import in_newsroom_time
from newsroom.stories.models import Story
from tests.factories import make_story


@pytest.fixture
def many(newsroom):
    """Sixty more drafts of Jonas on World, each an hour later than the one before."""
    with newsroom.change():
        jonas = person(newsroom.jonas.id)
        for number in range(60):
            due = now() + timedelta(hours=number + 1)
            make_story(jonas, "World", slug=f"harbour-{number:02}", deadline_at=due)


def slugs(page):
    return [word for word in page.words.split() if word.startswith(("harbour-", "ferry-", "tram-"))]


def test_a_reporter_first_sees_their_own(newsroom, browser):
    browser.sign_in("mira")
    assert "You have no story on its way" in browser.get("/")
    browser.sign_in("jonas")
    assert {"ferry-halted", "tram-strike"} <= set(slugs(browser.get("/")))


def test_an_editor_first_sees_what_waits_for_copy(newsroom, browser):
    browser.sign_in("tomas")
    assert "No story waits here" in browser.get("/")
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "edit"
    assert "ferry-halted" in browser.get("/")


def test_filters_stand_in_the_address(newsroom, browser):
    browser.sign_in("lena")
    assert "tram-strike" in browser.get("/?all=1")
    assert "tram-strike" not in browser.get("/?desk=world")
    assert "tram-strike" in browser.get("/?q=TRAM")
    assert "ferry-halted" not in browser.get("/?q=tram")
    assert "Nothing matches" in browser.get("/?q=100%25")


def test_states_are_counted_under_the_same_filters(newsroom, browser):
    browser.sign_in("lena")
    assert "Draft 2" in browser.get("/?all=1").words
    assert "Draft 1" in browser.get("/?q=tram").words
    assert "Draft 0" in browser.get("/?overdue=1").words
    browser.sign_in("mira")
    assert "Draft 0" in browser.get("/?mine=1").words


def test_overdue_shows_what_is_past_its_deadline(newsroom, browser):
    with newsroom.change():
        db.session.get(Story, newsroom.story).deadline_at = now() - timedelta(minutes=5)
    browser.sign_in("lena")
    page = browser.get("/?overdue=1")
    assert "ferry-halted" in page
    assert "5 min late" in page
    assert "tram-strike" not in page


def test_pages_of_fifty_by_deadline_lose_and_double_nothing(many, newsroom, browser):
    browser.sign_in("lena")
    first = browser.get("/?desk=world")
    shown = [s for s in dict.fromkeys(slugs(first)) if s.startswith("harbour-")]
    assert shown == [f"harbour-{number:02}" for number in range(50)]
    [older] = [link for link in first.links if "after=" in link]
    with newsroom.change():
        jonas = person(newsroom.jonas.id)
        make_story(jonas, "World", slug="harbour-flash", deadline_at=now())
    second = list(dict.fromkeys(slugs(browser.get(older))))
    assert second == [*(f"harbour-{number:02}" for number in range(50, 60)), "ferry-halted"]


def test_what_rests_is_shown_when_asked_for_newest_first(many, newsroom, browser):
    with newsroom.change():
        for slug, minutes in (("harbour-03", 30), ("harbour-07", 10)):
            row = db.session.query(Story).filter_by(slug=slug).one()
            row.state, row.state_since = "published", now() - timedelta(minutes=minutes)
    browser.sign_in("lena")
    assert slugs(browser.get("/?state=published"))[0:1] == ["harbour-07"]
    assert "harbour-07" not in browser.get("/?desk=world")


@pytest.mark.parametrize("after", ["x", "1_2", "0_1e400_1", "0_nan_1", "9_0_0", "../../etc"])
def test_a_cursor_that_is_none_begins_at_the_beginning(newsroom, browser, after):
    browser.sign_in("lena")
    browser.get(f"/?all=1&after={after}")


def test_a_cursor_reads_back_what_it_wrote():
    cursor = Cursor(2, now().replace(microsecond=0), 17)
    assert Cursor.read(cursor.text()) == cursor


def test_the_desk_costs_the_same_however_many_stories_there_are(many, newsroom, browser):
    browser.sign_in("lena")
    few = int(browser.get("/?desk=city").answer.headers["X-SQL-Queries"])
    full = int(browser.get("/?all=1").answer.headers["X-SQL-Queries"])
    assert full == few
    assert full <= 12


def test_the_moves_of_a_row(newsroom, browser):
    browser.sign_in("jonas")
    fragment = browser.get(f"/stories/{newsroom.story}/moves")
    assert "File story" in fragment.answer.text
    browser.sign_in("ada")
    assert (
        "No move of yours from here" in browser.get(f"/stories/{newsroom.story}/moves").answer.text
    )


def test_a_move_that_asks_for_a_note_leads_to_its_field(newsroom, browser):
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "edit"
    browser.sign_in("tomas")
    menu = browser.get(f"/stories/{newsroom.story}/moves")
    [to_field] = [link for link in menu.links if "#" in link]
    field = to_field.partition("#")[2]
    assert field == "note-return-to-reporter"
    assert f'id="{field}"' in browser.get(f"/stories/{newsroom.story}").answer.text


def test_a_time_that_names_its_zone_keeps_it(newsroom):
    with newsroom.app.app_context():
        typed = datetime.fromisoformat("2030-05-21T18:30+02:00")
        assert in_newsroom_time(typed) == typed
        assert in_newsroom_time(typed.replace(tzinfo=None)).utcoffset() == timedelta(0)
