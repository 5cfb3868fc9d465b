"""How long a story is, as the server and its pages say it."""

import json
from pathlib import Path

import pytest

from newsroom.db import db
from newsroom.stories.lengths import count_words
from newsroom.stories.models import Story

CASES = json.loads(
    (Path(__file__).parents[1] / "samples" / "word_counts.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("text", "count"), CASES)
def test_words_are_counted_as_the_editor_counts_them(text: str, count: int):
    assert count_words(text) == count


def test_the_page_says_how_long_the_story_is_and_of_how_many_words(newsroom, browser):
    browser.sign_in("jonas")
    page = browser.get(f"/stories/{newsroom.story}")
    assert "6 words · 1 min" in page
    assert "230 words a minute" in page.answer.text
    with newsroom.change():
        db.session.get(Story, newsroom.story).commissioned_words = 5
    page = browser.get(f"/stories/{newsroom.story}")
    assert "6 of 5 words · 1 min" in page
    assert "story__length is-over" in page.answer.text
