"""Hostile text costs no more than its length: the work is counted, not timed."""

import pytest

from newsroom.housestyle.consistency import inconsistencies
from newsroom.housestyle.lexicon import compile_lexicon
from newsroom.housestyle.matcher import read_known
from newsroom.housestyle.passages import Passage, passages_of
from tests.effort import calls_made
from tests.housestyle.lexicons import LEXICON, check

# Each is repeated: runs of signs, openers without closers, near misses, half addresses.
HOSTILE = [
    *("Lvov ", "Lvov, ", "Lvov\n\n", "Lvov\u0301", "Kefar ", "a", "al-", "Lvov A B C "),
    *('"', "“", "”", "'a ", "s' ", "''", "``", '"Lvov ', "'Lvov s' 'x ", '1"'),
    *("Lwiw ", "Kefar Shmaryahoo ", "Bassam ", "al Rafiik al ", "Rafi'q'", "Kfar Kfar-"),
    *("\u0301", "\u00ad", "\u200b \u00ad ", "a\u0301\u0301 ", "ﷺ", "\n", " ", "😀"),
    *("' ", "’’", "‘Lvov", "“Lvov” ", "«‹", "Lvov's ", "-", "Lvov-", "- -", "‑Kefar-", "— "),
    *(
        "ירושלים ",
        'צה"ל ',
        "\u202bLvov\u202c ",
        "ЛьвівLvov ",
        "القدس Lvov ",
        "在Lvov ",
        "İ",
        "L\u0301\u0302",
    ),
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


@pytest.mark.parametrize("unit", ["'s ", "a-", "L\u0301", '\u202bצה"ל '], ids=ascii)
def test_a_megabyte_is_read(unit):
    text = unit * (1_000_000 // len(unit)) + " by Tiberias"
    assert len(read_known([Passage(text)], LEXICON).matches) == 1


def test_an_empty_lexicon_finds_nothing_in_a_megabyte():
    assert read_known([Passage("“Lvov” 's " * 100_000)], compile_lexicon([])).matches == ()


@pytest.mark.parametrize("unit", ["Mordukhai Mardukhai ", "Lvov Lwow ", "Ab", "A'"], ids=ascii)
def test_twice_the_story_is_at_most_twice_the_work_of_comparing_spellings(unit):
    text = (unit * (1500 // len(unit)) + " Lvov ") * 4
    _compared(text)
    assert calls_made(_compared, text + text) <= 2.1 * calls_made(_compared, text) + 200


def _compared(text: str) -> None:
    inconsistencies(passages_of(text), LEXICON)
