"""Hostile text costs no more than its length: the work is counted, not timed."""

import pytest

from newsroom.wire.reuse.index import ReuseIndex
from tests.effort import calls_made
from tests.wire.reuse.texts import FERRY, HARVEST, OWN, copy

UNITS = [
    *(
        "the ",
        "a",
        "a b ",
        "the the of the ",
        "東",
        "東京",
        "שָׁלוֹם ",
        "مُحَمَّد ",
        "’",
        "a’",
        "U.S.",
        "1,000",
    ),
    *("\0", "\ud800", "\u0301", "\u200f", "\n\n", "%", "per cent ", "😀", "\u202eabc ", "ﷺ "),
    *(" ".join(FERRY[0].split()[:2]) + " ", FERRY[0] + " ", FERRY[1] + "\n\n"),
]
REPEATING = ["the the of the " * 400, "東京" * 800, (FERRY[0] + " ") * 40, "a b " * 2000]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    opened = ReuseIndex.open(tmp_path_factory.mktemp("hostile") / "reuse.sqlite3")
    opened.ingest([copy("ferry"), copy("harvest", HARVEST), copy("hostile", REPEATING)])
    opened.check("warm")
    yield opened
    opened.close()


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_twice_the_text_is_at_most_about_twice_the_work(index, unit):
    # Longer than one section, so that each half is whole sections.
    text = unit * (30_000 // len(unit))
    index.check(text)
    assert calls_made(index.check, text + text) <= 2.2 * calls_made(index.check, text) + 5_000


@pytest.mark.parametrize(
    "unit", ["a", "東", "the ", "\0", "\ud800", "שָׁ", "’", "9,", "a.", "x\n\n"], ids=ascii
)
def test_a_megabyte_ends(index, unit):
    text = unit * (1_000_000 // len(unit)) + "\n\n" + FERRY[0]
    assert index.check(text).passages[-1].end == len(text) - 1


def test_a_megabyte_of_copy_is_taken_in(tmp_path):
    index = ReuseIndex.open(tmp_path / "reuse.sqlite3")
    index.ingest([copy("large", ["a" * 1_000_000, "the " * 250_000, "東" * 300_000, *OWN])])
    assert index.check("the " * 5_000).passages == ()
    index.close()


def test_text_from_right_to_left_keeps_its_places(index, tmp_path):
    hebrew = "ראש העירייה הודיע ביום שלישי כי הנמל הישן ייסגר לפני סוף השנה הבאה"
    index.ingest([copy("he", [hebrew])])
    text = f"\u200f{OWN[0]}\n\n\u2067{hebrew}\u2069"
    (passage,) = index.check(text).passages
    assert text[passage.start : passage.end] == hebrew
