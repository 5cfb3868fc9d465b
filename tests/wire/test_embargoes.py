"""Embargoes in editors' notes, most of them without a year or a zone; and the times of fields."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsroom.wire.embargoes import embargo_in
from newsroom.wire.moments import moment
from tests.effort import calls_made

FRIDAY = datetime(2026, 5, 1, 8, 15, tzinfo=UTC)
JERUSALEM = ZoneInfo("Asia/Jerusalem")


def until(note, base=FRIDAY):
    embargo = embargo_in(note, base, JERUSALEM).embargo
    return embargo.until.astimezone(UTC) if embargo and embargo.until else embargo


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("EMBARGOED until 0001 GMT Sunday 3 May", at(2026, 5, 3, 0, 1)),
        ("Not for use before 1800 GMT", at(2026, 5, 1, 18)),
        ("Embargoed until 1800", at(2026, 5, 1, 15)),
        ("Embargoed until 0600 GMT", at(2026, 5, 2, 6)),
        ("Not for publication before Sunday", at(2026, 5, 2, 21)),
        ("not for release until midnight Sunday GMT", at(2026, 5, 4)),
        ("Strictly embargoed: not for release until 12noon UTC on 3 May", at(2026, 5, 3, 12)),
        ("Embargoed until 6 p.m. EDT Sunday, May 3. Then free.", at(2026, 5, 3, 22)),
        ("For release at 10 a.m. Friday EDT", at(2026, 5, 1, 14)),
        ("Embargo: 2026-05-03 18:00 CEST", at(2026, 5, 3, 16)),
        ("EMBARGOED TO 00.01 BST 2 January", at(2026, 1, 1, 23, 1)),
        ("Sperrfrist: 3. Mai, 12.00 Uhr MESZ", at(2026, 5, 3, 10)),
        ("Sous embargo jusqu'au 3 mai à 18h00 CEST", at(2026, 5, 3, 16)),
        ("Do not use before 7:30am tomorrow", at(2026, 5, 2, 4, 30)),
    ],
)
def test_a_note_is_read_near_the_day_on_which_it_was_sent(note, expected):
    assert until(note) == expected


def test_a_day_in_january_read_in_december_is_in_the_next_year():
    assert until("Embargoed until 2 January", at(2026, 12, 30)) == at(2027, 1, 1, 22)


@pytest.mark.parametrize(
    "note",
    [
        "EU agrees on an oil embargo until 2027",
        "Embargo lifted at 1200 GMT",
        "No embargo.",
        "The story is no longer embargoed",
        "UPDATES with quotes",
        "The bridge is not for use by lorries",
        "",
    ],
)
def test_what_asks_for_nothing_is_no_embargo(note):
    assert embargo_in(note, FRIDAY, JERUSALEM).embargo is None


def test_an_embargo_with_no_time_keeps_its_words():
    embargo = embargo_in(
        "Eds: embargoed until the court rises. More soon.", FRIDAY, JERUSALEM
    ).embargo
    assert (embargo.until, embargo.words) == (None, "embargoed until the court rises")


def test_a_weekday_that_is_not_that_days_is_noted():
    said = embargo_in("Embargoed until Friday, October 23, 2018", FRIDAY, JERUSALEM)
    assert said.notes == ("The note says Friday, but 23 October 2018 is a Tuesday.",)


def test_an_hour_that_has_only_just_passed_is_that_days():
    said = embargo_in("embargoed until 0800 GMT", FRIDAY, JERUSALEM)
    assert said.embargo.until == at(2026, 5, 1, 8)
    assert "just passed" in said.notes[0]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-05-05T08:15:00Z", at(2026, 5, 5, 8, 15)),
        (" 2026-05-05T08:15+0100\n", at(2026, 5, 5, 7, 15)),
        ("20260505T081500+0100", at(2026, 5, 5, 7, 15)),
        ("2026-05-05T08:15:00.123 +01:00", at(2026, 5, 5, 7, 15)),
        ("20260505", at(2026, 5, 4, 21)),
        ("Tue, 05 May 2026 08:15:00 GMT", at(2026, 5, 5, 8, 15)),
        ("Tue, 05 May 2026 08:15 CEST", at(2026, 5, 5, 6, 15)),
        ("5 May 26 08:15", at(2026, 5, 5, 5, 15)),
    ],
)
def test_fields_are_read_in_every_bent_shape(written, expected):
    assert moment(written, JERUSALEM) == expected


@pytest.mark.parametrize(
    "written", ["", "soon", "2026-13-01", "2026-02-30T00:00Z", "0001-01-01", "9999-12-31T23:00-09:00", "1" * 9_999]
)  # fmt: skip
def test_what_is_no_date_is_none(written):
    assert moment(written, JERUSALEM) is None


@pytest.mark.parametrize("unit", ["embargoed ", "until 3 May ", "1200 ", "not for use a b ", ". A"])
def test_twice_the_note_is_at_most_about_twice_the_work(unit):
    def act(words):
        return embargo_in(words, FRIDAY, JERUSALEM)

    text = unit * (1_800 // len(unit))
    assert calls_made(act, text + text) <= 2.2 * calls_made(act, text) + 500
    act(unit * 100_000)
