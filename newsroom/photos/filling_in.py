"""Photos that came before the library could search by words and looks are read again, in slices."""

import time

from sqlalchemy import select

from newsroom.db import db, locked_row, transaction
from newsroom.photos import looks, search_index
from newsroom.photos.library_models import Likeness
from newsroom.photos.models import Photo, Rendition, Status
from newsroom.photos.storage import renditions
from newsroom.settings import current_settings

AT_ONCE = 100
"""Photos a transaction."""
PATIENCE_SECONDS = 20.0
"""After so long the rest waits for the next message: others wait in line too."""


def fill_in() -> int:
    """How many steps it took; opens its own transactions, and run again finds nothing to do."""
    begun, done = time.monotonic(), 0
    while time.monotonic() - begun < PATIENCE_SECONDS:
        step = _put_in_index() + _look_at_pictures()
        if not step:
            break
        done += step
    return done


def _put_in_index() -> int:
    ids = db.session.scalars(search_index.without_words().limit(AT_ONCE)).all()
    for photo_id in ids:
        with transaction():
            photo = locked_row(select(Photo).where(Photo.id == photo_id))
            if photo is not None:
                photo.words = photo.words
                found = [{"id": photo.id, "words": photo.search_text}]
                search_index.write(db.session.connection(), found)
    return len(ids)


def _look_at_pictures() -> int:
    thumbs = _unseen()
    for photo_id, place in thumbs:
        look = _look_at(place)
        with transaction():
            looks.keep(photo_id, look)
    return len(thumbs)


def _unseen() -> list[tuple[int, str]]:
    """Photos and where their smallest rendition lies."""
    known = select(Likeness.photo_id).where(Likeness.photo_id == Rendition.photo_id)
    rows = (
        select(Rendition.photo_id, Rendition.place)
        .join(Photo, Photo.id == Rendition.photo_id)
        .where(Rendition.name == looks.SEEN_IN, Photo.status == Status.READY, ~known.exists())
        .order_by(Rendition.photo_id)
        .limit(AT_ONCE)
    )
    return [(number, place) for number, place in db.session.execute(rows)]


def _look_at(place: str) -> int | None:
    """None where the file is missing or broken: it is not looked at again and again."""
    try:
        return looks.look_of(renditions(current_settings().data_path).path(place).read_bytes())
    except OSError:
        return None
