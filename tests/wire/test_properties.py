"""What holds for any text at all."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.wire.attribution import attribute
from newsroom.wire.creditline import propose
from newsroom.wire.registry import seed_registry

PIECES = st.sampled_from(
    [
        *("Reuters", "the BBC", "Haaretz", "a Turkish news agency", "the network", "officials"),
        *("reported", "said", "told", "citing", "quoted", "according to", "in an interview with"),
        *("as saying by", "on Sunday", "that", "and", ",", ".", ":", "“", "”", '"', "'", "(", ")"),
        *("JERUSALEM (AP) —", "Photo: AFP", "contributed to this report", "\n", "the report", "😀"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_every_finding_lies_in_the_text_and_carries_its_words(text):
    registry = seed_registry()
    for found in attribute(text, registry):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert all(registry.outlet(key) for key in (*found.outlets, *found.via))


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_reading_twice_says_the_same(text):
    assert attribute(text, seed_registry()) == attribute(text, seed_registry())


@settings(deadline=None, max_examples=150)
@given(TEXTS, st.one_of(st.just(""), st.text(max_size=60), TEXTS))
def test_a_credit_line_once_proposed_owes_nothing(text, existing):
    registry = seed_registry()
    found = attribute(text, registry)
    line = propose(existing, found, registry)
    assert propose(line, found, registry) == line


def test_a_dateline_inside_a_credit_moves_no_place():
    text = " (AP)–CONTRIBUTED TO THIS REPORT"
    assert all(found.end <= len(text) for found in attribute(text, seed_registry()))
