"""A stream tells what is written: it must not outlive the sign-in that was allowed to open it."""

from itertools import islice

import pytest

from newsroom.accounts import signing_in
from newsroom.notifications import live, views
from tests.factories import make_person

BYE = "event: bye\ndata: {}\n\n"


@pytest.fixture
def people(change):
    with change():
        return [make_person(name, "reporter").id for name in ("mira", "noa")]


@pytest.fixture
def streams(app, people, monkeypatch):
    """One open stream of each, on a hub of this test's own."""
    monkeypatch.setattr(live, "_hubs", {})
    settings = app.config["NEWSROOM"]

    def wanted(person):
        return lambda event: views.is_for(event, frozenset(), person)

    opened = [live.listen(settings, wanted(person), None) for person in people]
    assert [next(one) for one in opened] == ["retry: 2000\n\n"] * 2
    yield opened
    for one in opened:
        one.close()


def signed_in(browser):
    browser.sign_in("mira")
    return browser


def test_who_is_signed_out_everywhere_hears_nothing_more_and_others_hear_on(
    browser, change, people, streams
):
    signed_in(browser)
    with change():
        signing_in.end_all(people[0])
        live.announce("board", desk=1)
    theirs, others = streams
    assert list(theirs) == [BYE]
    assert "event: board" in next(others)


def test_a_browser_that_signs_out_ends_its_streams(browser, streams):
    signed_in(browser).post("/sign-out")
    assert list(streams[0]) == [BYE]


def test_where_nobody_was_signed_in_nothing_is_said(change, people, streams):
    with change():
        assert signing_in.end_all(people[0]) == 0
        live.announce("board", desk=1)
    assert "event: board" in next(streams[0])


def test_who_was_signed_out_before_may_open_a_stream_and_is_told_what_was_missed(
    app, change, people, streams
):
    with change():
        live.announce("board", desk=1)
    seen = next(streams[0]).splitlines()[0].removeprefix("id: ")
    with change():
        live.announce(live.SIGNED_OUT, person=people[0])
        live.announce("board", desk=2)
    again = live.listen(app.config["NEWSROOM"], lambda _event: True, seen)
    assert '"desk": 2' in list(islice(again, 2))[1]
    again.close()
