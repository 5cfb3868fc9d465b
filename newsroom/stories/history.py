"""The history of a story a page at a time: its sittings and named versions, newest first.

Every reading is of a window of versions, so that a story of 100,000 steps opens like one of 100.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from newsroom.accounts.queries import full_names
from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.stories.history_names import Named, Names, names_of
from newsroom.stories.models import Story, StoryStep
from newsroom.stories.sittings import Made, Sitting, sittings

PAGE = 20
"""Sittings a page."""
WINDOW = 4_000
"""Versions looked at for one page: typing makes about five in a second, sent as one."""
NEARBY = 1_000
"""Versions read for the sitting before or after some version."""


@dataclass(frozen=True)
class Entry:
    """One line of the history: a sitting with its person, or a version's name."""

    sitting: Sitting | None
    named: Named | None
    person: str


@dataclass(frozen=True)
class History:
    entries: Sequence[Entry]
    names: Names
    older: int | None
    """Where the next page begins: it shows what came before that version."""
    cut: bool
    """Whether the last sitting shown began before what was read."""


def history(story: Story, before: int | None = None) -> History:
    """The page that shows what came before that version; without one, the newest."""
    top = story.version if before is None else max(0, min(before - 1, story.version))
    bottom = max(0, top - WINDOW)
    names = names_of(story.id)
    found = sittings(_made(story.id, bottom, top), names)[::-1]
    # What the window cut in two belongs whole to the next page.
    whole = found[:-1] if bottom and len(found) > 1 else found
    shown = whole[:PAGE]
    first = shown[-1].first if shown else top + 1
    older = first if first > 1 else None
    given = [one for v, every in names.items() if first <= v <= top for one in every]
    if older is None:
        given += names.get(0, [])
    return History(_entries(shown, given), names, older, cut=bool(bottom) and len(found) == 1)


def _entries(shown: Sequence[Sitting], given: Iterable[Named]) -> list[Entry]:
    full_name = full_names(one.author_id for one in shown)
    # At one version its names stand above the sitting that made it, the newest first.
    lines = [((one.version, 1, one.at.timestamp()), Entry(None, one, one.by)) for one in given] + [
        ((one.last, 0, 0.0), Entry(one, None, full_name(one.author_id))) for one in shown
    ]
    return [entry for _, entry in sorted(lines, key=lambda line: line[0], reverse=True)]


def _made(story_id: int, after: int, upto: int) -> list[Made]:
    """What came in between, oldest first. Steps sent together share their moment: one row each."""
    version = StoryStep.version
    rows = (
        select(func.min(version), func.max(version), StoryStep.author_id, StoryStep.at)
        .where(StoryStep.story_id == story_id, version > after, version <= upto)
        .group_by(StoryStep.author_id, StoryStep.client, StoryStep.at)
        .order_by(func.min(version))
    )
    return [Made(*row) for row in db.session.execute(rows)]


def refuse_unknown(story: Story, version: int) -> None:
    """`documents.at` would give the newest for a version that is still to come."""
    if version > story.version:
        raise NotFound(
            f"There is no version {version} of this story; the newest is {story.version}."
        )


def made(story_id: int, version: int) -> Made | None:
    """Who made that version; None for the one that a story begins with."""
    found = _made(story_id, version - 1, version)
    return found[0] if found else None


def sitting_before(story_id: int, version: int, names: Names) -> Sitting | None:
    """The sitting that ended with that version."""
    found = sittings(_made(story_id, max(0, version - NEARBY), version), names)
    return found[-1] if found else None


def sitting_after(story_id: int, version: int, names: Names) -> Sitting | None:
    """The sitting that began behind that version."""
    found = sittings(_made(story_id, version, version + NEARBY), names)
    return found[0] if found else None
