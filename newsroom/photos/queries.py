"""Reading the photo library: one photo, the photos of a story, a page of the light table."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload, undefer_group

from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.paging import PAGE, first_page
from newsroom.photos.models import READING, Photo, Rendition
from newsroom.photos.storage import originals, renditions
from newsroom.settings import current_settings

MOST_WORDS = 20
"""Words of a search that count; SQLite gives up at a thousand conditions."""


@dataclass(frozen=True)
class LibraryPage:
    """A page of the library, newest first; `older` is the id to ask the next page with."""

    photos: list[Photo]
    older: int | None


@dataclass(frozen=True)
class StoredFile:
    """A file to be sent: where it is, as what, and a tag that changes with its bytes."""

    path: Path
    media_type: str
    etag: str


def photo(photo_id: int) -> Photo:
    """One photo with its renditions; raises NotFound."""
    found = db.session.get(
        Photo, photo_id, options=[joinedload(Photo.renditions), undefer_group(READING)]
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
    """Photos whose words or file name hold every word of the search, in any case; newest first."""
    rows = select(Photo).options(selectinload(Photo.renditions)).order_by(Photo.id.desc())
    for word in list(dict.fromkeys(search.casefold().split()))[:MOST_WORDS]:
        rows = rows.where(Photo.search_text.contains(word, autoescape=True))
    if before_id is not None:
        rows = rows.where(Photo.id < before_id)
    return LibraryPage(*first_page(rows, limit))


def rendition_file(photo_id: int, name: str) -> StoredFile:
    """The file of one rendition; raises NotFound where it has not been made."""
    found = db.session.get(Rendition, (photo_id, name))
    if found is None:
        raise NotFound("There is no such picture, or it has not been made yet.")
    path = renditions(current_settings().data_path).path(found.place)
    return _present(StoredFile(path, found.format.media_type, path.stem))


def original_file(photo: Photo) -> StoredFile:
    """The file as it came in; to be sent as a download only."""
    path = originals(current_settings().data_path).path(photo.original)
    return _present(StoredFile(path, photo.format.media_type, photo.sha256))


def _present(file: StoredFile) -> StoredFile:
    if not file.path.is_file():
        raise NotFound("The picture's file is missing on the newsroom's disk.")
    return file
