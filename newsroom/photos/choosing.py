"""What the dialog "Choose a photo" offers: what was sent for its story first, then the library."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import selectinload

from newsroom.db import db
from newsroom.photos import library_queries, queries
from newsroom.photos.asked_words import begun
from newsroom.photos.library_filter import LibraryFilter
from newsroom.photos.models import Photo
from newsroom.photos.upload_models import PhotoUpload, UploadLink, UploadState

MOST = 24
"""Photos of the library that are offered at once."""
MOST_SENT = 100


@dataclass(frozen=True)
class Offer:
    """Each newest first; no photo is in both."""

    sent: list[Photo]
    others: list[Photo]


def offered(search: str, story_id: int | None) -> Offer:
    """What the search finds, for a story or for none."""
    asked = LibraryFilter(q=begun(search))
    # What looks like a photo stands in the order of its likeness, wherever it came from.
    sent = _sent_for(story_id, asked) if story_id and asked.words.like is None else []
    known = {one.id for one in sent}
    page = queries.library(asked.q, limit=MOST + len(sent))
    return Offer(sent, [one for one in page.photos if one.id not in known][:MOST])


def only(photo_id: int) -> Offer:
    """One photo that was just added; raises NotFound."""
    return Offer([], [queries.photo(photo_id)])


def _sent_for(story_id: int, asked: LibraryFilter) -> list[Photo]:
    rows = library_queries.matching(asked).where(_came_for(story_id))
    newest = rows.order_by(Photo.id.desc()).limit(MOST_SENT)
    return list(db.session.scalars(newest.options(selectinload(Photo.renditions))))


def _came_for(story_id: int) -> ColumnElement[bool]:
    """Through a link of the story; also where the library had the very file before."""
    came = (
        select(PhotoUpload.photo_id)
        .join(UploadLink, PhotoUpload.link_id == UploadLink.id)
        .where(UploadLink.story_id == story_id, PhotoUpload.state == UploadState.TAKEN)
    )
    return Photo.id.in_(came)
