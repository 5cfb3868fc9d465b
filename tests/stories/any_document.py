"""Documents of every form a story can have, for tests that hold for any."""

from hypothesis import strategies as st

from tests.stories.samples import block, figure, story, text

WORDS = st.text("ab é🚢ש ", max_size=12)
MARKS = st.sampled_from([(), ({"type": "strong"},), ({"type": "em"},)])
PARAGRAPH = st.lists(st.tuples(WORDS.filter(bool), MARKS), max_size=3).map(
    lambda parts: {"type": "paragraph", "content": [text(words, *marks) for words, marks in parts]}
)
HEADING = st.builds(
    lambda words, level: block("heading", words, level=level), WORDS, st.integers(2, 4)
)
FIGURE = st.builds(
    lambda words, credit, photo: figure(words, photo, credit=credit),
    WORDS,
    WORDS,
    st.sampled_from([None, 3, 4]),
)
ITEM = st.lists(PARAGRAPH, min_size=1, max_size=2).map(
    lambda inside: {"type": "list_item", "content": inside}
)
LIST = st.builds(
    lambda kind, items: {"type": kind, "content": items},
    st.sampled_from(["bullet_list", "ordered_list"]),
    st.lists(ITEM, min_size=1, max_size=3),
)
QUOTE = st.lists(PARAGRAPH, min_size=1, max_size=2).map(
    lambda inside: {"type": "blockquote", "content": inside}
)
BODY = st.lists(st.one_of(PARAGRAPH, HEADING, FIGURE, LIST, QUOTE), min_size=1, max_size=6)
DOCUMENT = st.builds(
    lambda body, headline, line: story(*body, headline=headline, credit_line=line),
    BODY,
    WORDS,
    WORDS,
)
