"""What the check flags, with which suggestion, and what it leaves alone."""

import pytest

from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages, read_known, read_passages
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import Passage
from tests.housestyle.lexicons import LEXICON, as_said, changes, check, left_alone


def test_a_listed_variant_is_flagged_with_its_rule_and_its_place():
    [match] = check("The fair opened in Lvov on Sunday.")
    assert (match.passage, match.start, match.end) == (0, 19, 23)
    assert (match.words, match.suggestion, match.kind) == ("Lvov", "Lviv", Kind.KNOWN)
    assert match.rule == "housestyle:1"
    assert match.reason == "House style is Lviv."


def test_the_preferred_form_is_never_flagged_however_it_is_written():
    for text in ("Lviv", "LVIV", "lviv's", "Al-Nahda", "Ba’ath", "BAʿATH", "Kfar Shmaryahus"):
        assert changes(f"They met {text} there.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LVOV (Reuters)", [("LVOV", "LVIV")]),
        ("lvov in a hurry", [("lvov", "Lviv")]),
        ("Latka is fried. Latka, he says.", [("Latka", "Latke"), ("Latka", "Latke")]),
        ("They fried Latka.", [("Latka", "latke")]),
        ("She said: latka.", [("latka", "latke")]),
        ("Al-Nahdha won. The al-Nahdha list won.", [("Al-Nahdha", "Al-Nahda"), ("al-Nahdha", "al-Nahda")]),
        ("AL-NAHDHA WINS", [("AL-NAHDHA", "AL-NAHDA")]),
        ("From the U.S. latka came.", [("latka", "latke")]),
        ("(Latka) is fried.", [("Latka", "Latke")]),
        ("• latka\n• Latka", [("latka", "Latke"), ("Latka", "Latke")]),
        ("SAFED, Israel (AP) — Al-Nahdha won.", [("Al-Nahdha", "Al-Nahda")]),
        ("SAFED - al-Nahdha won; al-Nahdha won.", [("al-Nahdha", "Al-Nahda"), ("al-Nahdha", "al-Nahda")]),
        ("Safed is red - al-Nahdha won.", [("al-Nahdha", "al-Nahda")]),
    ],
)  # fmt: skip
def test_capitals_follow_the_place_in_the_sentence(text, expected):
    assert changes(text) == expected


def test_a_headline_that_raises_each_word_keeps_the_capital():
    headline = Passage("Thousands Fry Latka", kind="headline")
    assert [m.suggestion for m in check_passages([headline], LEXICON)] == ["Latke"]


@pytest.mark.parametrize(
    ("text", "words", "suggestion"),
    [
        ("Lvov's mayor", "Lvov", "Lviv"),
        ("Lvov’s mayor", "Lvov", "Lviv"),
        ("the Rafeeqs' house", "Rafeeqs", "Rafiqs"),
        ("two latkas", "latkas", "latkes"),
        ("the SDEROTS of old", "SDEROTS", "SDEROSES"),
        ("two LATKAs", "LATKAs", "LATKEs"),
    ],
)
def test_a_possessive_stays_outside_and_a_plural_inside(text, words, suggestion):
    assert changes(text) == [(words, suggestion)]


@pytest.mark.parametrize(
    "text",
    ["Lvovite", "Lvov_1", "Lvov2", "2Lvov", "Ba'athist", "O'Lvov", "Lvov'ian", "ЖLvov", "Nahdha"],
)
def test_a_part_of_a_longer_word_is_another_word(text):
    assert changes(f"We saw {text} there.") == []


def test_hyphens_slashes_brackets_and_dashes_end_a_word():
    text = "A Lvov-based, anti-Lvov (Lvov)—[Lvov]/Lvov;Lvov group"
    assert changes(text) == [("Lvov", "Lviv")] * 6


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/Lvov/Lvov?q=Lvov",
        "www.lvov.example",
        "lvov-tours.com",
        "desk@lvov.example",
        "lvov.desk@example.org",
        "@Lvov",
        "#Lvov",
        "mailto:Lvov",
    ],
)
def test_links_addresses_handles_and_tags_are_not_prose(text):
    assert changes(f"See {text} for more.") == []
    assert changes(f"See {text} for Lvov.") == [("Lvov", "Lviv")]


def test_the_longest_name_wins():
    assert changes("Basam Rafeeq spoke.") == [("Basam Rafeeq", "Bassam Rafiq")]
    assert changes("Basam. Rafeeq spoke.") == [("Rafeeq", "Rafiq")]


def test_a_longer_name_that_ends_inside_a_word_does_not_hide_the_shorter():
    long = Term(1, "Lviv Region", ("Lvov Oblast",))
    lexicon = compile_lexicon([long, Term(2, "Lviv", ("Lvov",))])
    assert changes("Lvov Oblastnoy", lexicon) == [("Lvov", "Lviv")]
    assert changes("Lvov Oblast", lexicon) == [("Lvov Oblast", "Lviv Region")]


def test_a_dotless_or_dotted_i_is_a_mark_like_any_other():
    lexicon = compile_lexicon([Term(1, "Istanbul", ("İstanbul",))])
    assert changes("Istanbul, ISTANBUL, istanbul and İstanbul.", lexicon) == [
        ("İstanbul", "Istanbul")
    ]


def test_a_letter_with_a_mark_is_no_edge_of_a_word():
    assert changes("Lvové, éLvov, Lvovе\u0301n") == []


def test_a_plural_that_another_entry_prefers_is_that_entrys():
    lexicon = compile_lexicon([Term(1, "Hamah", ("Hama",)), Term(2, "Hamas", ("Khamas",))])
    assert changes("Hamas, Hama and Khamas", lexicon) == [("Hama", "Hamah"), ("Khamas", "Hamas")]


