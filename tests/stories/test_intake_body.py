"""What the body is made of: paragraphs, headings, quotations and lists; and texts of other makes."""

import pytest

from newsroom.stories.intake import BlockKind, take_apart

FIRST = "The crews went back to work on Tuesday, the company said, after a week without boats."
LAST = "All is well on the islands, and the shops are full again, the mayor said."


def blocks(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in take_apart(text).body]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n\r\n", "\n \n", "\n\u00a0\n"])
@pytest.mark.parametrize("heading", ["‘We share what we have’", "WHAT NEXT", "A vote on Thursday"])
def test_a_short_line_between_paragraphs_is_a_heading(gap, heading):
    text = gap.join(["Ferry strike ends", FIRST, heading, LAST])
    assert blocks(text) == [("paragraph", FIRST), ("heading", heading), ("paragraph", LAST)]


def test_a_short_question_over_a_paragraph_is_a_heading():
    text = f"Strike ends\n\n{FIRST}\n\nWhat happens next?\n\n{LAST}\n"
    assert ("heading", "What happens next?") in blocks(text)


def test_a_paragraph_that_is_a_quotation_stays_a_paragraph():
    quotation = "“This is not the time to be angry. We are glad,” said a captain."
    assert ("paragraph", quotation) in blocks(f"Strike ends\n\n{FIRST}\n\n{quotation}\n\n{LAST}\n")


def test_a_short_sentence_stays_a_paragraph():
    assert ("paragraph", "Nobody was hurt.") in blocks(
        f"Ends\n\n{FIRST}\n\nNobody was hurt.\n\n{LAST}"
    )


def test_a_line_of_speech_stays_a_paragraph():
    line = "“Is it over?” a child asked"
    assert blocks(f"Strike ends\n\n{FIRST}\n\n{line}\n")[-1] == ("paragraph", line)


@pytest.mark.parametrize("bullet", ["• ", "* ", "- ", "· ", "** "])
def test_bulleted_lines_are_a_list(bullet):
    text = f"Strike ends\n\n{FIRST}\n\n{bullet}Four per cent more\n{bullet}Nobody is dismissed\n\n{LAST}"
    assert blocks(text)[1:3] == [
        ("list_item", "Four per cent more"),
        ("list_item", "Nobody is dismissed"),
    ]


def test_numbered_lines_are_a_list_and_keep_their_numbers():
    text = f"Strike ends\n\n{FIRST}\n\n1. Four per cent more.\n2. Nobody is dismissed.\n\n{LAST}"
    assert blocks(text)[1] == ("list_item", "1. Four per cent more.")


def test_one_dash_before_a_paragraph_makes_no_list():
    line = "- And yet the crews were glad of it, as they said on the pier."
    assert blocks(f"Strike ends\n\n{FIRST}\n\n{line}\n\n{LAST}")[1] == ("paragraph", line)


def test_lines_marked_as_quoted_are_a_quotation():
    text = f"Strike ends\n\n{FIRST}\n\n> We are glad of it.\n\n{LAST}"
    assert blocks(text)[1] == ("blockquote", "We are glad of it.")


WRAPPED = """Ferry crews end their strike after a week

HAIFA, Nov 3 - The crews of the northern ferries went back to work on
Tuesday after a week in which three islands had been cut off, the company
said.

"We are glad of it," said the mayor, Dana Peled, who had met the crews on
the pier every day.

  * The crews get four per cent more from January, and a further two per
    cent in the year after.
  * Nobody is dismissed.

The first boat leaves at six on Wednesday.
"""


def test_a_text_wrapped_by_a_mail_program_is_joined_into_its_paragraphs():
    assert blocks(WRAPPED) == [
        (
            "paragraph",
            (
                "The crews of the northern ferries went back to work on Tuesday after a week in which"
                " three islands had been cut off, the company said."
            ),
        ),
        (
            "paragraph",
            (
                '"We are glad of it," said the mayor, Dana Peled, who had met the crews on the pier'
                " every day."
            ),
        ),
        (
            "list_item",
            (
                "The crews get four per cent more from January, and a further two per cent in the year"
                " after."
            ),
        ),
        ("list_item", "Nobody is dismissed."),
        ("paragraph", "The first boat leaves at six on Wednesday."),
    ]
    assert take_apart(WRAPPED).dateline == "HAIFA, Nov 3"


def test_a_wrapped_text_without_blank_lines_is_parted_where_a_line_ends_early():
    text = (
        "Ferry crews end their strike\n"
        "   The crews of the northern ferries went back to work on Tuesday\n"
        "after a week in which three islands had been cut off from the\n"
        "mainland.\n"
        "   The mayor had met the crews on the pier every day, and was glad\n"
        "to see them go.\n"
    )
    assert [text for _, text in blocks(text)] == [
        (
            "The crews of the northern ferries went back to work on Tuesday after a week in which three"
            " islands had been cut off from the mainland."
        ),
        "The mayor had met the crews on the pier every day, and was glad to see them go.",
    ]


