"""How renditions come about: the row is the job, claimed for a while, worked on, then recorded.

The pixels are worked on between two short transactions, for nobody else may write meanwhile on
the embedded database. A claim that was not answered in time is free to be taken again.
"""

import logging
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import select

from newsroom.db import after_commit, db, locked_row, now, transaction
from newsroom.errors import Invalid
from newsroom.jobs import Job, enqueue
from newsroom.photos import looks, renditions, storage
from newsroom.photos.apart import SlowError, make_apart
from newsroom.photos.credit_block import credit_block
from newsroom.photos.facts import PhotoFacts
from newsroom.photos.formats import Format, judge
from newsroom.photos.models import Photo, Rendition, Status
from newsroom.photos.parts import HEADS, Point
from newsroom.photos.renditions import Cut
from newsroom.photos.rights import queries as rights
from newsroom.photos.rights.licences import Licence
from newsroom.settings import current_settings

log = logging.getLogger(__name__)

DECODE: renditions.Decode = make_apart
"""Who turns strange bytes into pixels: another process, that may die of it."""

CLAIM = timedelta(seconds=100)
"""Longer than a worker lets any task run, so that a claim never outlives two workers' patience."""

RESTS = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
)
"""After each attempt that failed for a passing reason; after the last one it is given up."""

MOST_ATTEMPTS = len(RESTS) + 1

STALE = timedelta(seconds=60)
"""Since when a photo must be waiting before its job is sent again."""

RESENT_AT_ONCE = 500


class PassingError(Exception):
    """Not the picture's fault: a full disk, too little memory. `sentence` is for its page."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Claim:
    """The right to make one photo's renditions, and all that is needed to make them."""

    photo_id: int
    attempt: int
    revision: int
    original: str
    format: Format
    facts: PhotoFacts
    cuts: tuple[Cut, ...] = ()
    focus: Point = HEADS


@dataclass(frozen=True)
class Stored:
    """One rendition that was made, and its place on the shelf."""

    made: renditions.Made
    place: str

    def as_row(self) -> Rendition:
        return Rendition(
            name=self.made.name,
            format_name=self.made.format.value,
            width=self.made.width,
            height=self.made.height,
            bytes=len(self.made.data),
            place=self.place,
            part=self.made.part,
        )


def render(photo_id: int) -> None:
    """Make the renditions of a photo if that is still to be done; again changes nothing.

    Opens its own transactions: call it outside of any.
    """
    with transaction():
        claimed = claim(photo_id)
    if claimed is None:
        return
    try:
        made = make(claimed)
    except Invalid as error:
        with transaction():
            give_up(claimed, error.sentence)
    except PassingError as error:
        with transaction():
            put_off(claimed, error.sentence)
    else:
        seen = [looks.look_if_readable(data) for data in _seen(made)]
        with transaction():
            finish(claimed, made)
            for look in seen:
                looks.keep(claimed.photo_id, look)


def is_waiting(photo_id: int) -> bool:
    status = db.session.scalar(select(Photo.status).where(Photo.id == photo_id))
    return status == Status.PENDING


