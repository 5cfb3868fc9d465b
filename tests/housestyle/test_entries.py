"""An entry proves itself before it is kept."""

from dataclasses import replace

import pytest

from newsroom.housestyle.changes import changes_in_words
from newsroom.housestyle.entries import ConceptClass, EntryFacts, faults, tidied

LVIV = EntryFacts(ConceptClass.PLACE, "Lviv", ("Lvov",), ("Lvov Ballet",), "Львів", "")


def test_a_sound_entry_has_no_faults():
    assert faults(LVIV) == {}


@pytest.mark.parametrize(
    ("change", "field", "sentence"),
    [
        ({"preferred": ""}, "preferred", "Type the spelling the house prefers."),
        ({"preferred": "’’"}, "preferred", "“’’” has no letter in it."),
        ({"variants": ("Lvov", "'")}, "variants", "“'” has no letter in it."),
        ({"variants": ("LVIV",)}, "variants", "“LVIV” is the preferred spelling itself."),
        ({"variants": ("x" * 121,)}, "variants", "longer than 120 characters"),
        ({"variants": ("ﬃ" * 120,)}, "variants", "longer than 120 characters"),
        ({"variants": tuple(f"Lv{n}" for n in range(90))}, "variants", "make two entries"),
        ({"variants": ("@lvov",)}, "variants", "would never be found"),
        ({"exceptions": ("Lvov",)}, "exceptions", "An exception hides “Lvov” everywhere."),
        ({"exceptions": ("  ",)}, "exceptions", "has no letter in it"),
    ],
)
def test_a_contradiction_is_named_beside_its_field(change, field, sentence):
    found = faults(replace(LVIV, **change))
    assert list(found) == [field]
    assert sentence in found[field]


def test_marks_alone_make_a_variant():
    assert faults(EntryFacts(ConceptClass.PERSON, "Ozal", ("Özal",))) == {}


def test_blank_lines_repeats_and_invisible_signs_are_tidied_away():
    untidy = replace(LVIV, preferred=" Lviv\u200b ", variants=("Lvov", "", "LVOV ", "L\u00advov"))
    assert tidied(untidy) == LVIV


def test_a_change_is_told_in_words():
    after = replace(LVIV, preferred="L’viv", variants=("Lwow",), note="As its people write it.")
    assert changes_in_words(LVIV, after) == "Lviv → L’viv; variants + Lwow, − Lvov; note rewritten"
    assert changes_in_words(LVIV, LVIV) == ""
