"""The lexicon as a file: what is written is read again, and each fault costs its own line only."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.errors import Invalid
from newsroom.housestyle.entries import ConceptClass, EntryFacts, Status, tidied
from newsroom.housestyle.exchange import writing
from newsroom.housestyle.exchange.columns import Names
from newsroom.housestyle.exchange.reading import read
from newsroom.housestyle.scope import Scope
from newsroom.housestyle.stylebooks import Channel, Stylebook

NAMES = Names({"world": 3, "city": 4}, {"ruth": 7})

TZFAS = tidied(
    EntryFacts(
        ConceptClass.PLACE,
        "Tzfas",
        ("Tsfat", "Zefat | old", "=Safet"),
        ("Safed College",),
        "צפת",
        "First line.\nSecond, with \\ and “quotes”.",
        "Desk meeting",
        ((Stylebook.GENERAL, "Safed"),),
        ("Snow in Tsfat.",),
        ("Safed College | campus",),
        Scope(frozenset({3}), frozenset({Channel.SITE}), date(2026, 1, 2), date(2026, 3, 4)),
        7,
    )
)

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
entries = st.builds(
    EntryFacts,
    concept_class=st.sampled_from(ConceptClass),
    preferred=texts,
    variants=st.lists(texts, max_size=3).map(tuple),
    note=texts,
    elsewhere=texts.map(lambda text: ((Stylebook.GENERAL, text),)),
    must_stay=st.lists(texts, max_size=2).map(tuple),
).map(tidied)


@pytest.mark.parametrize("write", [writing.write_csv, writing.write_json])
def test_an_entry_comes_back_as_it_was_written(write):
    text = write([writing.cells_of(TZFAS, Status.LIVE, NAMES)])
    [line] = read(text, NAMES)
    assert (line.facts, line.status, line.fault) == (TZFAS, Status.LIVE, "")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # for a busy machine
@given(st.lists(entries, min_size=1, max_size=4))
@pytest.mark.parametrize("write", [writing.write_csv, writing.write_json])
def test_whatever_is_written_comes_back(write, facts):
    text = write([writing.cells_of(one, Status.DRAFT, NAMES) for one in facts])
    assert [line.facts for line in read(text, NAMES)] == facts


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Lviv,town,live,", "“class” is “town”, and can be person, place, organisation"),
        ("Lviv,place,dead,", "“status” is “dead”, and can be draft, live, archived."),
        ("Lviv,place,live,,Lvov,", "It has 6 cells, and the first line names 5."),
        ("Lviv,place,live,,moon", "There is no desk “moon”."),
        (f"Lviv,place,live,{'x' * 20_001},", "“variants” is longer than 20,000 characters."),
    ],
)
def test_a_line_that_cannot_be_taken_says_why_and_the_others_are_read(row, fault):
    text = f"preferred,class,status,variants,desks\nKyiv,place,live,Kiev,\n{row}\nOdesa,place,,,\n"
    first, second, third = read(text, NAMES)
    assert first.facts.variants == ("Kiev",)
    assert (second.number, second.facts) == (3, None)
    assert fault in second.fault
    assert (third.number, third.facts.preferred) == (4, "Odesa")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty"),
        ("name,kind\nLviv,place\n", "names no column “preferred”"),
        ('{"entries": 4}', "The JSON holds no list of entries."),
        ('{"entries": [', "This is no JSON"),
        ("[" * 100_000, "This is no JSON"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(text, sentence):
    with pytest.raises(Invalid, match=sentence):
        list(read(text, NAMES))


def test_semicolons_and_tabs_part_the_cells_too():
    for sign in ";\t":
        [line] = read(f"\ufeffpreferred{sign}class\r\nLviv{sign}Place\r\n", NAMES)
        assert line.facts.preferred == "Lviv"


def test_json_of_any_shape_is_read_or_refused_by_its_entry():
    strange = [
        4,
        None,
        [],
        {"preferred": 4},
        {"preferred": "Lviv", "class": "place", "variants": "x"},
    ]
    lines = list(read(json.dumps(strange), NAMES))
    assert all(line.fault for line in lines)
    assert len(lines) == len(strange)
