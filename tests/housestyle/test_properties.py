"""What holds for every text: changes are final, and offsets are true."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.housestyle.consistency import inconsistencies
from newsroom.housestyle.folding import letters
from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matcher import read_known, read_passages
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import passages_of
from tests.housestyle.lexicons import LEXICON, TERMS, applied, changes, check

WORDS = [
    *(form for term in TERMS for form in (term.preferred, *term.variants, *term.exceptions)),
    *("the", "University", "Times", "of", "al-", "said", "Mayor", "Ohio", "@", "#", "www."),
    *(" ", " ", " ", "\n", "\n\n", ".", ". ", ", ", "'s", "’s", "s", "-", "—", "/", "(", ")"),
    *('"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "\u00ad", "\u0301", "\u00a0"),
    *("😀", "ירושלים", 'צה"ל', "İ", "ﬁ", "12", "_"),
]

# Too short to be heard in another spelling.
UNHEARD = compile_lexicon([Term(1, "Lviv", ("Lvov",), ("Lvov Times",)), Term(2, "Gül", ("Gul",))])

ODD = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8)
texts = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)
odd_texts = st.lists(st.sampled_from(WORDS) | ODD, max_size=25).map("".join)
cased = st.sampled_from([str, str.upper, str.lower])


@settings(max_examples=300, deadline=None)
@given(texts, cased)
def test_checking_what_was_changed_finds_nothing_more_to_change(text, case):
    once = applied(case(text))
    assert changes(once) == []
    assert applied(once) == once


@settings(max_examples=300, deadline=None)
@given(odd_texts, cased)
def test_each_match_holds_the_words_it_names_in_order_and_apart(text, case):
    passages = passages_of(case(text))
    before = (0, 0)
    for match in check(case(text)):
        assert before <= (match.passage, match.start) < (match.passage, match.end)
        assert passages[match.passage].text[match.start : match.end] == match.words
        assert match.suggestion != match.words
        before = (match.passage, match.end)


@settings(max_examples=200, deadline=None)
@given(odd_texts)
def test_nothing_outside_the_places_found_is_changed(text):
    found = [match for match in check(text) if match.kind == Kind.KNOWN]
    starts = [passage.start for passage in passages_of(text)]
    kept, expected, done = [], "", 0
    for match in found:
        start, end = starts[match.passage] + match.start, starts[match.passage] + match.end
        kept.append(text[done:start])
        expected += kept[-1] + match.suggestion
        done = end
    assert applied(text) == expected + text[done:]


@settings(max_examples=200, deadline=None)
@given(odd_texts, cased)
def test_the_listed_pass_is_the_whole_check_where_nothing_is_heard(text, case):
    passages = passages_of(case(text))
    whole, listed = (read(passages, UNHEARD) for read in (read_passages, read_known))
    assert listed == whole


@settings(max_examples=200, deadline=None)
@given(odd_texts, cased)
def test_a_name_told_in_several_spellings_stands_so_in_the_text(text, case):
    for spellings in inconsistencies(passages_of(case(text)), LEXICON):
        assert len(spellings) == len({letters(one.words) for one in spellings}) > 1
        for one in spellings:
            assert one.words in " ".join(case(text).split())


@settings(deadline=None)
@given(st.text(max_size=200))
def test_no_text_is_refused(text):
    applied(text)
    assert check(text, compile_lexicon([])) == []
