"""The photo desk's queue: the figures that wait for captions, the oldest deadline first."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from newsroom.db import db
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.stories import caption_standing, documents, reconcile
from newsroom.stories.board import Cursor, Filter, board
from newsroom.stories.models import Finding, Story
from newsroom.stories.states import State
from newsroom.stories.summary import Figure

ASKED = ("blocking", "advice")
"""Findings that want somebody to look; notes are only told."""


@dataclass(frozen=True)
class Waiting:
    """One figure of a story that waits, or a story that has none yet."""

    story: Story
    figure: Figure | None
    photo: Photo | None
    lacks: tuple[str, ...]
    """What keeps its captions from being passed, and how many findings nobody has decided on."""
    shuts: bool
    """Whether one of them keeps the captions from being passed."""


@dataclass(frozen=True)
class Queue:
    rows: Sequence[Waiting]
    next: Cursor | None


def waiting(after: Cursor | None = None) -> Queue:
    """A page of stories with all their figures, in a few questions for all of them."""
    found = board(Filter(states=(State.PHOTO_CHECK,)), after)
    stories = [row.story for row in found.rows]
    documents.read_ahead(stories)
    held = caption_standing.of_stories(stories)
    figures = {number: one.summary.figures for number, one in held.items()}
    photos = photos_by_id({f.photo for ones in figures.values() for f in ones if f.photo})
    asked = _asked(stories, figures)
    lacking = {one.id: caption_standing.lacking(held[one.id]) for one in stories}
    rows = [
        _waiting(story, figure, photos, asked, lacking[story.id])
        for story in stories
        for figure in (figures[story.id] or (None,))
    ]
    return Queue(rows, found.next)


def _waiting(
    story: Story,
    figure: Figure | None,
    photos: dict[int, Photo],
    asked: Counter[tuple[int, int, str]],
    lacking: dict[int, list[str]],
) -> Waiting:
    whole = lacking.get(caption_standing.WHOLE_STORY, [])
    if figure is None:
        return Waiting(story, None, None, tuple(dict.fromkeys(whole)), bool(whole))
    blocking, advice = (asked[story.id, figure.number, severity] for severity in ASKED)
    missing = dict.fromkeys([*lacking.get(figure.number, []), *whole])
    found = blocking + advice
    said = [f"{found} finding{'s' if found > 1 else ''}"] if found else []
    photo = photos.get(figure.photo or 0)
    return Waiting(story, figure, photo, (*missing, *said), bool(missing or blocking))


def _asked(
    stories: Iterable[Story], figures: dict[int, tuple[Figure, ...]]
) -> Counter[tuple[int, int, str]]:
    """By story, number of the figure and severity, how many findings wait there."""
    versions = {one.id: one.version for one in stories}
    wanted = select(Finding).where(
        Finding.story_id.in_(versions),
        Finding.status == "open",
        Finding.place == "caption",
        Finding.severity.in_(ASKED),
    )
    counted: Counter[tuple[int, int, str]] = Counter()
    for row in db.session.scalars(wanted):
        number = figure_of(row, versions[row.story_id], figures[row.story_id])
        if number:
            counted[row.story_id, number, row.severity] += 1
    return counted


def figure_of(row: Finding, version: int, figures: Sequence[Figure]) -> int:
    """The number of the figure that a finding is in, in that version; 0 where it is gone."""
    start, gone = row.start, False
    if row.version != version:
        mapping = documents.mappings_to(row.story_id, version)(row.version)
        start, _, gone = reconcile.moved(mapping, row.start, row.end)
    return 0 if gone else bisect_right([one.position for one in figures], start)
