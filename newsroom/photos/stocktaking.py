"""Whether the photo store and the library agree: files without a row, rows without a file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from newsroom.db import db
from newsroom.photos import storage
from newsroom.photos.models import Photo, Rendition
from newsroom.photos.storage import Kept, Store
from newsroom.settings import current_settings


@dataclass
class Found:
    """A line for each thing that is wrong, and the orphans by the store they lie in."""

    missing: list[str] = field(default_factory=list)
    orphans: list[tuple[str, Kept]] = field(default_factory=list)


def take_stock(before: datetime) -> Found:
    """Look through all of both. A file younger than `before` is no orphan: its row may be coming."""
    found = Found()
    for part, store in _stores().items():
        # Files first: one that is named meanwhile is found among the rows.
        lying = {one.place: one for one in store.listing()}
        named = dict(_named(part))
        for place, name in named.items():
            if place not in lying and store.changed_at(place) is None and _still_named(part, place):
                found.missing.append(f"{name}: {part}/{place}")
        found.orphans += [
            (part, one)
            for place, one in lying.items()
            if place not in named and one.changed_at < before
        ]
    return found


def remove_orphans(orphans: Collection[tuple[str, Kept]]) -> int:
    """How many went; what a row has named since stays."""
    stores, gone = _stores(), 0
    for part, one in orphans:
        if not _still_named(part, one.place) and _unchanged(stores[part], one):
            stores[part].remove(one.place)
            gone += 1
    return gone


def _unchanged(store: Store, one: Kept) -> bool:
    """Whoever puts the same bytes again makes the file young before there is a row."""
    return store.changed_at(one.place) == one.changed_at


def _stores() -> dict[str, Store]:
    data = current_settings().data_path
    return {"originals": storage.originals(data), "renditions": storage.renditions(data)}


def _named(part: str) -> Iterator[tuple[str, str]]:
    """Each place that a row names, and what to call that row."""
    if part == "renditions":
        rows = select(Rendition.place, Rendition.photo_id, Rendition.name)
        for place, photo_id, name in db.session.execute(rows):
            yield place, f"photo {photo_id}, {name}"
        return
    photos = select(Photo.id, Photo.sha256, Photo.format_name)
    for photo_id, sha256, format_name in db.session.execute(photos):
        yield Photo(sha256=sha256, format_name=format_name).original, f"photo {photo_id}, original"


def _still_named(part: str, place: str) -> bool:
    if part == "renditions":
        named = select(Rendition.photo_id).where(Rendition.place == place)
    else:
        sha256 = place.rpartition("/")[2].partition(".")[0]
        named = select(Photo.id).where(Photo.sha256 == sha256)
    return db.session.scalar(named.limit(1)) is not None
