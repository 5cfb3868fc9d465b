"""Where photos are used: what stories and the paper tell the library, and what it tells of it."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select, update

from newsroom.db import db
from newsroom.photos.library_models import PhotoUse
from newsroom.photos.models import Photo

USED = or_(PhotoUse.stands, PhotoUse.ran_at.is_not(None))


def keep_story(story_id: int, desk_id: int, photo_ids: Collection[int]) -> None:
    """The story's newest version has these photos and no others; with the story locked."""
    rows = _of_story(story_id)
    for number, row in rows.items():
        row.stands = number in photo_ids
        if not row.stands and row.ran_at is None:
            db.session.delete(row)
    new = set(photo_ids) - rows.keys()
    db.session.add_all(_row(number, story_id, desk_id, stands=True) for number in sorted(new))


def move_story(story_id: int, desk_id: int) -> None:
    """The story is another desk's from now on."""
    db.session.execute(
        update(PhotoUse).where(PhotoUse.story_id == story_id).values(desk_id=desk_id)
    )


def run(story_id: int, desk_id: int, photo_ids: Collection[int], at: datetime) -> None:
    """The paper printed the story with these photos; with the story locked."""
    rows = _of_story(story_id)
    for number in sorted(photo_ids):
        row = rows.get(number)
        if row is None:
            row = _row(number, story_id, desk_id, stands=True)
            db.session.add(row)
        row.ran_at = row.ran_at or at


def in_use(asked: str) -> ColumnElement[bool]:
    """The condition on a photo that a filter's word names: story, ran or no."""
    if asked == "no":
        known = select(PhotoUse.photo_id).where(PhotoUse.photo_id == Photo.id, USED)
        return ~known.exists()
    which = PhotoUse.stands if asked == "story" else PhotoUse.ran_at.is_not(None)
    return Photo.id.in_(select(PhotoUse.photo_id).where(which))


def on_desk(desk_id: int) -> ColumnElement[bool]:
    """Photos in stories of the desk."""
    return Photo.id.in_(select(PhotoUse.photo_id).where(PhotoUse.desk_id == desk_id))


def stories_of(photo_ids: Collection[int]) -> list[PhotoUse]:
    """Each use of the photos, those that ran last first."""
    rows = select(PhotoUse).where(PhotoUse.photo_id.in_(photo_ids))
    return list(db.session.scalars(rows.order_by(PhotoUse.story_id.desc()))) if photo_ids else []


def _of_story(story_id: int) -> dict[int, PhotoUse]:
    rows = db.session.scalars(select(PhotoUse).where(PhotoUse.story_id == story_id))
    return {row.photo_id: row for row in rows}


def _row(photo_id: int, story_id: int, desk_id: int, *, stands: bool) -> PhotoUse:
    return PhotoUse(photo_id=photo_id, story_id=story_id, desk_id=desk_id, stands=stands)