def claim(photo_id: int) -> Claim | None:
    """Take a waiting photo in hand; None where it is done, given up, resting or another's."""
    photo = db.session.scalar(
        select(Photo)
        .where(Photo.id == photo_id, Photo.status == Status.PENDING, Photo.not_before <= now())
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if photo is None:
        return None
    if photo.attempts >= MOST_ATTEMPTS:
        _fail(photo, photo.error or "Making its renditions was broken off again and again.")
        return None
    photo.attempts += 1
    photo.not_before = now() + CLAIM
    return Claim(
        photo.id,
        photo.attempts,
        photo.revision,
        photo.original,
        photo.format,
        licensed(photo.facts, rights.licence(rights.rights(photo.id))),
        cuts_of(photo),
        photo.focus,
    )


def licensed(facts: PhotoFacts, licence: Licence) -> PhotoFacts:
    """With the public licence that the desk knows it to be under, before what the file says."""
    if not licence:
        return facts
    words, details = facts.words, facts.details
    said = words.usage_terms
    if licence.name.casefold() not in said.casefold():
        said = ". ".join(filter(None, (licence.name, said)))
    return replace(
        facts,
        words=replace(words, usage_terms=said),
        details=replace(details, web_statement=licence.terms or details.web_statement),
    )


def cuts_of(photo: Photo) -> tuple[Cut, ...]:
    return tuple(
        Cut(one.id, one.name, one.part, stands=one.retired_at is None) for one in photo.crops
    )


def make(claimed: Claim) -> list[Stored]:
    """Make and store them; raises Invalid for a broken picture, PassingError for a bad moment."""
    data_path = current_settings().data_path
    shelf = storage.renditions(data_path)
    told = (claimed.facts.orientation, credit_block(claimed.facts), claimed.cuts, claimed.focus)
    try:
        data = storage.originals(data_path).path(claimed.original).read_bytes()
        made = renditions.make(data, judge(data), *told, decode=DECODE)
        return [Stored(one, shelf.put(one.data, one.format.suffix)) for one in made]
    except storage.NotKeptError as error:
        raise PassingError(error.sentence) from error
    except storage.AwayError as error:
        raise PassingError(str(error)) from error
    except MemoryError as error:
        raise PassingError("The picture is too large for this machine's memory.") from error
    except SlowError as error:
        raise PassingError("The machine was too busy to make the picture's sizes.") from error
    except OSError as error:
        raise PassingError("The original cannot be read from the newsroom's disk.") from error


def finish(claimed: Claim, made: list[Stored]) -> None:
    """Record what was made; dropped where the photo was changed or claimed anew meanwhile."""
    photo = _still_claimed(claimed)
    if photo is None:
        return
    _forget_unused([one.place for one in photo.renditions])
    photo.renditions = [one.as_row() for one in made]
    photo.status = Status.READY.value
    photo.error = None
    photo.attempts = 0


def _seen(made: list[Stored]) -> list[bytes]:
    """The rendition by which those that look like it are found."""
    return [one.made.data for one in made if one.made.name == looks.SEEN_IN]


def give_up(claimed: Claim, sentence: str) -> None:
    photo = _still_claimed(claimed)
    if photo is not None:
        _fail(photo, sentence)


def put_off(claimed: Claim, sentence: str) -> None:
    """Try later, for a bounded number of times."""
    photo = _still_claimed(claimed)
    if photo is None:
        return
    if photo.attempts >= MOST_ATTEMPTS:
        _fail(photo, sentence)
        return
    photo.error = sentence
    photo.not_before = now() + RESTS[photo.attempts - 1]


def resend_stale() -> int:
    """Send the jobs of photos that wait without a worker having them; gives how many."""
    waiting = db.session.scalars(
        select(Photo)
        .where(
            Photo.status == Status.PENDING,
            Photo.queued_at <= now() - STALE,
            Photo.not_before <= now(),
        )
        .order_by(Photo.queued_at)
        .limit(RESENT_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for photo in waiting:
        photo.queued_at = now()
        enqueue(Job.PHOTOS_RENDER, photo.id)
    return len(waiting)


def _still_claimed(claimed: Claim) -> Photo | None:
    """The photo, unless it was changed or claimed anew since."""
    photo = locked_row(select(Photo).where(Photo.id == claimed.photo_id))
    if photo is None or photo.status != Status.PENDING:
        return None
    same = (photo.attempts, photo.revision) == (claimed.attempt, claimed.revision)
    return photo if same else None


def _fail(photo: Photo, sentence: str) -> None:
    log.warning("no renditions of photo %d: %s", photo.id, sentence)
    photo.status = Status.FAILED.value
    photo.error = sentence


def _forget_unused(places: list[str]) -> None:
    """Remove their files once the change is committed, but for those that still have a row."""
    shelf = storage.renditions(current_settings().data_path)

    def forget() -> None:
        used = set(db.session.scalars(select(Rendition.place).where(Rendition.place.in_(places))))
        for place in set(places) - used:
            shelf.remove(place)

    after_commit(forget)
