"""The folded shadow and its way back."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.shadow import shadow_of

ODD_CHARACTERS = "aB é\u0301\u00ad\u200b\u200f\u00a0\n\t'’ʿ-‑İıŁﬁ½ﷺß😀ש״Ａ"


def found(text: str, folded: str) -> str:
    """The words of the text whose shadow is `folded`."""
    shadow = shadow_of(text)
    at = shadow.folded.index(folded)
    start, end = shadow.span(at, at + len(folded))
    return text[start:end]


def test_marks_invisible_signs_and_blanks_do_not_move_the_words_found():
    assert found("na\u00efve 😀 Lv\u00ado\u200bv", "lvov") == "Lv\u00ado\u200bv"
    assert found("two  \u00a0 Kefar\n Shemaryahu", "kefar shemaryahu") == "Kefar\n Shemaryahu"
    assert found("ﬁve from Lvov", "lvov") == "Lvov"


def test_a_span_takes_the_marks_behind_its_last_letter():
    assert found("in Tiberias\u0301 today", "tiberias") == "Tiberias\u0301"


def test_every_apostrophe_folds_to_one():
    signs = "'`´‘’ʻʼʾʿ"
    assert {fold(f"Ba{sign}ath") for sign in signs} == {"ba'ath"}


def test_turkish_letters_fold_without_moving_anything():
    assert found("İstanbul ve Lvov", "lvov") == "Lvov"
    assert fold("DİYARBAKIR") == fold("Diyarbakır") == "diyarbakir"


def test_exact_letters_tell_marks_and_hyphens_apart():
    assert letters("Özal") != letters("Ozal")
    assert letters("O\u0308zal") == letters("ÖZAL")
    assert letters("al-Nahda") != letters("al Nahda")
    assert letters("al\u2011Nahda") == letters("AL-NAHDA")


@settings(deadline=None)
@given(st.text(alphabet=ODD_CHARACTERS, max_size=60) | st.text(max_size=60))
def test_every_shadow_character_leads_back_to_a_character_that_folds_to_it(text):
    shadow = shadow_of(text)
    for at, character in enumerate(shadow.folded):
        start, end = shadow.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert character in text[start].translate(_folds())
        assert all(unicodedata.category(mark) in {"Mn", "Me"} for mark in text[start + 1 : end])


@settings(deadline=None)
@given(st.text(alphabet=ODD_CHARACTERS, max_size=60) | st.text(max_size=60))
def test_the_shadow_says_what_folding_says(text):
    assert shadow_of(text).folded.split() == fold(text).split()


def _folds():
    from newsroom.housestyle.folding import FOLDS

    return FOLDS
