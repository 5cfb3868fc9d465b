"""Who wrote a story, and what else stands between its headline and its body."""

import pytest

from newsroom.stories.intake import take_apart

BYLINES = [
    "By Dana Peled",
    "BY DANA PELED",
    "by Dana Peled",
    "By Dana Peled and Omer Katz, Staff Writer",
    "By Dana Peled, Omer Katz and Noa Bar-Lev",
    "By Dana Peled Of The Harbour Times",
    "By Dana Peled in Haifa and Omer Katz in London",
    "By The Associated Press",
    "By Times Staff",
    "Written by Dana Peled",
    "Dana Peled | City Desk",
    "Dana Peled/Reuters",
    "Dana Peled / AFP",
    "Dana Peled, Staff Writer",
    "Dana Peled Staff Writer",
    "Dana Peled, Associated Press",
    "Dana Peled",
    "Dana Peled and Omer Katz",
    "Harbour Times Staff",
    "Our Correspondent",
    "Staff and agencies",
    "Agencies",
    "AFP",
    "Reuters, AP",
    "מאת דנה פלד",
]


@pytest.mark.parametrize("line", BYLINES)
def test_a_line_under_the_headline_that_names_a_writer_is_the_byline(line):
    taken = take_apart(f"Ferry strike ends\n\n{line}\n\nThe crews went back to work on Tuesday.\n")
    assert taken.byline == line
    assert taken.standfirst == ""
    assert [block.text for block in taken.body] == ["The crews went back to work on Tuesday."]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_byline_stands_before_or_after_the_dateline(gap):
    first = f"Strike ends{gap}By Dana Peled{gap}HAIFA{gap}The crews went back to work."
    second = f"Strike ends{gap}HAIFA{gap}By Dana Peled{gap}The crews went back to work."
    for text in (first, second):
        taken = take_apart(text)
        assert (taken.byline, taken.dateline) == ("By Dana Peled", "HAIFA")
        assert len(taken.body) == 1


@pytest.mark.parametrize(
    ("line", "stamp"),
    [
        ("By Dana Peled | 3 November 2026", "| 3 November 2026"),
        ("By Dana Peled, November 3, 2026", ", November 3, 2026"),
        ("By Dana Peled Published 3 Nov 2026", "Published 3 Nov 2026"),
        ("3 November 2026 • By Dana Peled", "3 November 2026 •"),
        ("By Dana Peled Follow", "Follow"),
    ],
)
def test_a_time_beside_a_byline_is_set_aside(line, stamp):
    taken = take_apart(f"Ferry strike ends\n{line}\nThe crews went back to work on Tuesday.\n")
    assert taken.byline == "By Dana Peled"
    assert [one.text for one in taken.set_aside] == [stamp]


def test_a_role_under_a_name_belongs_to_the_byline():
    taken = take_apart(
        "Ferry strike ends\n\nDana Peled\nTransport correspondent\n\nThe crews went back to work.\n"
    )
    assert taken.byline == "Dana Peled, Transport correspondent"


def test_a_sentence_that_begins_with_by_is_no_byline():
    taken = take_apart(
        "Ferry strike ends\n\nBy Monday the shops had run out of bread.\n\nAll is well.\n"
    )
    assert taken.byline == ""
    assert len(taken.body) == 2


@pytest.mark.parametrize(
    "below",
    ["By Dana Peled\n\n", "HAIFA\n\n", "HAIFA (AP) — ", "Published: 3 November 2026 10:15\n\n"],
)
def test_what_stands_between_the_headline_and_the_byline_is_the_standfirst(below):
    standfirst = "The islands had been without bread and fuel since Saturday."
    taken = take_apart(f"Strike ends\n\n{standfirst}\n\n{below}The crews went back on Tuesday.\n")
    assert taken.standfirst == standfirst
    assert [block.text for block in taken.body] == ["The crews went back on Tuesday."]


def test_a_line_without_a_full_stop_under_the_headline_is_the_standfirst():
    taken = take_apart(
        "Ferry strike ends\n\nIslands had run out of bread and fuel\n\nThe crews went back to work.\n"
    )
    assert taken.standfirst == "Islands had run out of bread and fuel"


def test_a_sentence_right_under_the_headline_is_the_first_paragraph():
    taken = take_apart("Ferry strike ends\n\nThe crews went back.\n\nThe shops are full again.\n")
    assert taken.standfirst == ""
    assert len(taken.body) == 2


@pytest.mark.parametrize("section", ["World", "Middle East News", "BREAKING", "Local"])
def test_the_name_of_a_section_over_the_headline_is_set_aside(section):
    taken = take_apart(f"{section}\n\nFerry strike ends\n\nThe crews went back to work.\n")
    assert taken.headline == "Ferry strike ends"
    assert [(one.text, one.reason) for one in taken.set_aside] == [
        (section, "the name of a section")
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Report: Ferry Crews Want ‘Fair Share’ Before Talks",
        "Analysis: Why the strike ended",
        "WATCH: First ferry reaches the islands",
        "Will the ferries run on Monday?",
        "‘We are glad,’ says mayor as ferries return",
        "FERRY STRIKE ENDS",
        "Strike ends.",
        "Opinion | The strike was right",
        "Ferry Company Names Director for Northern Islands",
        "Talks Resume in Haifa",
    ],
)
def test_the_headline_stays_as_it_is_in_the_text(headline):
    taken = take_apart(f"{headline}\n\nThe crews went back to work on Tuesday.\n\nAll is well.\n")
    assert taken.headline == headline
    assert len(taken.body) == 2


def test_a_text_that_opens_with_a_paragraph_has_no_headline_and_says_so():
    taken = take_apart(
        "The storm came in the night and it took the roof off the school, the church and a good part"
        " of the town hall.\n\nNobody was hurt.\n"
    )
    assert taken.headline == ""
    assert len(taken.body) == 2
    assert "No headline was found; write one before you file the story." in taken.notes
