"""The photos of a story as the caption check holds them against it, and whether they changed since."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, select

from newsroom.clock import local
from newsroom.db import db
from newsroom.photos.captions.material import PhotoSays
from newsroom.photos.models import Photo
from newsroom.stories.caption_models import CaptionPhoto
from newsroom.stories.summary import Figure

NAMES_IN = ("caption", "headline", "people", "event")
"""What of a photo's metadata may confirm a name."""

Revisions = Mapping[int, int]
"""Photo to the revision of its words."""


def photos(ids: Collection[int]) -> dict[int, Photo]:
    if not ids:
        return {}
    return {one.id: one for one in db.session.scalars(select(Photo).where(Photo.id.in_(ids)))}


def says(photo: Photo) -> PhotoSays:
    return PhotoSays(
        photo.creator,
        photo.credit,
        local(photo.taken_at) if photo.taken_at else None,
        photo.file_name,
        tuple(getattr(photo, name) for name in NAMES_IN),
        tuple(part for line in photo.place.splitlines() for part in line.split(", ")),
    )


def whose(figures: Iterable[Figure], photos: Mapping[int, Photo]) -> dict[int, str]:
    """By figure, the first photo that the library has its caption for, where its own has another.

    One of a series is captioned as the others: then its own photo has that caption too.
    """
    asked = {one.number: one.caption for one in figures if _has_another(one, photos)}
    if not asked:
        return {}
    first = select(func.min(Photo.id)).where(Photo.caption.in_(asked.values()))
    rows = select(Photo).where(Photo.id.in_(first.group_by(Photo.caption)))
    found = {one.caption: f"photo {one.id}, {one.file_name}" for one in db.session.scalars(rows)}
    return {number: found[said] for number, said in asked.items() if said in found}


def _has_another(figure: Figure, photos: Mapping[int, Photo]) -> bool:
    own = photos.get(figure.photo or 0)
    return bool(figure.photo and figure.caption) and (own is None or own.caption != figure.caption)


def keep(read: Mapping[int, Revisions]) -> None:
    """By story, what was read of its photos; of most nothing has changed, and nothing is written."""
    kept: dict[int, dict[int, int]] = {story_id: {} for story_id in read}
    for row in db.session.scalars(select(CaptionPhoto).where(CaptionPhoto.story_id.in_(read))):
        kept[row.story_id][row.photo_id] = row.revision
    for story_id, revisions in read.items():
        if kept[story_id] != revisions:
            _replace(story_id, revisions)


def _replace(story_id: int, revisions: Revisions) -> None:
    db.session.execute(delete(CaptionPhoto).where(CaptionPhoto.story_id == story_id))
    db.session.add_all(
        CaptionPhoto(story_id=story_id, photo_id=photo_id, revision=revision)
        for photo_id, revision in revisions.items()
    )
    db.session.flush()


def changed_since(story_id: Any) -> ColumnElement[bool]:
    """Whether a photo of the story says something else by now; of a number or a column."""
    return exists().where(
        CaptionPhoto.story_id == story_id,
        Photo.id == CaptionPhoto.photo_id,
        Photo.revision != CaptionPhoto.revision,
    )


def stories_with(photo_id: int) -> Iterable[int]:
    wanted = select(CaptionPhoto.story_id).where(CaptionPhoto.photo_id == photo_id)
    return db.session.scalars(wanted.order_by(CaptionPhoto.story_id)).all()
