"""What holds for every text: changes are final, and offsets are true."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.housestyle.lexicons import TERMS, applied, check

WORDS = [
    *(form for term in TERMS for form in (term.preferred, *term.variants, *term.exceptions)),
    *("the", "University", "Times", "of", "al-", "said", "Mayor", "Ohio", "@", "#", "www."),
    *(" ", " ", " ", "\n", "\n\n", ".", ". ", ", ", "'s", "’s", "s", "-", "—", "/", "(", ")"),
    *('"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "\u00ad", "\u0301", "\u00a0"),
    *("😀", "ירושלים", 'צה"ל', "İ", "ﬁ", "12", "_"),
]

texts = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
cased = st.sampled_from([str, str.upper, str.lower])


@settings(max_examples=300)
@given(texts, cased)
def test_checking_what_was_changed_finds_nothing_more_to_change(text, case):
    once = applied(case(text))
    assert applied(once) == once


@settings(max_examples=300)
@given(texts, cased)
def test_each_match_holds_the_words_it_names_in_order_and_apart(text, case):
    from newsroom.housestyle.passages import passages_of

    passages = passages_of(case(text))
    before = (0, 0)
    for match in check(case(text)):
        assert before <= (match.passage, match.start) < (match.passage, match.end)
        assert passages[match.passage].text[match.start : match.end] == match.words
        assert match.suggestion != match.words
        before = (match.passage, match.end)


@given(st.text(max_size=200))
def test_no_text_is_refused(text):
    applied(text)
