"""How times read: near ones as a span, exact ones on hover."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from newsroom.web.filters import ago, ago_words, due_words, until_words

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("back", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(minutes=4, seconds=50), "4 min ago"),
        (timedelta(hours=3, minutes=59), "3 h ago"),
        (timedelta(days=2), "2 d ago"),
        (timedelta(days=200), "200 d ago"),
        (-timedelta(minutes=30), "in 30 min"),
    ],
)
def test_what_was_is_told_as_a_span(back: timedelta, words: str):
    assert ago_words(NOON - back, NOON) == words


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (timedelta(minutes=40), "in 40 min"),
        (timedelta(hours=5), "in 5 h"),
        (timedelta(seconds=30), "due now"),
        (-timedelta(seconds=30), "due now"),
        (-timedelta(minutes=25), "25 min late"),
        (-timedelta(days=2), "2 d late"),
    ],
)
def test_a_deadline_is_told_by_what_is_left_or_missed(ahead: timedelta, words: str):
    assert until_words(NOON + ahead, NOON) == words


def test_a_deadline_that_nothing_beside_it_names_says_what_it_is():
    said = [due_words(NOON + timedelta(minutes=ahead), NOON) for ahead in (40, 0, -25)]
    assert said == ["due in 40 min", "due now", "25 min late"]


def test_the_exact_time_stands_in_the_newsrooms_own_zone_on_hover(app: Flask):
    with app.test_request_context():
        shown = ago(NOON)
    assert 'datetime="2026-11-23T12:00:00+00:00"' in shown
    assert 'title="Monday 23 November 2026, 12:00 UTC"' in shown
