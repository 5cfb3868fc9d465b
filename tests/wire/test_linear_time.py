"""Hostile text costs no more than its length: the work is counted, not timed."""

import pytest

from tests.effort import calls_made
from tests.wire.reading import read

HOSTILE = [
    *("AP ", "Reuters said. ", "told Reuters and ", "citing Reuters, ", "the network ", "a", "a "),
    *('"', "“", " 'a", "s' ", "(", ", ", "— ", "\n", "Cap ", "the ", "of the man ", "who said "),
    *("U.S. ", "on Sunday ", "Photo: AP. ", "JERUSALEM ", "(AP) - ", "AP/", "AP, and ", "😀", "."),
    *("reported by ", "the the Times ", "media reports ", "2 March ", "in an interview with ", "'"),
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_twice_the_text_is_at_most_about_twice_the_work(unit):
    text = unit * (1_500 // len(unit))
    read(text)
    assert calls_made(read, text + text) <= 2.2 * calls_made(read, text) + 2_000


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_long_text_ends(unit):
    read(unit * (40_000 // len(unit)) + " Reuters reported it.")
