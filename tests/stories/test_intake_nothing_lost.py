"""Whatever is pasted, each of its characters is in exactly one part, one line set aside or one mark."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.errors import Invalid
from newsroom.stories import document
from newsroom.stories.intake import MAX_BYTES, MAX_LINES, Taken, as_document, decode, take_apart
from newsroom.stories.intake.decoding import read

LINES = st.sampled_from(
    """
    Ferry strike ends
    Report: Crews Want ‘Fair Share’ Before Talks
    HAIFA
    JERUSALEM (AP) — The crews went back.
    LONDON, Nov 3 (Reuters) - The crews went back to work on Tuesday, the company said.
    Jerusalem, Nov. 3
    Northport
    CNN
    By Dana Peled and Omer Katz, Staff Writer
    By Dana Peled | 3 November 2026
    Dana Peled Follow
    Dana Peled
    Transport correspondent
    Published: 3 November 2026 10:15
    The crews of the northern ferries went back to work on
    Tuesday after a week in which three islands had been cut
    off from the mainland, the company said.
    “We are glad,” said the mayor.
    A long exposure picture shows the pier by night. (Dana Peled/Flash90)
    The pier on Monday. Photo: Dana Peled/Reuters via AP
    The pier on Monday.
    The pier on Monday REUTERS/Dana Peled
    [1/3]The pier on Monday. REUTERS/Dana Peled Purchase Licensing Rights
    FILE - The pier in August. (AP Photo/Dana Peled, File)
    Caption: The pier on Monday.
    Image source, EPA
    Image caption, The pier on Monday
    (photo credit: REUTERS)
    Dana Peled/AFP
    © Dana Peled, AFP
    Photo: Dana Peled
    Headline: Strike ends
    Body:
    # Strike ends
    ## What next
    > > We are glad of it.
    >
    • Four per cent more
    - Nobody is dismissed
    1. Nobody is dismissed.
    2. Four per cent more.
    From: Dana Peled <dana@harbour.example>
    Subject: Fwd: Strike ends
    Hi all,
    Best regards,
    Related
    Leave a Reply
    To Read The Full Story
    Share
    ___
    Reporting by Dana Peled; Editing by Omer Katz
    (AFP)
    What happens next?
    מועצת העיר אישרה את התקציב
    ירושלים
    Loading…
    """.strip().splitlines()
).map(str.strip)

TEXTS = st.lists(st.one_of(LINES, st.just(""), st.text(max_size=60)), max_size=30).map("\n".join)
JOINED = Counter(",;")
"""What is put between the lines of one part."""


def printed(taken: Taken) -> str:
    parts = [taken.headline, taken.standfirst, taken.byline, taken.dateline]
    for figure in taken.figures:
        parts += [figure.caption, figure.credit]
    parts += [block.text for block in taken.body]
    return "".join([*parts, *(one.text for one in taken.set_aside), *taken.marks])


def letters(text: str) -> Counter[str]:
    return Counter(character for character in text if not character.isspace())


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_no_character_is_lost_and_none_is_said_twice(text):
    try:
        taken = take_apart(text)
    except Invalid:
        return
    cleaned = letters(read(text).text)
    given_back = letters(printed(taken))
    assert cleaned - given_back == Counter()
    assert set(given_back - cleaned) <= set(JOINED)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_what_was_taken_apart_makes_a_document_of_the_schema(text):
    try:
        taken = take_apart(text)
    except Invalid:
        return
    story = document.read(as_document(taken))
    document.refuse_bad_values(story, lambda _: [])
    assert letters(taken.headline) == letters(story.child(0).text_content)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_text_that_was_read_once_is_taken_apart_the_same_the_second_time(text):
    try:
        taken = take_apart(text)
    except Invalid:
        return
    again = take_apart(read(text).text)
    assert (again.as_json(), again.body) == (taken.as_json(), taken.body)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_either_text_or_refused_with_a_sentence(data):
    try:
        text = decode(data)
    except Invalid as refusal:
        text = refusal.sentence
    assert "\x00" not in text
    text.encode()


RUNS = ["(", ")", "/", "- ", "a ", "A/B ", "Photo: ", "> ", "By ", ". ", "“ ", ",", " ", "By A | "]
LINES_OVER_AND_OVER = [
    "Related",
    "Ferries",
    ">",
    "1. a",
    "(AFP)",
    "AP Photo/Dana Peled",
    "a",
    "By A",
]
SIZE = MAX_BYTES // 5
HOSTILE = [run * (SIZE // len(run.encode())) for run in RUNS] + [
    f"{line}\n" * MAX_LINES for line in LINES_OVER_AND_OVER
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12].strip() or "blanks" for text in HOSTILE])
def test_a_long_run_of_anything_is_taken_apart_or_refused(text):
    """Each runs in time that grows with the text; a slow rule would show here as a timeout."""
    try:
        taken = take_apart(text)
    except Invalid:
        assert not text.strip()
    else:
        assert letters(printed(taken)) >= letters(text) - JOINED
