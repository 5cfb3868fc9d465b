"""A page of the light table: which photos a view shows, and in what order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, case, false, or_, select, tuple_
from sqlalchemy.orm import selectinload

from newsroom.accounts.models import Grant
from newsroom.db import db, storable
from newsroom.paging import PAGE, first_page
from newsroom.photos import looks, search_index, uses
from newsroom.photos.library_filter import LibraryFilter
from newsroom.photos.library_models import Collected
from newsroom.photos.models import Photo
from newsroom.photos.rights.categories import Kind
from newsroom.photos.rights.models import PhotoRights
from newsroom.photos.upload_models import UploadLink
from newsroom.settings import current_settings

LATELY = 1_000
"""Photos among which a filter's choices are looked for."""


@dataclass(frozen=True)
class LibraryPage:
    """A page of the library; `older` is the id to ask the next page with."""

    photos: list[Photo]
    older: int | None


def page(asked: LibraryFilter, after: int | None = None, limit: int = PAGE) -> LibraryPage:
    """In the order that the view names, from behind the photo of that number."""
    rows = matching(asked).options(selectinload(Photo.renditions))
    if asked.words.like is not None:
        return LibraryPage(_nearest_first(rows, asked.words.like, limit), None)
    return LibraryPage(*first_page(_in_order(rows, asked, after), limit))


def matching(asked: LibraryFilter) -> Select[Photo]:
    """The photos of a view, in no order."""
    rows = select(Photo)
    words = asked.words
    if words.wanted or words.unwanted:
        rows = search_index.found(rows, words)
    elif asked.q and words.like is None:
        rows = rows.where(false())  # signs without a word stand nowhere
    chosen = (rule(getattr(asked, name)) for name, rule in RULES.items() if getattr(asked, name))
    return rows.where(*chosen)


def _on_desk(number: str) -> ColumnElement[bool]:
    people = select(Grant.person_id).where(Grant.desk_id == int(number))
    sent_to_it = select(UploadLink.id).where(UploadLink.desk_id == int(number))
    return or_(
        Photo.uploaded_by_id.in_(people),
        Photo.link_id.in_(sent_to_it),
        uses.on_desk(int(number)),
    )


def _orientation(word: str) -> ColumnElement[bool]:
    if word == "square":
        return Photo.width == Photo.height
    return Photo.width > Photo.height if word == "landscape" else Photo.width < Photo.height


def _rights(word: str) -> ColumnElement[bool]:
    said = Photo.id.in_(select(PhotoRights.photo_id).where(PhotoRights.kind != Kind.UNKNOWN))
    return said if word == "set" else ~said


def _in_collection(number: str) -> ColumnElement[bool]:
    inside = select(Collected.photo_id).where(Collected.collection_id == int(number))
    return Photo.id.in_(inside)


def _midnight(day: str, later: int = 0) -> datetime:
    zone = ZoneInfo(current_settings().timezone)
    return datetime.combine(date.fromisoformat(day), time(), zone) + timedelta(days=later)


RULES: dict[str, Callable[[str], ColumnElement[bool]]] = {
    "desk": _on_desk,
    "orientation": _orientation,
    "used": uses.in_use,
    "rights": _rights,
    "agency": lambda name: Photo.agency == name,
    "collection": _in_collection,
    "taken_from": lambda day: Photo.taken_at >= _midnight(day),
    "taken_to": lambda day: Photo.taken_at < _midnight(day, 1),
    "added_from": lambda day: Photo.uploaded_at >= _midnight(day),
    "added_to": lambda day: Photo.uploaded_at < _midnight(day, 1),
}
"""What each filter of a view asks of a photo."""


def _in_order(rows: Select[Photo], asked: LibraryFilter, after: int | None) -> Select[Photo]:
    if asked.sort in {"taken", "first-taken"}:
        return _by_day_taken(rows, after, newest_first=asked.sort == "taken")
    number = search_index.number(asked.words)
    if asked.sort == "oldest":
        return (rows.where(number > after) if after else rows).order_by(number)
    return (rows.where(number < after) if after else rows).order_by(number.desc())


def _by_day_taken(rows: Select[Photo], after: int | None, *, newest_first: bool) -> Select[Photo]:
    place: Any = tuple_(Photo.taken_at, Photo.id)
    rows = rows.where(Photo.taken_at.is_not(None))
    at = db.session.scalar(select(Photo.taken_at).where(Photo.id == after)) if after else None
    if at is not None:
        rows = rows.where(place < (at, after) if newest_first else place > (at, after))
    order = (Photo.taken_at, Photo.id)
    return rows.order_by(*(one.desc() for one in order)) if newest_first else rows.order_by(*order)


def _nearest_first(rows: Select[Photo], photo_id: int, limit: int) -> list[Photo]:
    near = looks.similar(photo_id, limit) if storable(photo_id) else []
    if not near:
        return []
    places = case({one.photo_id: place for place, one in enumerate(near)}, value=Photo.id)
    rows = rows.where(Photo.id.in_([one.photo_id for one in near])).order_by(places)
    return list(db.session.scalars(rows))


def agencies() -> list[str]:
    """Those whose photos came lately, for the filter to offer."""
    lately = select(Photo.agency).order_by(Photo.id.desc()).limit(LATELY).subquery()
    names = db.session.scalars(select(lately.c.agency).distinct())
    return sorted((name for name in names if name), key=str.casefold)
