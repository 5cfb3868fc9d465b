"""Spellings to tick when an editor adds a concept."""

import gzip

import pytest

from newsroom.housestyle.folding import letters
from newsroom.housestyle.offered import BAR, GROUPS, MOST_OFFERS, Offer, offered
from newsroom.housestyle.starter import starter_sources

ONE_AND_A_HALF_MEGABYTES = 1_500_000


def texts(spelling):
    return [offer.text for offer in offered(spelling)]


@pytest.mark.parametrize(
    ("spelling", "others"),
    [
        ("Hezbollah", {"Hizbullah", "Hizbollah", "Hizballah"}),
        ("kharkiv", {"Kharkov"}),
        ("Shavuot", {"Shavuos", "Shavuoth"}),
        ("Qassem", {"Qasim", "Kassem"}),
        ("Lifshitz", {"Lifshits"}),
        ("YARMULKE", {"yarmulka", "yarmelke"}),
    ],
)
def test_a_spelling_brings_the_others_of_its_group(spelling, others):
    assert others <= set(texts(spelling))


def test_of_a_full_name_that_is_not_listed_each_name_is_varied():
    assert {"Yusuf Qasim", "Yousef Qassem"} <= set(texts("Yusuf Qassem"))


def test_each_offer_names_its_source():
    assert Offer("Hizbullah", "house") in offered("Hezbollah")
    sources = {line.split(BAR)[0] for line in gzip.decompress(GROUPS.read_bytes()).decode().split()}
    assert {"house", "geonames", "arabic-names", "rigour", "hebcal", "wordnet"} <= sources
    assert {offer.source for offer in offered("Mohammed")} <= starter_sources().keys()


@pytest.mark.parametrize("spelling", ["Mohammed", "Mohammed bin Salman", "Kyiv", "yeshiva"])
def test_offers_are_few_apart_and_never_what_was_asked(spelling):
    found = [letters(text) for text in texts(spelling)]
    assert 0 < len(found) <= MOST_OFFERS
    assert len(found) == len(set(found))
    assert letters(spelling) not in found


@pytest.mark.parametrize("spelling", ["", " ", "|", "a|b", "Qwertzuiop", "house", "x" * 5000])
def test_nothing_is_offered_for_what_no_group_holds(spelling):
    assert offered(spelling) == []


def test_every_group_is_credited_and_the_file_is_small():
    lines = gzip.decompress(GROUPS.read_bytes()).decode().splitlines()
    assert len(lines) > 10_000
    assert {line.split(BAR)[0] for line in lines} == starter_sources().keys()
    assert all(line.count(BAR) > 1 for line in lines)
    assert GROUPS.stat().st_size < ONE_AND_A_HALF_MEGABYTES
    notice = GROUPS.with_name("NOTICE-groups.txt").read_text(encoding="utf-8")
    assert all(f"\n{key} " in notice for key in starter_sources())
