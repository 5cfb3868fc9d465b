"""What holds for any text at all, held against any copy."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.reading import passages_in
from newsroom.wire.reuse.section import section_of
from newsroom.wire.reuse.words import words_of
from tests.wire.reuse.texts import FERRY, HARVEST, copy

WORDS = st.sampled_from(
    [
        *(word for paragraph in (*FERRY, *HARVEST) for word in paragraph.split()),
        *("\n\n", "per cent", "東京都知事", "שָׁלוֹם", "😀", "\0", "\ud800", "“", "’s", "1,000"),
    ]
)
PIECES = st.one_of(
    st.sampled_from([*FERRY, *HARVEST, FERRY[0][20:90], HARVEST[1][:60], "\n\n"]),
    st.lists(WORDS, max_size=20).map(" ".join),
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=8).map(" ".join))


def read(text, *copies):
    section = section_of(text, words_of(text), set(), set())
    return list(passages_in(section, copies))


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.lists(TEXTS, max_size=4))
def test_passages_lie_in_the_text_and_in_the_copy_and_never_overlap(text, paragraphs):
    item = copy("a", paragraphs)
    end = 0
    for one in read(text, item, copy("ferry")):
        there = item.paragraphs if one.item == "a" else FERRY
        assert end <= one.start < one.end <= len(text)
        assert 0 <= one.wire_start < one.wire_end <= len(there[one.paragraph])
        assert one.telling <= one.words
        end = one.end


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_reading_twice_says_the_same(text):
    copies = copy("ferry"), copy("harvest", HARVEST)
    assert read(text, *copies) == read(text, *copies)
    assert read(text, *copies) == read(text, *reversed(copies))


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_a_word_stands_where_it_says(text):
    words = words_of(text)
    places = [at for pair in zip(words.starts, words.ends, strict=True) for at in pair]
    assert places == sorted(places)
    assert all(0 <= at <= len(text) for at in places)
    assert all(words.folded)


def test_taking_anything_in_twice_changes_nothing(tmp_path_factory):
    index = ReuseIndex.open(tmp_path_factory.mktemp("index") / "reuse.sqlite3")

    @settings(deadline=None, max_examples=40)
    @given(st.lists(TEXTS, max_size=4), TEXTS)
    def held(paragraphs, text):
        index.ingest([copy("any", paragraphs)])
        size, epoch, found = index.size, index.epoch, index.check(text)
        assert index.ingest([copy("any", paragraphs)]) == 0
        assert (index.size, index.epoch, index.check(text)) == (size, epoch, found)

    held()
    index.close()
