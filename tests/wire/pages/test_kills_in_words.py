"""A kill under an id of its own that names its item only in words: one that fits, several, none."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from newsroom.db import db, dialect, now, transaction
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.roles import Role, machine
from newsroom.wire import kill_choosing
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.intake import take_in
from newsroom.wire.item_models import ItemRow
from newsroom.wire.kill_words import names_in
from newsroom.wire.placing import take_turns
from tests.waiting import eventually

KILL = {"pubstatus": "canceled"}
WAITING_FOR_TURNS = text(
    "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database"
    " WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted"
)
EDITOR = machine("an editor", [Role.EDITOR])


def row(wire, item):
    with wire.app.app_context():
        return db.session.get(ItemRow, item)


def dead(wire, *items):
    return [row(wire, item).killed_at is not None for item in items]


def sent_text(wire, text, ago=0):
    """A transmission of an agency that writes to no field but its slug."""
    with wire.app.app_context():
        feed = db.session.get_one(WireFeed, wire.feed)
        take_in(feed, text.encode(), now() - timedelta(minutes=ago))
        return max(db.session.scalars(db.select(ItemRow.id)))


def iptc(number, slug, title, ago):
    at = now() - timedelta(minutes=ago)
    return (
        f"lns{number:04} 4 wi 040 LNS {number:04}\n\n{slug}/\n{title} =\n\n"
        f"   Kelmark (lns) - A ferry ran aground off Kelmark.\n\n   lns tl mo\n{at:%d%H%M} GMT {at:%b %y}\n"
    )


@pytest.mark.parametrize(
    "said",
    [
        {"headline": "KILL: BC-Quay-Fire"},
        {"headline": "KILL: Warehouse fire closes quay"},
        {"headline": "MANDATORY KILL", "slugline": "BC-Quay-Fire, KILL"},
        {"headline": "Notice", "ednote": "Please kill the story slugged BC-Quay-Fire."},
        {"headline": "Notice", "ednote": "KILL Quay-Fire, 1st Ld. It was forged."},
        {"headline": "Kill", "ednote": "Kill “Warehouse fire closes quay”, it was forged."},
        {"headline": "Kill", "body": "Editors, kill the item BC-Quay-Fire of today."},
    ],
)
def test_the_item_of_its_agency_that_alone_fits_is_killed(wire, said):
    fire = wire.send("Warehouse fire closes quay", slugline="BC-Quay-Fire", version="3", ago=60)
    tram = wire.send("Trams stand still", slugline="BC-Trams", ago=50)
    other = wire.send(
        "Warehouse fire closes quay", slugline="BC-Quay-Fire", provider="Meridian", ago=40
    )
    kill = wire.send(**said, **KILL)
    assert dead(wire, fire, tram, other) == [True, False, False]
    assert row(wire, kill).family_key == row(wire, fire).family_key


def test_a_kill_of_an_old_text_format_finds_yesterdays_slug(wire):
    ferry = sent_text(wire, iptc(311, "Ferry-Kelmark", "Ferry aground", 60 * 24), ago=60 * 24)
    port = sent_text(wire, iptc(312, "Port-Kelmark", "Port open", 60 * 23), ago=60 * 23)
    kill = sent_text(wire, iptc(313, "Ferry-Kelmark, KILL", "KILL: Ferry-Kelmark", 1))
    assert row(wire, kill).is_kill
    assert dead(wire, ferry, port) == [True, False]


def test_where_several_fit_none_is_killed_before_an_editor_says_which(wire, editor):
    first = wire.send("Weather for the coast", slugline="BC-Weather-Coast", ago=60 * 20)
    second = wire.send("Weather for the coast", slugline="BC-Weather-Coast", ago=60)
    tram = wire.send("Trams stand still", slugline="BC-Trams", ago=50)
    kill = wire.send("KILL: BC-Weather-Coast", **KILL)
    assert dead(wire, first, second, tram) == [False, False, False]
    assert "of which item?" in editor.get("/wire")
    page = editor.get(f"/wire/items/{kill}")
    assert "It names none by its id, and several fit its words." in page
    assert page.words.count("It kills this one") == 2
    assert "Trams" not in page
    page = editor.post(f"/wire/items/{kill}/kills/{first}")
    assert "The item is killed" in page
    assert "Which item is it of?" not in page
    assert dead(wire, first, second) == [True, False]
    assert "of which item?" not in editor.get("/wire")
    page = editor.post(f"/wire/items/{kill}/kills/{second}")
    assert "Which item this kill is of is known by now." in page
    assert dead(wire, first, second) == [True, False]


def test_of_several_the_one_that_still_lives_is_meant(wire):
    old = wire.send("Weather", slugline="BC-Weather-Coast", ago=60 * 20, uri="urn:old")
    wire.send("Weather", uri="urn:old", version="2", ago=60 * 19, **KILL)
    new = wire.send("Weather", slugline="BC-Weather-Coast", ago=60)
    assert dead(wire, old, new) == [True, False]
    wire.send("KILL: BC-Weather-Coast", **KILL)
    assert dead(wire, old, new) == [True, True]


def test_where_nothing_fits_the_page_says_so(wire, editor):
    wire.send("Ferry halted", slugline="BC-Ferry", ago=60)
    wire.send("Quay fire", slugline="BC-Quay-Fire", ago=60 * 24 * 6)
    kill = wire.send("KILL: BC-Quay-Fire", **KILL)
    assert "It names none that came from its agency in the last days" in editor.get(
        f"/wire/items/{kill}"
    )


def test_a_cancelled_version_of_an_item_that_never_came_kills_no_namesake(wire):
    fire = wire.send("Quay fire", slugline="BC-Quay-Fire", ago=60)
    wire.send("Quay fire", slugline="BC-Quay-Fire", uri="urn:never-came", **KILL)
    assert dead(wire, fire) == [False]


def test_a_kill_that_names_its_item_by_id_reaches_that_alone(wire):
    named = wire.send("Quay fire", slugline="BC-Quay-Fire", uri="urn:named", ago=60)
    wire.send("Trams", slugline="BC-Trams", ago=50)
    namesake = wire.send("Fire, again", slugline="BC-Quay-Fire-Again", ago=40)
    wire.send("KILL: BC-Quay-Fire-Again", uri="urn:named", version="2", **KILL)
    assert dead(wire, named, namesake) == [True, False]


def test_what_the_agency_sends_after_the_kill_lives(wire, editor):
    kill = wire.send("KILL: BC-Quay-Fire", ago=60, **KILL)
    fire = wire.send("Quay fire", slugline="BC-Quay-Fire", ago=5)
    assert dead(wire, fire) == [False]
    assert "It kills this one" not in editor.get(f"/wire/items/{kill}")
    page = editor.post(f"/wire/items/{kill}/kills/{fire}")
    assert "Its agency sent that item after the kill" in page
    assert dead(wire, fire) == [False]


def test_only_an_editor_says_which_and_only_of_its_agency(wire, editor):
    fire = wire.send("Quay fire", slugline="BC-Quay", ago=60)
    other = wire.send("Quay fire", slugline="BC-Quay", provider="Meridian", ago=60)
    kill = wire.send("Kill", "Gone.", **KILL)
    cases = [
        (machine("a reporter", [Role.REPORTER]), kill, fire, NotAllowed),
        (EDITOR, kill, other, Invalid),
        (EDITOR, fire, fire, Invalid),
        (EDITOR, kill, kill, Invalid),
    ]
    for actor, notice, item, error in cases:
        with wire.app.app_context(), pytest.raises(error), transaction():
            kill_choosing.choose(actor, notice, item)
    with wire.app.app_context(), transaction():
        kill_choosing.choose(EDITOR, kill, fire)
    with wire.app.app_context(), pytest.raises(Conflict), transaction():
        kill_choosing.choose(EDITOR, kill, fire)
    assert dead(wire, fire, other) == [True, False]


def test_who_says_which_waits_for_a_delivery_of_the_same_item(wire):
    fire = wire.send("Quay fire", slugline="BC-Quay", ago=60)
    kill = wire.send("Kill", "Gone.", **KILL)

    def say():
        with wire.app.app_context(), transaction():
            kill_choosing.choose(EDITOR, kill, fire)

    with wire.app.app_context(), ThreadPoolExecutor(1) as other:
        if dialect() != "postgresql":
            pytest.skip("SQLite has one writer anyway")
        with transaction():
            item = db.session.get_one(ItemRow, fire)
            take_turns([item.family_key])
            said = other.submit(say)
            eventually(lambda: db.session.scalar(WAITING_FOR_TURNS))
            item.used = True
        said.result()
    assert dead(wire, fire) == [True]
    assert row(wire, fire).used


def test_a_reporter_sees_what_fits_and_no_button(wire, browser, everyone):
    for hours in (20, 1):
        wire.send("Weather", slugline="BC-Weather-Coast", ago=60 * hours)
    kill = wire.send("KILL: BC-Weather-Coast", **KILL)
    browser.sign_in("reporter")
    page = browser.get(f"/wire/items/{kill}")
    assert "several fit its words" in page
    assert "It kills this one" not in page


@pytest.mark.parametrize(
    ("titles", "prose", "names"),
    [
        (("KILL: BC-Quay-Fire",), (), {"quay-fire"}),
        (("Mayor charged with threat to kill rival",), (), set()),
        ((), ("Please withdraw our story slugged ferry.",), {"ferry"}),
        (("Kill order",), ("",), set()),
        (("MANDATORY KILL",), ("The story is withdrawn. It was a hoax.",), set()),
    ],
)
def test_names_are_read_where_a_kill_says_them(titles, prose, names):
    assert names_in(titles, prose) == names
