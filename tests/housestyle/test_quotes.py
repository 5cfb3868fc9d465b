"""What counts as a quotation; square brackets mark the stretches that must."""

import pytest

from newsroom.housestyle.quotes import quotations
from newsroom.housestyle.spans import touches

SENTENCES = {
    "curly": "[“We stay,”] she said, [“for now.”]",
    "straight": '["We stay,"] she said, ["for now."]',
    "german": "[„Wir bleiben“], sagte sie; [„wir bleiben”], schrieb er.",
    "reversed guillemets": "[»Wir bleiben«], sagte sie.",
    "guillemets with blanks": "[« On reste »], dit-elle.",
    "typewriter": "[``We stay,''] she said.",
    "two apostrophes": "[''We stay,''] she said.",
    "british": "[‘We stay,’] she said, [‘for now.’]",
    "british straight": "['We stay,'] she said, ['for now.']",
    "wrong-way opener": "[”We stay,”] she said.",
    "nested": "[“He told me, ‘We stay,’ and left,”] she said.",
    "nested, same marks": '["He told me, "We stay," and left,"] she said.',
    "nested curly, same marks": "[“He said “stay” to me,”] she said. Then she left.",
    "british with doubles inside": "['He told me, \"We stay,\" and left,'] she said.",
    "mixed pair": '[“We stay,"] she said.',
    "scare quotes": "The so-called [“mayor”] left in a [‘hurry’].",
    "brackets and dashes": 'The pact (["our pact"])—["a plot"]—held.',
    "missing blank": 'He said,["We stay,"]and left.',
    "interrupted": '["We stay," he said, "for now."]'.replace(
        '"We stay," he said, "for now."', '"We stay,"] he said, ["for now."'
    ),
}

APOSTROPHES = {
    "possessives": "The players' bus and the coaches’ bus left Ma'alot at ten o'clock.",
    "decades": "In the '90s and the ’60s, before the class of '48.",
    "elisions": "'Twas cold, rock 'n' roll was ’bout over, tell 'em.",
    "hebrew initials": 'The army (צה"ל) and the sages (חז״ל) and ג׳ורג׳.',
    "a letter in a name": "Mish'al, Mish‘al and Sana’a.",
    "inches and feet": 'The pipe was 12" wide, the man 5\' 10" tall.',
    "a lone opener without a partner": "She named ’Ayn Hilweh and left.",
}


def bracketed(marked: str) -> tuple[str, list[tuple[int, int]]]:
    text, spans, start = "", [], 0
    for character in marked:
        if character == "[":
            start = len(text)
        elif character == "]":
            spans.append((start, len(text)))
        else:
            text += character
    return text, spans


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES.keys())
def test_a_quotation_is_found_from_mark_to_mark(marked):
    text, spans = bracketed(marked)
    assert quotations([text]) == [spans]


@pytest.mark.parametrize("text", APOSTROPHES.values(), ids=APOSTROPHES.keys())
def test_an_apostrophe_opens_nothing(text):
    assert quotations([text]) == [[]]


def test_a_quotation_may_run_over_paragraphs_that_each_begin_with_a_mark():
    first, second, third = "“We stay.", "“We have nowhere to go,” she said.", "Night fell."
    assert quotations([first, second, third]) == [[(0, 9)], [(0, 24)], []]


def test_a_british_quotation_runs_on_too():
    assert quotations(["'We stay.", "'We cannot go,' she said."]) == [[(0, 9)], [(0, 15)]]


def test_an_unclosed_quotation_ends_with_its_paragraph():
    first, second = '"We left at dawn, she said.', 'The road was open. "Yes," she said.'
    assert quotations([first, second]) == [[(0, len(first))], [(19, 25)]]


def test_a_closing_mark_in_the_next_paragraph_leaves_what_is_between_in_doubt():
    assert quotations(["“We stay.", "We cannot go,” she said."]) == [[(0, 9)], [(0, 14)]]


def test_a_plural_possessive_inside_a_single_quotation_does_not_end_it():
    text, spans = bracketed("['The players' bus is late,'] he said; the coaches' bus came.")
    assert quotations([text]) == [spans]


def test_a_dropped_g_inside_a_single_quotation_does_not_end_it():
    text, spans = bracketed("['We're goin' home,'] he said.")
    assert quotations([text]) == [spans]


def test_inches_inside_a_quotation_leave_the_whole_of_it_quoted():
    text = '"The pipe was 12" long," he said in Lviv.'
    [spans] = quotations([text])
    assert touches(spans, text.index("long"), text.index("long") + 4)
    assert not touches(spans, text.index("Lviv"), text.index("Lviv") + 4)


def test_a_single_mark_without_a_closer_near_by_is_an_apostrophe():
    far = "word " * 400
    assert quotations([f"He saw ‘a light {far} end,’ he said."]) == [[]]


def test_a_mark_inside_an_accented_word_is_an_apostrophe():
    assert quotations(["The cafe\u0301'alpha was shut. \u202b‘\u202c"]) == [[]]
