"""What counts as the same word, and where it stands."""

import pytest

from newsroom.wire.reuse.grams import fingerprint, grams, number_of, seeds
from newsroom.wire.reuse.words import words_of


def folded(text: str) -> list[str]:
    return words_of(text).folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("7 per cent", "seven percent"),
        ("7%", "7 percent"),
        ("organised", "organized"),
        ("the organisation analysed", "the organization analyzed"),
        ("labour and colour", "labor and color"),
        ("the theatre centre", "the theater center"),
        ("defence", "defense"),
        ("cancelled", "canceled"),
        ("ninety tonnes", "90 tons"),
        ("the U.S. and the U.N.", "the US and the UN"),
        ("1,000 people", "1000 people"),
        ("the minister’s plan", "the minister's plan"),
        ("long-awaited", "long awaited"),
        ("Erdoğan", "ERDOGAN"),
        ("Straße", "STRASSE"),
        ("ﬁnal", "final"),
        ("so\u00adft", "soft"),
        ("שָׁלוֹם", "שלום"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_house_spellings_and_print_are_one_word(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("hour", "hor"), ("tons", "tone")])
def test_other_words_stay_apart(one, other):
    assert folded(one) != folded(other)


def test_a_word_knows_where_it_stands_in_code_points():
    text = "😀 Seven per cent of “Straße”"
    words = words_of(text)
    standing = zip(words.starts, words.ends, strict=True)
    assert [text[a:b] for a, b in standing] == ["Seven", "per cent", "of", "Straße"]


def test_each_character_is_a_word_where_no_blanks_are_set():
    assert folded("東京 tower") == ["東", "京", "tower"]
    assert words_of("東京").unspaced
    assert not words_of("tower").unspaced


def test_a_gram_is_five_words_or_eight_characters():
    assert len(grams(words_of("one two three four five six"))) == 2
    assert len(grams(words_of("東京都知事選挙の"))) == 1
    assert grams(words_of("four words are few")) == []
    assert seeds(words_of("a pair of")) == ["a pair", "pair of"]


def test_numbers_are_signed_and_stay_the_same_from_run_to_run():
    assert number_of("all agency copy") == -6351930004838836867
    assert all(-(2**63) <= number_of(str(n)) < 2**63 for n in range(200))
    assert any(number_of(str(n)) < 0 for n in range(50))


def test_what_two_texts_share_over_twelve_words_both_keep():
    shared = "a b c d e f g h i j k l"
    one = fingerprint(words_of(f"first {shared} and so on to its end"))
    other = fingerprint(words_of(f"quite another beginning {shared} last"))
    assert one & other


def test_a_short_paragraph_keeps_one_gram():
    assert len(fingerprint(words_of("one two three four five"))) == 1
    assert fingerprint(words_of("too short")) == set()
