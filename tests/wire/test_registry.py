"""Finding outlets' names: whole, longest first, in their own capitals."""

import pytest

from newsroom.wire.attribution.hazards import plausible
from newsroom.wire.outlets import Outlet, OutletType, seed_outlets, sort_name
from newsroom.wire.registry import Registry, seed_registry


def named(text: str) -> list[tuple[str, str]]:
    registry = seed_registry()
    found = plausible(text, registry.mentions(text))
    return [(m.outlet.key, text[m.start : m.end]) for m in found]


def test_the_built_in_list_has_390_outlets_each_name_once():
    names = [name for outlet in seed_outlets() for name in outlet.names]
    assert len(seed_outlets()) == 390
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Sunday Telegraph", "telegraph"),
        ("The Times of Israel", "toi"),
        ("Al-Quds Al-Arabi", "alquds-alarabi"),
        ("al-Meyadeen", "almayadeen"),
        ("Al‑Jazeera", "aljazeera"),
        ("People’s Daily", "peoplesdaily"),
        ("CNN.com", "cnn"),
        ("the AP-NORC poll", "ap"),
        ("REUTERS", "reuters"),
    ],
)
def test_the_longest_name_wins_in_any_spelling(text, key):
    assert [found for found, _ in named(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "reuters",
        "APPLE and CNNs",
        "Fars-affiliated",
        "Times Square",
        "20th Century Fox",
        "the former mayor Bloomberg",
        "The National Guard",
        "The Independent Party",
        "the PA",
        "Michael Bloomberg",
    ],
)
def test_parts_of_other_names_are_not_outlets(text):
    assert named(text) == []


def test_a_bare_everyday_word_needs_its_kind_beside_it():
    assert named("Sun reported") == []
    assert named("Britain’s Sun newspaper reported") == [("sun-uk", "Sun")]


def test_a_registry_knows_only_its_own_outlets():
    registry = Registry([Outlet("The Mill Gazette", OutletType.NEWSPAPER, key="mill")])
    assert [m.outlet.key for m in registry.mentions("the Mill Gazette, not Reuters")] == ["mill"]
    assert registry.outlet("reuters") is None


def test_an_empty_registry_finds_nothing():
    assert Registry([]).mentions("Reuters") == []


def test_lists_order_names_without_article_accents_and_capitals():
    names = ["The Associated Press", "Al Jazeera", "Éditions du Sud", "dpa"]
    assert sorted(names, key=sort_name) == [
        "Al Jazeera",
        "The Associated Press",
        "dpa",
        "Éditions du Sud",
    ]
