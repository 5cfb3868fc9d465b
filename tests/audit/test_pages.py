"""The page of the log: who may read it, what it filters by, how it goes on."""

import pytest
from flask import Flask

from newsroom.audit import Event, record
from newsroom.roles import Actor
from tests.factories import make_desk, make_person
from tests.page_client import Browser


@pytest.fixture
def log(browser: Browser, change) -> Browser:
    """Signed in as an administrator, with sixty desk entries of Daniel's behind them."""
    daniel = Actor(90, "Daniel Sela", frozenset())
    with change():
        make_person("administrator")
        desk = make_desk("World")
        for number in range(60):
            record(
                daniel,
                Event.DESK_CHANGED,
                "desk",
                desk.id,
                name="World",
                changes=f"position {number} → {number + 1}",
            )
    browser.sign_in("administrator")
    return browser


def test_the_log_is_read_newest_first_fifty_at_a_time(log: Browser):
    page = log.get("/audit")
    assert "position 59 → 60" in page
    assert "position 9 → 10" not in page
    older = next(link for link in page.links if "before=" in link)
    assert "position 9 → 10" in log.get(older)


def test_the_log_is_filtered_by_event_person_and_subject(log: Browser):
    assert "position 59" not in log.get("/audit?event=person.added")
    assert "added Administrator" in log.get("/audit?event=person.added")
    assert "added Administrator" not in log.get("/audit?actor=Daniel+Sela")
    assert "added Administrator" in log.get("/audit?subject=person")
    assert "No entry fits what you asked for." in log.get("/audit?subject=desk&number=404")


def test_a_filter_stays_while_paging(log: Browser):
    page = log.get("/audit?actor=Daniel+Sela")
    older = next(link for link in page.links if "before=" in link)
    assert "actor=Daniel+Sela" in older
    assert "added Administrator" not in log.get(older)


@pytest.mark.parametrize("more", ["endpoint=desks.index", "_scheme=javascript&_external=1"])
def test_what_the_page_does_not_ask_for_does_not_get_into_its_links(log: Browser, more: str):
    page = log.get(f"/audit?actor=Daniel+Sela&before=60&{more}")
    assert {link for link in page.links if "actor=" in link} == {
        "/audit?actor=Daniel+Sela",
        "/audit?actor=Daniel+Sela&before=10",
    }


def test_a_page_of_the_log_costs_two_statements(log: Browser):
    assert log.client.get("/audit").headers["X-SQL-Queries"] == "2"


def test_a_number_that_is_none_is_taken_for_no_filter(log: Browser):
    assert "position 59 → 60" in log.get("/audit?number=many&before=soon")


def test_a_reporter_may_not_read_the_log(app: Flask, change):
    with change():
        make_person("reporter")
    browser = Browser(app)
    browser.sign_in("reporter")
    assert "You may not read the audit log." in browser.get("/audit", status=403)
