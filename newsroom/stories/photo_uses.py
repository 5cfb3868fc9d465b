"""What the library is told of a story's photos: which of them its newest version has."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from prosemirror.model import Node
from sqlalchemy import select

from newsroom.db import db, locked_row, transaction
from newsroom.photos import uses
from newsroom.photos.library_models import PhotoUse
from newsroom.photos.queries import exists
from newsroom.stories import documents
from newsroom.stories.models import Story

AT_ONCE = 50
MOST_SHOWN = 50


def note(story: Story, before: Node | None, after: Node) -> None:
    """Of a change to a story that is locked; asks nothing where its photos stay the same."""
    photos = photos_in(after)
    if photos != (photos_in(before) if before else frozenset()):
        uses.keep_story(story.id, story.desk_id, exists(photos))


def photos_in(document: Node) -> frozenset[int]:
    figures = (block for block in document.children if block.type.name == "figure")
    numbers = (block.attrs["photo"] for block in figures)
    return frozenset(number for number in numbers if isinstance(number, int))


@dataclass(frozen=True)
class InStory:
    """A story that has a photo, or had it when it ran."""

    story: Story
    stands: bool
    ran_at: datetime | None


def stories_with(photo_id: int) -> list[InStory]:
    """The newest first."""
    rows = (
        select(Story, PhotoUse.stands, PhotoUse.ran_at)
        .join(PhotoUse, PhotoUse.story_id == Story.id)
        .where(PhotoUse.photo_id == photo_id)
        .order_by(Story.id.desc())
        .limit(MOST_SHOWN)
    )
    return [InStory(*row) for row in db.session.execute(rows)]


def standing_in(photo_ids: Collection[int]) -> list[tuple[int, Story]]:
    """Each photo with each story whose newest version has it, by photo and story."""
    wanted = (
        select(PhotoUse.photo_id, Story)
        .join(Story, Story.id == PhotoUse.story_id)
        .where(PhotoUse.photo_id.in_(set(photo_ids)), PhotoUse.stands)
        .order_by(PhotoUse.photo_id, Story.id)
    )
    return [(photo, story) for photo, story in db.session.execute(wanted)] if photo_ids else []


def note_earlier_stories() -> int:
    """Those written before the library was told; how many. Opens its own transactions."""
    ids = _untold()
    for story_id in ids:
        with transaction():
            story = locked_row(select(Story).where(Story.id == story_id))
            if story is not None:
                note(story, None, documents.at(story.id, story.version))
    return len(ids)


def _untold() -> list[int]:
    told = select(PhotoUse.story_id).where(PhotoUse.story_id == Story.id, PhotoUse.stands)
    rows = select(Story.id).where(Story.pictures > 0, ~told.exists()).order_by(Story.id)
    return list(db.session.scalars(rows.limit(AT_ONCE)))
