"""Spellings that no entry lists: which are asked about, and which are other names."""

import pytest

from newsroom.housestyle.alignment import closeness
from newsroom.housestyle.enough import LONG, MIDDLE, SHORT, enough, is_derived
from newsroom.housestyle.guards import NO_GUARDS, Guards, WordList, packaged_guards
from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.near_words import near_words
from newsroom.housestyle.pair_score import likeness
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.sounds import skeletons
from newsroom.housestyle.starter import starter_entries
from newsroom.housestyle.unlisted import SoundIndex

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
    assert match.reason == "Not listed, but it sounds like Zhitomir; house style is Zhytomyr."


def test_in_a_quotation_it_is_left_as_it_was_said():
    [match] = check_passages([Passage("“At Zhytomir,” he said.")], LEXICON)
    assert match.kind is Kind.QUOTE


def test_of_two_names_that_sound_alike_neither_is_proposed():
    both = compile_lexicon([Term(1, "Hallabiya"), Term(2, "Halabbiya")])
    assert check_passages([Passage("We met at Halabiya.")], both) == []


def test_a_spelling_is_asked_about_once_in_a_document():
    text = "At Zhytomir, near ZHYTOMIR, they spoke of Nahariyya."
    matches = check_passages([Passage(text), Passage("Zhytomir again.")], LEXICON)
    assert [match.words for match in matches] == ["Zhytomir", "Nahariyya"]


def test_what_was_said_in_a_quotation_does_not_answer_for_the_writer():
    text = "“At Zhytomir,” he said in Zhytomir, near Zhytomir."
    matches = check_passages([Passage(text)], LEXICON)
    assert [match.kind for match in matches] == [Kind.QUOTE, Kind.PROBABLE]


@pytest.mark.parametrize(
    ("words", "suggestion"),
    [
        ("Zhytomir’s", "Zhytomyr"),
        ("al Jumhouriya", "al-Jumhuriya"),
        ("Abdullah ben Rashid", "Abdullah bin Rashid"),
        ("Na’hariyya", "Nahariya"),
    ],
)
def test_apostrophes_and_links_are_no_evidence(words, suggestion):
    assert [found for _, found in asked(f"We met {words}.")] in ([suggestion], [])


def test_an_article_that_is_an_english_word_too_needs_its_hyphen():
    lexicon = compile_lexicon([Term(1, "at-Tireema"), Term(2, "al-Shihaba")])
    for text in ("He slept at Tirima.", "as Shihabah said", "He left at Tireema."):
        assert check_passages([Passage(text)], lexicon) == []
    found = check_passages([Passage("At et-Tirima and ash-Shihabah it rained.")], lexicon)
    assert [match.words for match in found] == ["et-Tirima", "ash-Shihabah"]


LISTED = [("Michal", 1), ("Marwan Barghouti", 2), ("Kharkiv", 3), ("Kharkov", 3), ("Hassan", 4)]
GUARDS = Guards(
    english=WordList("charkiv\nmerwan"),
    other_names=WordList("barghuti\nhasan\nkharkow\nmichel\nnot"),
    near_names=WordList("kharkef"),
)


def heard(*words, listed=LISTED, guards=GUARDS):
    return SoundIndex(listed, guards).nearest(words)


def test_an_english_word_is_never_a_misspelt_name():
    assert heard("charkiv", guards=NO_GUARDS) == 2
    assert heard("charkiv") is None
    assert heard("merwan", "barghouti", guards=NO_GUARDS) == 1
    assert heard("merwan", "barghouti") is None


def test_without_its_apostrophe_a_name_may_be_an_english_word():
    lexicon = compile_lexicon([Term(1, "Ba'ath", ("Ba'th",))])
    assert check_passages([Passage("They met in Bath.")], lexicon) == []


def test_another_name_is_never_one_by_itself():
    assert heard("kharkow", guards=NO_GUARDS) is not None
    assert heard("kharkow") is None
    assert heard("michel") is None


def test_within_a_full_name_another_name_may_differ_in_a_vowel_or_a_doubling():
    assert heard("marwan", "barghuti") == 1


def test_a_gazetteer_loses_the_names_that_the_lexicon_lists_itself():
    phrases = [("Hassan Nasrallah", 1), ("Hasen", 2)]
    guards = Guards(WordList(""), WordList("hasen"), WordList(""))
    own = heard("hasen", "nasralla", listed=phrases, guards=guards)
    assert own == 0
    assert heard("hasen", "nasralla", listed=phrases[:1], guards=guards) is None


def test_of_a_shorter_name_more_is_asked():
    assert [enough(form) for form in ("kharkiv", "michal", "gaza")] == [LONG, MIDDLE, SHORT]
    assert LONG < MIDDLE < SHORT


def test_a_final_i_on_one_side_only_makes_another_word():
    assert is_derived("iraqi", "iraq")
    assert is_derived("hussein", "husseini")
    assert not is_derived("nahariya", "nahari")
    assert not is_derived("zelensky", "zelenskyi")


def test_the_packaged_guards_know_words_and_names():
    guards = packaged_guards()
    assert "mission" in guards.english
    assert "zzyzx" not in guards.english
    assert "" not in guards.english
    assert "michael" in guards.other_names
    assert "nahariyya" not in guards.other_names


def test_likeness_is_learned_from_the_differences():
    assert likeness("zhytomir", "zhytomyr") > 0.9
    assert likeness("kharkiv", "harkiv") > likeness("kharkiv", "sarkiv")
    assert likeness("tsefat", "tzefat") > likeness("tsefat", "tafat")


def test_closeness_is_one_for_the_same_sounds():
    assert closeness("mish'al", "mishal") == 1.0
    assert closeness("kharkiv", "harkiv") > closeness("kharkiv", "sarkiv")


def test_a_skeleton_forgets_vowels_doubling_and_silent_breaths():
    for word in ("nahariya", "nahhariyah", "nehariya", "nahareya"):
        assert "NHR" in skeletons(word)
    assert skeletons("") == ("",)


@pytest.mark.parametrize(
    "text", ["They ate a tagine of lamb.", "An artic blocked the road.", "A rock'n roll band."]
)
def test_a_word_written_small_is_asked_about_only_where_it_is_close(text):
    lexicon = compile_lexicon([facts.term for facts in starter_entries()])
    assert check_passages([Passage(text)], lexicon) == []


def test_dictionary_words_that_are_never_asked_about_are_found_for_an_entry():
    guards = Guards(
        WordList("hasidim\nhaven\nkiev\nmeadow"), WordList("odessa\nodin"), WordList("")
    )
    assert near_words(["Chassidim", "Hassidim"], guards) == ["hasidim"]
    assert near_words(["Odesa"], guards) == ["odessa"]
    assert near_words(["of", "Two words"], guards) == []
