"""How the front page is laid out."""

from datetime import timedelta

from newsroom.publishing.front import Card, by_day, lay_out
from tests.publishing.articles import NOON, QUAY, SITE, article

DESKS = (("World", "world"), ("City", "city"), ("Sport", "sport"))
SHOWN = (article().figures[0], QUAY)


def card(story, *, hours_old=0, priority=5, desk="World", shown=None):
    return Card(
        story=story,
        path=f"2026/11/03/story-{story}",
        headline=f"Story {story}",
        standfirst="",
        byline="By Mira Stone",
        desk=desk,
        desk_slug=desk.lower(),
        priority=priority,
        first_published_at=NOON - timedelta(hours=hours_old),
        corrected=False,
        shown=shown,
    )


def test_the_most_urgent_of_the_fresh_articles_leads():
    front = lay_out([card(1), card(2, hours_old=5, priority=2), card(3, hours_old=6)], DESKS)
    assert front.lead == card(2, hours_old=5, priority=2)


def test_of_equals_the_newest_with_a_picture_leads():
    cards = [card(1), card(2, hours_old=1, shown=SHOWN), card(3, hours_old=2, shown=SHOWN)]
    assert lay_out(cards, DESKS).lead == cards[1]


def test_an_article_of_days_ago_does_not_lead_however_urgent_it_was():
    cards = [card(1), card(2, hours_old=72, priority=1)]
    assert lay_out(cards, DESKS).lead == cards[0]


def test_every_article_stands_on_the_page_once():
    cards = [card(n, hours_old=n, desk=("World", "City")[n % 2]) for n in range(20)]
    front = lay_out(cards, DESKS)
    shown = [front.lead, *front.beside]
    for section in front.sections:
        shown += [section.first, *section.others]
    assert sorted(one.story for one in shown) == list(range(20))
    assert len(front.beside) == 4


def test_desks_follow_in_the_newsrooms_order_and_empty_ones_are_left_out():
    cards = [card(n, hours_old=n, desk=("City", "World")[n % 2]) for n in range(20)]
    assert [section.name for section in lay_out(cards, DESKS).sections] == ["World", "City"]


def test_a_desk_shows_its_newest_picture_and_the_others_as_headlines():
    cards = [card(n, hours_old=n, shown=SHOWN if n in {8, 9} else None) for n in range(10)]
    section = lay_out([card(99, priority=1), *cards], DESKS).sections[0]
    assert section.first == cards[2], "those with pictures stand beside the lead"
    front = lay_out([*cards[:7], card(7, hours_old=40, shown=SHOWN)], DESKS)
    assert front.sections[0].first.story == 7
    assert [one.story for one in front.sections[0].others] == [5, 6]


def test_a_paper_without_articles_has_no_lead():
    assert lay_out([], DESKS).lead is None


def test_older_articles_stand_under_their_days():
    cards = [card(1), card(2, hours_old=1), card(3, hours_old=20)]
    days = by_day(cards, SITE)
    assert [(day, [one.story for one in found]) for day, found in days] == [
        ("3 November 2026", [1, 2]),
        ("2 November 2026", [3]),
    ]
