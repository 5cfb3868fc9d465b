"""Hostile text costs no more than its length: the work is counted, not timed."""

import pytest

from tests.effort import calls_made
from tests.housestyle.lexicons import check

# Each is repeated: runs of signs, openers without closers, near misses, half addresses.
HOSTILE = [
    *("Lvov ", "Lvov, ", "Lvov\n\n", "Lvov\u0301", "Kefar ", "a", "al-", "Lvov A B C "),
    *('"', "“", "”", "'a ", "s' ", "''", "``", '"Lvov ', "'Lvov s' 'x ", '1"'),
    *("Lwiw ", "Kefar Shmaryahoo ", "Bassam ", "al Rafiik al ", "Rafi'q'", "Kfar Kfar-"),
    *("\u0301", "\u00ad", "\u200b \u00ad ", "a\u0301\u0301 ", "ﷺ", "\n", " ", "😀"),
    *("@", "a@", "a.", "/", "http://", "x://", "a.com/", "#", "mailto:", "Lvov of "),
]


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_twice_the_text_is_at_most_twice_the_work(unit):
    text = (unit * (1500 // len(unit)) + " Lvov ") * 4
    check(text)
    # A little more than twice: what the collector of garbage calls meanwhile counts too.
    assert calls_made(check, text + text) <= 2.1 * calls_made(check, text) + 200


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_a_long_text_ends(unit):
    check(unit * (60_000 // len(unit)) + " Lvov")
