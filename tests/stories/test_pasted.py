"""What is pasted into a story: which of its lines the server takes for the story."""

import pytest

from newsroom.stories.intake import not_the_story

PASTED = [
    "The last boat left at noon.",
    "Subscribe to our newsletter",
    "Already a subscriber? Log in",
    "“Read more,” the captain said.",
    "Read more",
    "Share on Facebook",
    "12 March 2026",
    "",
    "https://port.example/timetable",
    "Subscribe now " * 40,
]


def test_prompts_and_links_are_named_with_their_reason_and_all_else_stays():
    assert dict(not_the_story(PASTED)) == {
        1: "a subscription prompt",
        2: "a log-in line",
        4: "a link to another story",
        5: "a row of buttons for sharing",
    }


def test_the_editor_is_told_which_lines_to_set_aside(newsroom, browser):
    browser.sign_in("jonas")
    answer = browser.post_json("/stories/pasted", {"lines": PASTED[:2]})
    assert answer.get_json() == {"aside": [{"line": 1, "reason": "a subscription prompt"}]}


@pytest.mark.parametrize("body", [{}, {"lines": "Subscribe"}, {"lines": [1]}, {"lines": None}])
def test_what_is_not_lines_is_refused(newsroom, browser, body):
    browser.sign_in("jonas")
    assert browser.post_json("/stories/pasted", body).status_code == 422
