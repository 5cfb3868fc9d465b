"""What became of each entry's findings, by week and desk, and which entries want a second look."""

from datetime import timedelta

import pytest

from newsroom.db import db, now
from newsroom.stories.models import Finding
from newsroom.stories.received import WEEK, WEEKS, figures
from tests.stories.style import put_in_lexicon


@pytest.fixture
def counted(newsroom):
    """A newsroom with two entries, and a way to say what became of their findings."""
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
        put_in_lexicon("Lviv", "Lvov")

    def put(concept, *statuses, ago=timedelta(0), story=None, kind="known"):
        at = now() - ago
        with newsroom.change():
            for status in statuses:
                row = Finding(
                    story_id=story or newsroom.story,
                    check="house_style",
                    rule=f"housestyle:{concept}",
                    words="Odessa",
                    severity="blocking",
                    place="paragraph",
                    kind=kind,
                    status=status,
                    decided_at=None if status == "open" else at,
                    created_at=at,
                )
                row.version, row.start, row.end = 0, 1, 7
                db.session.add(row)

    return put


def whole(of):
    return (of.whole.found, of.whole.accepted, of.whole.dismissed)


def test_each_entry_and_each_desk_has_its_weeks(counted, newsroom):
    counted(1, "accepted", "accepted", "open")
    counted(1, "dismissed", ago=WEEK, story=newsroom.other)
    counted(2, "accepted", ago=WEEK * 3)
    with newsroom.app.app_context():
        got = figures()
    assert whole(got.entries[1]) == (4, 2, 1)
    assert [week.found for week in got.entries[1].weeks][-2:] == [1, 3]
    assert [week.accepted for week in got.entries[2].weeks][-4:] == [1, 0, 0, 0]
    assert whole(got.desks[newsroom.world]) == (4, 3, 0)
    assert whole(got.desks[newsroom.city]) == (1, 0, 1)


def test_what_is_older_or_asks_for_no_decision_is_not_counted(counted, newsroom):
    counted(1, "accepted", ago=WEEK * WEEKS)
    counted(1, "open", kind="quote")
    counted(1, "open", kind="left")
    with newsroom.app.app_context():
        assert figures().entries == {}


def test_an_entry_mostly_dismissed_stands_for_review_at_the_head(counted, newsroom, browser):
    counted(1, "accepted", "accepted", *["dismissed"] * 3)
    counted(2, *["dismissed"] * 4)
    browser.sign_in("mira")
    page = browser.get("/lexicon/figures")
    review = page.text[page.text.index("For review") : page.text.index("By desk")]
    assert "Odesa" in review
    assert "Lviv" not in review
    assert "Lviv" in page


def test_the_lexicon_leads_to_its_figures(newsroom, browser):
    browser.sign_in("mira")
    assert "/lexicon/figures" in browser.get("/lexicon").links
    assert "Nothing counted yet" in browser.get("/lexicon/figures")
