"""Routing: which items go where, and a dry run over yesterday's before a rule holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from newsroom.db import db, now
from newsroom.wire import rules
from newsroom.wire.intake import take_in
from newsroom.wire.item_models import ItemDesk
from newsroom.wire.items import Subject
from newsroom.wire.routing import Routed, Rule, desks_for, fits
from newsroom.wire.rule_trial import yesterday
from tests.factories import TEST_SET_UP, make_desk
from tests.wire.feeds.copy import FERRY, NOON

STORM = Routed(
    outlet_id=3,
    priority=3,
    subjects=("medtop:04000000", "medtop:20000170"),
    words="Ferry halted by STORM\nSTORM-FERRY/\nweather",
)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(1, outlet_id=3),
        Rule(1, keyword="storm"),
        Rule(1, keyword="halted by"),
        Rule(1, keyword="HALTED  by"),
        Rule(1, priority_at_most=3),
        Rule(1, subject="medtop:04"),
        Rule(1, subject="MEDTOP:2000"),
        Rule(1, outlet_id=3, keyword="weather", priority_at_most=9, subject="medtop"),
    ],
)
def test_a_rule_whose_every_condition_holds_fits(rule):
    assert fits(STORM, rule)


@pytest.mark.parametrize(
    "rule",
    [
        Rule(1, outlet_id=4),
        Rule(1, keyword="stor"),
        Rule(1, keyword="by halted"),
        Rule(1, keyword="(.*"),
        Rule(1, priority_at_most=2),
        Rule(1, subject="04"),
        Rule(1, outlet_id=3, keyword="sunshine"),
    ],
)
def test_a_rule_with_one_condition_that_fails_does_not(rule):
    assert not fits(STORM, rule)


def test_an_item_without_a_priority_is_not_urgent():
    assert not fits(replace(STORM, priority=None), Rule(1, priority_at_most=9))


def test_every_rule_that_fits_adds_its_desk_once():
    given = [
        Rule(2, keyword="storm"),
        Rule(1, outlet_id=3),
        Rule(2, outlet_id=3),
        Rule(9, keyword="x"),
    ]
    assert desks_for(STORM, given) == [2, 1]


def test_yesterday_is_the_newsrooms():
    begin, end = yesterday(datetime(2026, 11, 29, 23, 30, tzinfo=UTC), ZoneInfo("Asia/Tokyo"))
    assert begin.isoformat() == "2026-11-29T00:00:00+09:00"
    assert end - begin == timedelta(days=1)


@pytest.fixture
def desks(change) -> dict[str, int]:
    with change():
        return {name: make_desk(name).id for name in ("World", "Weather", "Sport")}


@pytest.fixture
def add(change, desks):
    def _add(desk: str, **conditions: object) -> int:
        with change():
            return rules.add_rule(TEST_SET_UP, Rule(desks[desk], **conditions)).id

    return _add


def sent_to(app) -> list[int]:
    with app.app_context():
        return list(db.session.scalars(select(ItemDesk.desk_id).order_by(ItemDesk.desk_id)))


def test_what_comes_in_goes_to_the_desks_of_its_rules(app, add, desks, make_feed, wire, change):
    add("Weather", keyword="storm")
    add("Sport", keyword="football")
    paused = add("World", keyword="ferry")
    with change():
        rules.pause_rule(TEST_SET_UP, rules.rule_to_change(paused))
    feed = make_feed("AFP", desk_id=desks["World"])
    with app.app_context():
        take_in(feed, wire.pack(FERRY), NOON)
    assert sent_to(app) == [desks["Weather"]]


def test_what_no_rule_wants_goes_to_the_feeds_own_desk(app, desks, make_feed, wire):
    feed = make_feed("AFP", desk_id=desks["World"])
    with app.app_context():
        take_in(feed, wire.pack(FERRY), NOON)
    assert sent_to(app) == [desks["World"]]


@pytest.fixture
def yesterdays(app, make_feed, wire):
    """Three items of yesterday, and one of today that no dry run counts."""
    feed = make_feed()
    at = now() - timedelta(days=1)
    given = [
        replace(FERRY, guid=f"y{n}", family=f"y{n}", headline=headline, priority=n)
        for n, headline in enumerate(("Storm halts ferry", "Cup final", "Storm over"), start=1)
    ]
    with app.app_context():
        take_in(feed, wire.pack(*given), at)
        take_in(
            feed, wire.pack(replace(FERRY, guid="t", family="t", headline="Storm today")), now()
        )


FORM = {"outlet": "0", "keyword": "storm", "priority": "0", "subject": "", "desk": "2"}


def test_a_rule_is_tried_on_yesterday_before_it_holds(editor, app, desks, yesterdays, add):
    add("Sport", keyword="cup")
    tried = FORM | {"desk": str(desks["Weather"])}
    page = editor.post("/wire/rules/new", tried | {"then": "try"})
    assert "It fits 2 items and sends them to Weather. Nothing was changed." in page
    assert "Storm halts ferry" in page
    assert "Storm over" in page
    assert "Storm today" not in page
    assert "Of 3 items that came in yesterday" in page
    assert "0 to no desk by a rule" in page
    assert page.values["keyword"] == "storm"
    with app.app_context():
        assert len(rules.all_rules()) == 1
        assert db.session.scalars(select(ItemDesk)).all() == []


def test_the_list_says_what_each_rule_did_yesterday(editor, desks, yesterdays, add):
    add("Weather", keyword="storm")
    add("Sport", priority_at_most=2)
    page = editor.get("/wire/rules")
    assert "items about “storm” to Weather" in page
    assert "items of priority 2 or more urgent to Sport" in page
    assert "2 go to Weather" in page
    assert "2 go to Sport" in page


def test_a_rule_is_added_changed_moved_paused_and_removed(editor, app, desks, add):
    add("Sport", keyword="cup")
    given = FORM | {"desk": str(desks["Weather"]), "subject": "medtop:17"}
    assert "The rule is added" in editor.post("/wire/rules/new", given)
    form = editor.get("/wire/rules/2")
    assert form.values["subject"] == "medtop:17"
    changed = given | {"keyword": "gale", "revision": form.hidden["revision"]}
    assert "items about “gale”, with a subject medtop:17… to Weather" in editor.post(
        "/wire/rules/2", changed
    )
    page = editor.post("/wire/rules/2/up")
    assert page.words.index("gale") < page.words.index("cup")
    assert "paused" in editor.post("/wire/rules/2/pause")
    assert "holds again" in editor.post("/wire/rules/2/resume")
    assert "gale" not in editor.post("/wire/rules/2/remove")
    editor.get("/wire/rules/2", status=404)


def test_a_rule_that_asks_for_nothing_is_refused(editor, desks):
    nothing = FORM | {"keyword": "", "desk": str(desks["Sport"])}
    for then in ("", "try"):
        page = editor.post("/wire/rules/new", nothing | {"then": then}, status=422)
        assert "Give the rule something to look for" in page


def test_two_editors_of_one_rule_the_second_sees_the_first(editor, desks, add):
    add("Sport", keyword="cup")
    mine = FORM | {"desk": str(desks["Sport"]), "keyword": "goal", "revision": "1"}
    editor.post("/wire/rules/1", mine)
    page = editor.post("/wire/rules/1", mine | {"keyword": "match"}, status=409)
    assert "Somebody changed this rule while you were writing." in page
    assert page.values["keyword"] == "match"


def test_a_reporter_sees_the_rules_and_changes_none(browser, everyone, desks, add):
    add("Sport", keyword="cup")
    browser.sign_in("reporter")
    assert "items about “cup” to Sport" in browser.get("/wire/rules")
    browser.get("/wire/rules/new", status=403)
    browser.post("/wire/rules/1/remove", status=403)


def test_an_items_subjects_are_looked_at_by_their_codes(app, add, desks, make_feed, wire):
    add("Sport", subject="medtop:15")
    feed = make_feed()
    with app.app_context():
        item = replace(FERRY, subjects=(Subject("medtop:15000000", "sport"),))
        take_in(feed, wire.pack(item), NOON)
    assert sent_to(app) == [desks["Sport"]]
