"""Which stories a photo stands in: kept with each edit of a figure, asked when the photo changes."""

from collections.abc import Collection, Iterable

from sqlalchemy import delete, select

from newsroom.db import db
from newsroom.photos.queries import exists
from newsroom.stories.models import Story
from newsroom.stories.photo_models import StoryPhoto
from newsroom.stories.summary import Figure


def keep(story: Story, figures: Iterable[Figure]) -> None:
    """The photos of its figures, after an edit of any of them."""
    shown = {figure.photo for figure in figures if figure.photo}
    known = set(photos_of(story.id))
    if gone := known - shown:
        rows = delete(StoryPhoto).where(
            StoryPhoto.story_id == story.id, StoryPhoto.photo_id.in_(gone)
        )
        db.session.execute(rows)
    for photo in sorted(exists(shown - known)):
        db.session.add(StoryPhoto(story_id=story.id, photo_id=photo))


def photos_of(story_id: int) -> list[int]:
    return list(
        db.session.scalars(select(StoryPhoto.photo_id).where(StoryPhoto.story_id == story_id))
    )


def stories_with(photo_ids: Collection[int]) -> list[tuple[int, Story]]:
    """Each photo with each story that it stands in, by photo and story."""
    wanted = (
        select(StoryPhoto.photo_id, Story)
        .join(Story, Story.id == StoryPhoto.story_id)
        .where(StoryPhoto.photo_id.in_(set(photo_ids)))
        .order_by(StoryPhoto.photo_id, Story.id)
    )
    return [(photo, story) for photo, story in db.session.execute(wanted)] if photo_ids else []
