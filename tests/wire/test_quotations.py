"""Where quotations stand, in whatever marks."""

import pytest

from newsroom.wire.attribution.quotations import quoted_spans


def quotations(*passages: str) -> list[list[str]]:
    spans = quoted_spans(passages)
    return [[p[a:b] for a, b in here] for p, here in zip(passages, spans, strict=True)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"No," she said. "Never."', ['"No,"', '"Never."']),
        ("“No,” she said.", ["“No,”"]),
        ("„Nein“, sagte sie.", ["„Nein“"]),
        ("«Non», dit-elle.", ["«Non»"]),
        ("'No,' Ann said. 'Never.'", ["'No,'", "'Never.'"]),
        ("‘The drivers’ union agreed,’ he said.", ["‘The drivers’ union agreed,’"]),
    ],
)
def test_each_kind_of_marks_is_a_quotation(text, quoted):
    assert quotations(text) == [quoted]


@pytest.mark.parametrize(
    "text", ["It’s O’Brien’s boat from the ’90s.", 'A 6" pipe.', 'The צה"ל spokesman.', "a ” alone"]
)
def test_apostrophes_and_measures_are_none(text):
    assert quotations(text) == [[]]


def test_a_quotation_of_two_paragraphs_opens_in_each_and_closes_once():
    first, second = quotations("“We waited. ", "“Nobody came,” he said.")
    assert first == ["“We waited. "]
    assert second == ["“Nobody came,”"]


def test_a_mark_that_is_never_closed_ends_nowhere():
    assert quotations("“We waited.", "Nobody came.") == [[], []]
