"""Kills, corrections and updates in words; slugs and leads; which version is the newer."""

from datetime import UTC, date, datetime

import pytest

from newsroom.wire.families import bare_slug, family_of_slug, is_newer, lead_number
from newsroom.wire.items import Signal, Status, WireItem
from newsroom.wire.signals import signal_of, status_of


@pytest.mark.parametrize(
    ("title", "signal"),
    [
        ("KILL: Mayor resigns", Signal.KILL),
        ("MANDATORY KILL", Signal.KILL),
        ("BC-Kelmark-Ferry, KILL", Signal.KILL),
        ("WITHDRAWAL - Mayor resigns", Signal.KILL),
        ("CORRECTED-Port fees to rise", Signal.CORRECTION),
        ("Correction: Port fees", Signal.CORRECTION),
        ("UPDATE 2-Port fees to rise", Signal.UPDATE),
        ("BC-Kelmark-Ferry,1st Ld", Signal.UPDATE),
        ("Ferry freed (2nd lead)", Signal.UPDATE),
        ("ADVISORY: Kelmark budget", Signal.ADVISORY),
        ("Police kill two in raid", Signal.NEW),
        ("Man charged with threat to kill mayor", Signal.NEW),
        ("EU withdrawal agreement signed", Signal.NEW),
        ("Correction officers strike", Signal.NEW),
        ("Update on ferry due at noon", Signal.NEW),
        ("Leading lights of the fleet", Signal.NEW),
    ],
)
def test_a_title_is_told_from_news_about_such_things(title, signal):
    assert signal_of([], [title], []) is signal


@pytest.mark.parametrize(
    ("note", "signal"),
    [
        ("UPDATES throughout. KILLS earlier version.", Signal.UPDATE),
        ("Please kill the story", Signal.KILL),
        ("The story has been withdrawn.", Signal.KILL),
        ("CORRECTS spelling of name; adds quotes", Signal.CORRECTION),
        ("With photos.", Signal.NEW),
    ],
)
def test_an_editors_note_says_what_is_done(note, signal):
    assert signal_of([], [], [note]) is signal


def test_words_of_fields_are_known_with_their_aliases():
    assert status_of(["stat:canceled"]) is Status.CANCELED
    assert status_of(["http://cv.iptc.org/newscodes/pubstatusg2/withheld"]) is Status.WITHHELD
    assert status_of(["stat:resting"]) is None
    assert signal_of(["sig:correction"], [], ["UPDATES"]) is Signal.CORRECTION


@pytest.mark.parametrize(
    ("slug", "bare", "lead"),
    [
        ("BC-Kelmark-Ferry", "kelmark-ferry", "0"),
        ("BC-Kelmark-Ferry, 1st Ld", "kelmark-ferry", "1"),
        ("BC-Kelmark-Ferry,2nd Ld-Writethru", "kelmark-ferry", "2"),
        ("AM-Kelmark-Ferry, 10th Ld-Writethru", "kelmark-ferry", "10"),
        ("BC-Kelmark-Ferry, KILL", "kelmark-ferry", "0"),
        ("Kelmark-Ferry/", "kelmark-ferry", "0"),
        ("UPDATE 3-Kelmark ferry", "kelmark-ferry", "3"),
        ("Mislead 3 people", "mislead-3-people", "0"),
    ],
)
def test_all_versions_have_one_bare_slug(slug, bare, lead):
    assert (bare_slug(slug), lead_number(slug)) == (bare, lead)


def test_a_slug_is_a_family_on_one_day_only():
    assert family_of_slug("LNS", "Ferry, 1st Ld", date(2026, 5, 4)) == "lns:ferry:2026-05-04"
    assert family_of_slug("LNS", "KILL", date(2026, 5, 4)) == ""


def version(number, hour=8):
    return WireItem(
        guid="g", version=number, family="g", signal=Signal.NEW, status=Status.USABLE,
        provider="LNS", headline="", paragraphs=(), updated=datetime(2026, 5, 4, hour, tzinfo=UTC),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (version("10", 7), version("9", 8)),
        (version("3.10"), version("3.9")),
        (version("", 9), version("", 8)),
        (version("b", 9), version("c", 8)),
        (version("2", 9), version("2", 8)),
    ],
)
def test_numbers_decide_and_times_where_there_are_none(newer, older):
    assert is_newer(newer, older)
    assert not is_newer(older, newer)
    assert not is_newer(newer, newer)
