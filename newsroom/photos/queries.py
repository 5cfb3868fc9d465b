"""Reading the photo library: one photo, the photos of a story, a page of the light table."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from newsroom.db import db
from newsroom.errors import Away, NotFound
from newsroom.paging import PAGE
from newsroom.photos import library_queries
from newsroom.photos.library_filter import LibraryFilter
from newsroom.photos.library_queries import LibraryPage
from newsroom.photos.models import Photo, Rendition
from newsroom.photos.storage import AwayError, Store, originals, renditions
from newsroom.settings import current_settings


@dataclass(frozen=True)
class StoredFile:
    """A file to be sent: where it is, as what, and a tag that changes with its bytes."""

    path: Path
    media_type: str
    etag: str


def photo(photo_id: int) -> Photo:
    """One photo with its renditions; raises NotFound."""
    found = db.session.get(
        Photo, photo_id, options=[joinedload(Photo.renditions), selectinload(Photo.crops)]
    )
    if found is None:
        raise NotFound("There is no such photo in the library.")
    return found


def photos_by_id(ids: Collection[int]) -> dict[int, Photo]:
    """The photos of those ids with their renditions, in one query; unknown ids are left out."""
    if not ids:
        return {}
    rows = select(Photo).where(Photo.id.in_(set(ids))).options(joinedload(Photo.renditions))
    return {one.id: one for one in db.session.scalars(rows).unique()}


def exists(ids: Collection[int]) -> set[int]:
    """Those of the ids that are photos of the library."""
    if not ids:
        return set()
    return set(db.session.scalars(select(Photo.id).where(Photo.id.in_(set(ids)))))


def library(search: str = "", before_id: int | None = None, limit: int = PAGE) -> LibraryPage:
    """Photos that have every word of the search, the newest first."""
    return library_queries.page(LibraryFilter(q=search), before_id, limit)


def rendition_file(photo_id: int, name: str) -> StoredFile:
    """The file of one rendition; raises NotFound where it has not been made."""
    found = db.session.get(Rendition, (photo_id, name))
    if found is None:
        raise NotFound("There is no such picture, or it has not been made yet.")
    path = _present(renditions(current_settings().data_path), found.place)
    return StoredFile(path, found.format.media_type, path.stem)


def original_file(photo: Photo) -> StoredFile:
    """The file as it came in; to be sent as a download only."""
    path = _present(originals(current_settings().data_path), photo.original)
    return StoredFile(path, photo.format.media_type, photo.sha256)


def _present(store: Store, place: str) -> Path:
    try:
        return store.path(place)
    except FileNotFoundError as error:
        raise NotFound("The picture's file is missing in the newsroom's photo store.") from error
    except AwayError as error:
        raise Away(str(error)) from error
