"""What a contract with an outlet allows, and how its end is told."""

from dataclasses import replace
from datetime import date

import pytest

from newsroom.wire.contracts import Use, covers, in_words, lacking, state_in_words
from newsroom.wire.entries import changes_in_words, faults
from newsroom.wire.outlets import OutletFacts, OutletType

TODAY = date(2026, 5, 1)
WIRE = OutletFacts("Coastal Wire", OutletType.AGENCY)
TEXT = replace(WIRE, text_contract=True, contract_until=date(2026, 5, 7))


def test_an_outlet_without_a_contract_covers_nothing():
    assert lacking(WIRE, Use.TEXT, TODAY) == "There is no contract with Coastal Wire."
    assert in_words(WIRE).startswith("No contract")


def test_a_contract_covers_what_it_names_to_its_last_day():
    assert covers(TEXT, Use.TEXT, date(2026, 5, 7))
    assert lacking(TEXT, Use.TEXT, date(2026, 5, 8)) == (
        "The contract with Coastal Wire ended on 7 May 2026."
    )
    assert lacking(TEXT, Use.PHOTOS, TODAY) == (
        "The contract with Coastal Wire does not cover its photos."
    )
    assert lacking(replace(TEXT, contract_until=None), Use.TEXT, date(2099, 1, 1)) == ""
    assert in_words(TEXT) == "Its text may be used until 7 May 2026, but not its photos."


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (TODAY, "contract ends in 6 days"),
        (date(2026, 5, 6), "contract ends tomorrow"),
        (date(2026, 5, 7), "contract ends today"),
        (date(2026, 5, 8), "contract ended on 7 May 2026"),
        (date(2026, 3, 1), ""),
    ],
)
def test_a_near_end_is_told(today, words):
    assert state_in_words(TEXT, today) == words
    assert state_in_words(WIRE, today) == ""


def test_a_day_without_a_contract_is_a_mistake_and_a_change_is_said():
    assert list(faults(replace(TEXT, text_contract=False))) == ["contract_until"]
    assert changes_in_words(WIRE, TEXT) == (
        "contract until none → 2026-05-07; a contract for its text"
    )
