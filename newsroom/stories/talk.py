"""The talk about a story as pages show it: each thread at its place in the newest version."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsroom.stories import comments, mentions
from newsroom.stories.anchors import Anchor, Taken
from newsroom.stories.comment_models import StoryComment, StoryThread
from newsroom.stories.comment_queries import Row
from newsroom.stories.models import Story
from newsroom.stories.standing import MustFix
from newsroom.stories.words import short

SAID_IN_GATE = 60
"""Characters of a thread's words that a refusal quotes."""


@dataclass(frozen=True)
class Comment:
    row: StoryComment
    author: str

    @property
    def parts(self) -> Iterator[tuple[str, bool]]:
        return mentions.parts(self.row.text, self.row.named.split())


@dataclass(frozen=True)
class Thread:
    """A thread and what was said in it, where its words stand now."""

    row: StoryThread
    comments: Sequence[Comment]
    resolved_by: str
    anchor: Anchor | None
    """None where it is about the whole story."""

    @property
    def start(self) -> int | None:
        return self.anchor.start if self.anchor else None

    @property
    def end(self) -> int | None:
        return self.anchor.end if self.anchor else None

    @property
    def taken(self) -> Taken | None:
        return self.anchor.taken if self.anchor else None

    @property
    def deleted(self) -> bool:
        """Whether its words were deleted; it then stands where they stood."""
        return self.taken is not None

    @property
    def order(self) -> tuple[int, int]:
        """Document order, and what is about the whole story before all of it."""
        return (-1 if self.start is None else self.start, self.row.id)


def threads(story: Story, rows: Sequence[Row]) -> list[Thread]:
    """In document order; the steps since the oldest place are read once, and seldom at all."""
    places = _places(story, {row[0].id: row[0] for row in rows}.values())
    found = [_thread(group, places) for group in _by_thread(rows)]
    return sorted(found, key=lambda one: one.order)


def must_fix(rows: Sequence[Row]) -> tuple[MustFix, ...]:
    """What keeps copy from being passed."""
    return tuple(
        MustFix(first[0].id, first[2], short(first[0].words, SAID_IN_GATE))
        for first in (group[0] for group in _by_thread(rows))
        if first[0].must_fix and first[0].open
    )


def _by_thread(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for _, group in groupby(rows, key=lambda row: row[0].id):
        yield list(group)


Places = dict[int, Anchor]


def _places(story: Story, rows: Collection[StoryThread]) -> Places:
    on_words = [row for row in rows if row.start is not None]
    trail = comments.trail_of(story.id, on_words, story.version)
    return {row.id: comments.placed(row, trail) for row in on_words}


def _thread(group: Sequence[Row], places: Places) -> Thread:
    row, _, _, resolved_by = group[0]
    said = [Comment(comment, author) for _, comment, author, _ in group]
    return Thread(row, said, resolved_by or "", places.get(row.id))