def test_a_forwarded_mail_whose_every_line_is_quoted_is_a_story_all_the_same():
    text = "".join(f"> {line}\n" for line in WRAPPED.splitlines())
    assert blocks(text) == blocks(WRAPPED)


def test_a_text_of_one_line_a_paragraph_is_not_joined():
    lines = [
        FIRST,
        "Nobody was hurt.",
        LAST,
        "It was the third strike in five years, and the longest.",
    ]
    assert [text for _, text in blocks("\n".join(["Ferry strike ends", *lines]))] == lines


@pytest.mark.parametrize("line", ["3 min read", "by Dana Peled", "courts", "HAIFA"])
def test_a_headline_is_not_run_together_with_the_line_under_it(line):
    headline = "Storm cuts the power to 4,000 homes, company says"
    taken = take_apart("\n".join([headline, line, FIRST, LAST, f"{FIRST} {LAST}"]))
    assert taken.headline == headline
    assert [block.text for block in taken.body][-3:] == [FIRST, LAST, f"{FIRST} {LAST}"]


def test_a_credit_that_was_wrapped_within_its_brackets_is_joined():
    taken = take_apart(
        "Ferry strike ends\n\nCrowds wait on the pier in Northport on Monday afternoon. (Dana\n"
        "Peled/Harbour Pictures)\n\nThe crews are back.\n"
    )
    assert taken.figures[0].credit == "Dana Peled/Harbour Pictures"


def test_what_a_mail_says_around_the_story_is_set_aside():
    taken = take_apart(
        "From: Dana Peled <dana@harbour.example>\nTo: desk@harbour.example\n"
        "Subject: Fwd: Ferry strike ends\nDate: Tue, 3 Nov 2026 10:15:00 +0000\n\nHi all,\n\n"
        f"Here is my story for tomorrow.\n\nFerries run again\n\n{FIRST}\n\n{LAST}\n\n"
        "Best regards,\nDana\n-- \nDana Peled\nHarbour Times\n"
    )
    assert taken.headline == "Ferries run again"
    assert [block.text for block in taken.body] == [FIRST, LAST]
    assert {one.reason for one in taken.set_aside} == {
        "a header of a mail",
        "a line of a mail",
        "a dividing line",
    }


def test_a_mail_without_a_headline_takes_its_subject_for_one():
    taken = take_apart(
        "From: Dana Peled <dana@harbour.example>\nSubject: Fwd: Ferry strike ends\n\n"
        f"HAIFA (AP) — {FIRST}\n\n{LAST}\n"
    )
    assert taken.headline == "Ferry strike ends"
    assert taken.dateline == "HAIFA (AP)"
    assert [one.text for one in taken.set_aside] == ["From: Dana Peled <dana@harbour.example>"]


def test_a_text_that_names_its_parts_is_believed():
    taken = take_apart(
        "Slug: FERRIES\nHeadline: Ferry strike ends\nStandfirst: The islands had no bread.\n"
        f"Byline: Dana Peled\nDateline: HAIFA\n\nBody:\n{FIRST}\n\n{LAST}\n\n"
        "Caption: Crowds wait on the pier.\nCredit: Omer Katz/Harbour Pictures\n"
    )
    assert taken.headline == "Ferry strike ends"
    assert taken.standfirst == "The islands had no bread."
    assert (taken.byline, taken.dateline) == ("Dana Peled", "HAIFA")
    assert [block.text for block in taken.body] == [FIRST, LAST]
    assert taken.figures[0].creator == "Omer Katz"


def test_a_label_may_stand_on_the_line_above_its_part():
    taken = take_apart(f"HEADLINE:\nFerry strike ends\nBYLINE:\nDana Peled\nBODY:\n{FIRST}\n")
    assert (taken.headline, taken.byline) == ("Ferry strike ends", "Dana Peled")


def test_markdown_headings_are_read():
    taken = take_apart(f"# Ferry strike ends\n\n{FIRST}\n\n## What the union says\n\n{LAST}\n")
    assert taken.headline == "Ferry strike ends"
    assert [block.kind for block in taken.body] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_hebrew_copy_is_taken_apart_too():
    taken = take_apart(
        "מועצת העיר אישרה את התקציב\n\nירושלים\n\nילדים בגן העירוני ביום ראשון. (דנה פלד/פלאש 90)\n\n"
        "מועצת העיר אישרה אמש את התקציב לשנה הבאה, אחרי דיון ארוך.\n\nפרסומת\n\nההצבעה נמשכה שעתיים.\n"
    )
    assert taken.headline == "מועצת העיר אישרה את התקציב"
    assert taken.dateline == "ירושלים"
    assert taken.figures[0].creator == "דנה פלד"
    assert len(taken.body) == 2
    assert [one.text for one in taken.set_aside] == ["פרסומת"]


def test_a_single_line_is_a_headline_without_a_body():
    taken = take_apart("Ferry strike ends")
    assert (taken.headline, taken.body) == ("Ferry strike ends", ())


def test_a_single_sentence_is_a_body_without_a_headline():
    taken = take_apart(FIRST)
    assert (taken.headline, [block.text for block in taken.body]) == ("", [FIRST])
