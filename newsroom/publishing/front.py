"""How the front page is laid out: what leads, what stands beside it, what follows by desk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from newsroom.publishing.article import Picture
from newsroom.publishing.blocks import Figure
from newsroom.publishing.site import Site

FRESH = timedelta(hours=36)
"""How much older than the newest article one that leads may be."""
BESIDE = 4
"""Articles that stand beside the lead."""


@dataclass(frozen=True)
class Card:
    """An article as lists show it."""

    story: int
    path: str
    headline: str
    standfirst: str
    byline: str
    desk: str
    desk_slug: str
    priority: int
    """IPTC urgency: 1 is a flash, 9 can wait."""
    first_published_at: datetime
    corrected: bool
    shown: tuple[Figure, Picture] | None


@dataclass(frozen=True)
class Section:
    """A desk's part of the front page: one article with its picture, the others as headlines."""

    name: str
    slug: str
    first: Card
    others: tuple[Card, ...]


@dataclass(frozen=True)
class Front:
    lead: Card | None
    beside: tuple[Card, ...]
    sections: tuple[Section, ...]
    """In the newsroom's order of desks; what neither leads nor stands beside, newest first."""


def lay_out(cards: Sequence[Card], desks: Sequence[tuple[str, str]]) -> Front:
    """`cards` newest first; `desks` as name and slug."""
    if not cards:
        return Front(None, (), ())
    oldest = cards[0].first_published_at - FRESH
    fresh = sorted((card for card in cards if card.first_published_at >= oldest), key=_weight)
    top = fresh[: 1 + BESIDE]
    left = [card for card in cards if card not in top]
    return Front(top[0], tuple(top[1:]), tuple(_sections(left, desks)))


def _sections(cards: Sequence[Card], desks: Sequence[tuple[str, str]]) -> Iterator[Section]:
    for name, slug in desks:
        found = [card for card in cards if card.desk_slug == slug]
        if found:
            first = next((card for card in found if card.shown), found[0])
            others = tuple(card for card in found if card is not first)
            yield Section(name, slug, first, others)


def _weight(card: Card) -> tuple[int, bool, float]:
    """The most urgent first; of equals one with a picture, then the newest."""
    return card.priority, card.shown is None, -card.first_published_at.timestamp()


def by_day(cards: Sequence[Card], site: Site) -> list[tuple[str, list[Card]]]:
    """Cards in their order under the days, by the paper's clock, on which they first stood there."""
    days = groupby(cards, key=lambda card: site.day(card.first_published_at))
    return [(day, list(found)) for day, found in days]
