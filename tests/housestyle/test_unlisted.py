"""Spellings that no entry lists: which are asked about, and which are other names."""

import pytest

from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.sounds import likeness, skeletons

LEXICON = compile_lexicon(
    [
        Term(1, "Zhytomyr", ("Zhitomir",)),
        Term(2, "Nahariya", ("Nahariyah",)),
        Term(3, "Wadi Qelt", ("Wadi Kelt",), ("Wadi Kelt Lodge",)),
        Term(4, "Abdullah bin Rashid", ("Abdallah bin Rashid",)),
        Term(5, "al-Jumhuriya", ("al-Jomhouria",)),
        Term(6, "hachshara", ("hakhshara",)),
        Term(7, "Yemen"),
        Term(8, "Salameh", ("Salama",)),
        Term(9, "Shlomi"),
    ]
)


def asked(text: str) -> list[tuple[str, str]]:
    return [
        (m.words, m.suggestion)
        for m in check_passages([Passage(text)], LEXICON)
        if m.kind is Kind.PROBABLE
    ]


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ("Zhytomir", "Zhytomyr"),
        ("ZHITOMYR", "ZHYTOMYR"),
        ("Nahariyya", "Nahariya"),
        ("Naharija", "Nahariya"),
        ("Wadi Quelt", "Wadi Qelt"),
        ("Abdulla ibn Rasheed", "Abdullah bin Rashid"),
        ("el-Jumhouriya", "al-Jumhuriya"),
        ("hachsharah", "hachshara"),
    ],
)
def test_what_sounds_like_a_listed_name_is_asked_about(words, suggestion):
    assert asked(f"They spoke of {words}’s fate.") == [(words, suggestion)]


@pytest.mark.parametrize(
    "text",
    [
        "Yamen and Yaman are men",
        "a nahariyya, the zhitomyr",
        "the Hachsharah family",
        "Nahari and Nahar",
        "Salma and Salmi",
        "Wadi Rum, Wadi, Kelt. Wadi; Kolt",
        "Shalom, Shlomo and Shalim",
        "Abdullah Rashid and Abdullah bin Rushdi",
        "Zhytomir_2 and zhytomir.example.com",
        "the Zhytomir University",
    ],
)
def test_other_words_are_not(text):
    assert asked(f"We met {text}.") == []


def test_a_listed_spelling_is_never_only_asked_about():
    matches = check_passages([Passage("Zhitomir, Zhytomyr and Nahariyahs")], LEXICON)
    assert [(match.words, match.kind) for match in matches] == [
        ("Zhitomir", Kind.KNOWN),
        ("Nahariyahs", Kind.KNOWN),
    ]


def test_the_question_names_the_form_it_was_heard_as():
    [match] = check_passages([Passage("We met at Zhytomir.")], LEXICON)
    assert match.reason == "Not listed, but it sounds like Zhytomyr; house style is Zhytomyr."


def test_in_a_quotation_it_is_left_as_it_was_said():
    [match] = check_passages([Passage("“At Zhytomir,” he said.")], LEXICON)
    assert match.kind is Kind.QUOTE


def test_of_two_names_that_sound_alike_neither_is_proposed():
    both = compile_lexicon([Term(1, "Halabiya"), Term(2, "Halabeya")])
    assert check_passages([Passage("We met at Halabaya.")], both) == []


def test_likeness_is_one_for_the_same_sounds_and_falls_with_each_difference():
    assert likeness("mish'al", "mishal") == 1.0
    assert likeness("kharkiv", "harkiv") > likeness("kharkiv", "sarkiv")
    assert likeness("tsefat", "tzefat") > likeness("tsefat", "tafat")


def test_a_skeleton_forgets_vowels_doubling_and_silent_breaths():
    for word in ("nahariya", "nahhariyah", "nehariya", "nahareya"):
        assert "NHR" in skeletons(word)
    assert skeletons("") == ("",)
