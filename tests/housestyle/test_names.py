"""A name that is only a part of a longer proper name."""

import pytest

from newsroom.housestyle.names import longer_name
from tests.housestyle.lexicons import changes, left_alone

LONGER = {
    "the Lvov Post": "Lvov Post",
    "the Lvov Independent": "Lvov Independent",
    "the Lvov Post’s editor": "Lvov Post",
    "the Lvov State Chamber Orchestra": "Lvov State Chamber Orchestra",
    "at Lvov University": "Lvov University",
    "the University of Lvov": "University of Lvov",
    "(Bank of Lvov)": "Bank of Lvov",
    "Dynamo Lvov won": "Dynamo Lvov",
    "Lvov FC won": "Lvov FC",
    "the Lvov Magazine": "Lvov Magazine",
    "THE LVOV TIMES": "LVOV TIMES",
    "Lvov, Ohio, burned": "Lvov, Ohio",
    "Lvov, Ky.": "Lvov, Ky.",
}

NO_LONGER = [
    "Lvov Mayor Andriy Sadovy",
    "the mayor of Lvov",
    "Mayor of Lvov",
    "Lvov Police Chief University",
    "Lvov's University",
    "Lvov-based University",
    "Lvov. University news",
    "Lvov university",
    "lvov University",
    "LVOV MAYOR OPENS HOSPITAL",
    "Lvov, Ukraine",
    "Lvov, Georgia and Moldova",
    "Lvov, Ohio's twin",
    "Lvov West Bank",
    "Lvov Mother Of Five Reads News",
]


@pytest.mark.parametrize(("text", "name"), LONGER.items())
def test_the_words_around_it_make_it_a_longer_name(text, name):
    start = text.upper().index("LVOV")
    assert longer_name(text, start, start + 4) == name


@pytest.mark.parametrize("text", NO_LONGER)
def test_a_capital_nearby_alone_proves_nothing(text):
    start = text.lower().index("lvov")
    assert longer_name(text, start, start + 4) is None
    assert len(changes(text)) == 1


def test_a_skip_names_the_longer_name():
    [skip] = left_alone("She reads the Lvov Times.")
    assert (skip.words, skip.reason) == ("Lvov", "Part of the name “Lvov Times”.")
