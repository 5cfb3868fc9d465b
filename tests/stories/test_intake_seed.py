"""The story that the newsroom was built for, taken apart as it is pasted."""

import pytest

from newsroom.stories.intake import BlockKind, Taken, take_apart


@pytest.fixture(scope="module")
def taken(shared) -> Taken:
    return take_apart((shared / "seed-story.txt").read_bytes())


def test_the_headline_stays_as_it_is_in_the_text(taken):
    assert taken.headline.startswith("Report: Israel Wants to Complete ‘Missions’")
    assert taken.headline.endswith("Before Ceasefire")


def test_the_place_in_capitals_is_the_dateline(taken):
    assert taken.dateline == "YERUSHALAYIM"
    assert (taken.byline, taken.standfirst) == ("", "")


def test_the_caption_under_the_dateline_is_a_figure_with_its_credit_taken_apart(taken):
    [figure] = taken.figures
    assert figure.caption.startswith("A long exposure picture shows Iron Dome")
    assert figure.caption.endswith("as seen from Ashdod, early Sunday.")
    assert (figure.creator, figure.agency) == ("Avi Roccah", "Flash90")
    assert figure.credit == "Avi Roccah/Flash90"
    assert figure.after_paragraph == 0


def test_the_body_is_nine_paragraphs(taken):
    assert [block.kind for block in taken.body] == [BlockKind.PARAGRAPH] * 9
    assert taken.body[0].text.startswith("Israel has made it clear")
    assert taken.body[-1].text.endswith("though not with Israel directly.")


def test_three_lines_are_set_aside_as_not_the_story(taken):
    assert [(one.text, one.reason) for one in taken.set_aside] == [
        ("To Read The Full Story", "a subscription prompt"),
        ("Are you already a subscriber?", "a log-in line"),
        ("Click to log in!", "a log-in line"),
    ]


def test_it_prints_as_the_command_line_promises(taken):
    printed = taken.as_json()
    assert list(printed) == ["headline", "dateline", "figures", "paragraphs", "set_aside"]
    assert list(printed["figures"][0]) == ["caption", "creator", "credit"]
    assert len(printed["paragraphs"]) == 9
    assert printed["set_aside"][2] == "Click to log in!"