def test_the_listed_pass_alone_says_what_the_whole_check_says_of_listed_spellings():
    text = "Lvov, “Lvov”, the Lvov Post, el-Nahda, Bassam Rafeek and Gül by www.lvov.example."
    whole, listed = (read([Passage(text)], LEXICON) for read in (read_passages, read_known))
    assert [one for one in whole.matches if one.kind != Kind.PROBABLE] == list(listed.matches)
    assert whole.left_alone == listed.left_alone


def test_a_handle_behind_another_word_is_still_a_handle():
    assert changes("Lvov'@Basam Rafeeq and #Kefar Shemaryahu") == [("Lvov", "Lviv")]
    assert changes("HTTP://LVOV.EXAMPLE/LVOV and WWW.LVOV.COM; Lvov.Then Lvov") == [
        ("Lvov", "Lviv"),
        ("Lvov", "Lviv"),
    ]


def test_a_variant_inside_its_own_preferred_form_is_let_be():
    assert changes("The Republic of Nauru and Nauru.") == [("Nauru", "Republic of Nauru")]


def test_an_exception_protects_what_stands_in_it_and_says_so():
    text = "The LVOV Gallery of Clocks' roof"
    assert changes(text) == []
    [skip] = left_alone(text)
    assert skip.words == "LVOV Gallery of Clocks"
    assert skip.reason == "“Lvov Gallery of Clocks” is listed as a name in which Lviv is not used."


def test_an_exception_protects_in_the_plural_and_the_possessive_too():
    assert changes("both Seas, the Sea of Tiberias's shore, two latka-press lids") == []


def test_a_quotation_is_flagged_as_said_and_not_changed():
    text = "“Lvov is quiet,” she said in Lvov."
    assert (as_said(text), changes(text)) == (["Lvov"], [("Lvov", "Lviv")])


def test_a_block_quotation_is_known_from_the_documents_structure():
    passages = [Passage("From Lvov."), Passage("From Lvov.", quoted=True)]
    assert [m.kind for m in check_passages(passages, LEXICON)] == [Kind.KNOWN, Kind.QUOTE]


def test_a_quotation_runs_on_over_a_caption_between_its_paragraphs():
    passages = [
        Passage("‘We left Lvov."),
        Passage("Lvov at dawn.", kind="caption"),
        Passage("‘We saw Lvov burn,’ he said."),
    ]
    kinds = [match.kind for match in check_passages(passages, LEXICON)]
    assert kinds == [Kind.QUOTE, Kind.KNOWN, Kind.QUOTE]


def test_bylines_and_credit_lines_are_not_read():
    passages = [Passage("Lvov", kind=kind) for kind in ("byline", "credit_line", "dateline")]
    assert [match.passage for match in check_passages(passages, LEXICON)] == [2]


def test_a_difference_in_marks_only_is_told_by_the_exact_letters():
    assert changes("Gul met Özal, O\u0308ZAL, Gül and Ozal.") == [
        ("Gul", "Gül"), ("Özal", "Ozal"), ("O\u0308ZAL", "OZAL"),
    ]  # fmt: skip


def test_another_article_or_hyphen_is_the_same_name():
    assert changes("El-Nahda, al Nahda, el Nahda, an-Nahda and Alnahda") == [
        ("El-Nahda", "Al-Nahda"),
        ("al Nahda", "al-Nahda"),
        ("el Nahda", "al-Nahda"),
        ("an-Nahda", "al-Nahda"),
        ("Alnahda", "al-Nahda"),
    ]
    assert changes("Kfar-Shmaryahu") == [("Kfar-Shmaryahu", "Kfar Shmaryahu")]


def test_english_words_are_no_articles():
    assert changes("An Nahda, as he said, lies at Tur, et Tur; Al Gore and El Salvador.") == []


def test_line_breaks_and_odd_blanks_join_a_name_but_paragraphs_and_dashes_do_not():
    text = "Kefar\u00a0Shemaryahu, Kefar\nShemaryahu and Kefar  Shemaryahu"
    assert [suggestion for _, suggestion in changes(text)] == ["Kfar Shmaryahu"] * 3
    assert changes("Kefar\n\nShemaryahu, Kefar - Shemaryahu, Kefar, Shemaryahu") == []


def test_offsets_are_code_points_of_the_text_as_it_is():
    text = "😀 na\u00efve Lvo\u00adv\u0301 😀 Tiberias"
    assert [text[m.start : m.end] for m in check(text)] == ["Lvo\u00adv\u0301", "Tiberias"]


def test_what_two_entries_list_is_never_guessed():
    twice = [Term(1, "Salim", ("Salem",)), Term(2, "Shalem", ("Salem",))]
    reading = read_passages([Passage("Salem spoke.")], compile_lexicon(twice))
    assert reading.matches == ()
    assert "Two entries" in reading.left_alone[0].reason


def test_another_entrys_preferred_form_is_not_a_variant():
    terms = [Term(1, "Odesa", ("Ades",)), Term(2, "Ades"), Term(3, "Hamah", ("Hamas",))]
    assert changes("Ades and Hamas", compile_lexicon(terms)) == [("Hamas", "Hamah")]
    assert changes("Hamas", compile_lexicon([*terms, Term(4, "Hamas")])) == []


def test_any_lexicon_is_taken():
    assert changes("Anything", compile_lexicon([])) == []
    odd = [Term(1, "St. Petersburg", ("c++", "", "  ", "'", "’", "St Petersburg"), ("",))]
    assert changes("In St Petersburg they write c++.", compile_lexicon(odd)) == [
        ("St Petersburg", "St. Petersburg"),
        ("c++", "St. Petersburg"),
    ]
