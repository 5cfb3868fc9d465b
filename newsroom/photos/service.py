"""How a photo enters the library and how what it says of itself is set right."""

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import PurePosixPath
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from newsroom.audit import Event, record
from newsroom.db import db, locked_row
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.jobs import Job, enqueue
from newsroom.photos import credential_reading, desk_words, metadata
from newsroom.photos.cleaners import Original
from newsroom.photos.content_credentials import may_have_credentials
from newsroom.photos.facts import LABELS, LIMITS, PARAGRAPHS, PhotoFacts, Words
from newsroom.photos.formats import Picture, doubts, judge
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs
from newsroom.photos.models import Photo, Status
from newsroom.photos.queueing import queue
from newsroom.photos.rights import service as rights
from newsroom.photos.source_types import flag_of
from newsroom.photos.storage import NotKeptError, originals
from newsroom.roles import Actor, Permission
from newsroom.settings import current_settings
from newsroom.whole_files import fingerprint

FILE_NAME_LIMIT = 200
TURNED_ON_ITS_SIDE = 5
"""From this EXIF orientation on, what is stored as width is seen as height."""


@dataclass(frozen=True)
class Received:
    """A file that was judged, read and kept on disk, but is in nobody's library yet."""

    file_name: str
    sha256: str
    size: int
    picture: Picture
    facts: PhotoFacts
    originals: dict[str, Original]
    """What the file said in the fields that were cleaned."""
    may_have_credentials: bool


@dataclass(frozen=True)
class Entered:
    """The photo, and whether the library had these very bytes already."""

    photo: Photo
    already: bool


def add_photo(actor: Actor, file_name: str, data: bytes) -> Photo:
    """Both halves at once; a page receives first, so that the disk's pace holds up no writer."""
    return enter(actor, receive(actor, file_name, data)).photo


def receive(actor: Actor, file_name: str, data: bytes) -> Received:
    """Judge the file, read its facts and keep its bytes; needs no transaction.

    Raises Invalid with a sentence where it is no photo or the disk does not take it.
    """
    actor.require(Permission.ADD_PHOTOS)
    name = base_name(file_name)
    picture = judge(data)
    facts = facts_of(picture, name, len(data))
    cleaned = desk_words.cleaned(facts.words)
    try:
        originals(current_settings().data_path).put(data, picture.format.suffix)
    except NotKeptError as error:
        raise Invalid(error.sentence) from error
    return Received(
        name,
        fingerprint(data),
        len(data),
        picture,
        replace(facts, words=cleaned.words),
        cleaned.originals,
        may_have_credentials(data, facts.details),
    )


def facts_of(picture: Picture, file_name: str, size: int) -> PhotoFacts:
    """What the file says, as it says it, with what is doubtful in it; `size` in bytes."""
    facts = metadata.read(picture.blocks, ZoneInfo(current_settings().timezone))
    return replace(facts, notes=(*doubts(picture, file_name, size), *facts.notes))


def enter(actor: Actor, received: Received) -> Entered:
    """Put a received file into the library, once; its renditions are made by a worker."""
    actor.require(Permission.ADD_PHOTOS)
    found = _with_bytes(received.sha256)
    if found is not None:
        return Entered(found, already=True)
    photo = _new(actor, received)
    try:
        # Two people may send one picture at the same moment; the database lets one of them in.
        with db.session.begin_nested():
            db.session.add(photo)
    except IntegrityError:
        found = _with_bytes(received.sha256)
        if found is None:
            raise
        return Entered(found, already=True)
    record(actor, Event.PHOTO_ADDED, "photo", photo.id, name=photo.file_name)
    if received.may_have_credentials:
        credential_reading.ask_for(photo)
    rights.recall(photo)
    enqueue(Job.PHOTOS_RENDER, photo.id)
    return Entered(photo, already=False)


def may_change(actor: Actor, photo: Photo) -> bool:
    """The photo desk changes any photo; who added one may set right what it says."""
    own = photo.uploaded_by_id is not None and photo.uploaded_by_id == actor.id
    return actor.may(Permission.EDIT_PHOTOS) or (own and actor.may(Permission.ADD_PHOTOS))


def change_facts(actor: Actor, photo_id: int, words: Words, revision: int) -> Photo:
    """Set its words right, starting from the revision that the person saw.

    Its renditions are made again, for they carry the words. Raises Conflict where somebody else
    changed it meanwhile.
    """
    photo = locked(photo_id)
    if not may_change(actor, photo):
        raise NotAllowed("You may change what a photo says of itself only where you added it.")
    if photo.revision != revision:
        raise Conflict(
            "Somebody changed this photo while you wrote. Your words are still in the form; "
            "compare them with theirs and save again."
        )
    clean = _clean(words)
    changed = [
        one.name for one in fields(Words) if getattr(photo, one.name) != getattr(clean, one.name)
    ]
    if not changed:
        return photo
    photo.words = clean
    photo.revision += 1
    labels = ", ".join(LABELS[name].lower() for name in changed)
    record(actor, Event.PHOTO_CHANGED, "photo", photo.id, name=photo.file_name, changes=labels)
    rights.recall(photo)
    queue(photo)
    enqueue(Job.STORIES_PHOTO_SAID, photo.id)
    return photo


def try_again(actor: Actor, photo_id: int) -> Photo:
    """Make the renditions of a photo for which that had been given up."""
    photo = locked(photo_id)
    if not may_change(actor, photo):
        raise NotAllowed("You may try again only with photos that you added.")
    if photo.status == Status.FAILED:
        queue(photo)
    return photo


def locked(photo_id: int) -> Photo:
    """One photo, to be changed; raises NotFound."""
    found = locked_row(select(Photo).where(Photo.id == photo_id))
    if found is None:
        raise NotFound("There is no such photo in the library.")
    return found


def _with_bytes(sha256: str) -> Photo | None:
    return db.session.scalar(select(Photo).where(Photo.sha256 == sha256))


def _new(actor: Actor, received: Received) -> Photo:
    picture, facts = received.picture, received.facts
    flag = flag_of(facts.digital_source)
    sides = picture.size
    if facts.orientation >= TURNED_ON_ITS_SIDE:
        sides = (sides[1], sides[0])
    return Photo(
        sha256=received.sha256,
        file_name=received.file_name,
        format_name=picture.format.value,
        width=sides[0],
        height=sides[1],
        bytes=received.size,
        orientation=facts.orientation,
        words=facts.words,
        taken_at=facts.taken_at,
        digital_source=facts.digital_source,
        notes_json=json.dumps(facts.notes, ensure_ascii=False),
        details_json=facts.details.as_json(),
        originals_json=json.dumps(
            {name: asdict(one) for name, one in received.originals.items()}, ensure_ascii=False
        ),
        flagged=flag.name if flag else "",
        uploaded_by_id=actor.id,
    )


def base_name(file_name: str) -> str:
    """The last part of a path of any system, as one line."""
    name = clean_line(PurePosixPath(file_name.replace("\\", "/")).name)
    return name[-FILE_NAME_LIMIT:] or "photo"


def shortened(words: Words) -> Words:
    """As the library keeps words that no person can be asked about."""
    short = {}
    for one in fields(Words):
        clean = clean_paragraphs if one.name in PARAGRAPHS else clean_line
        short[one.name] = clean(getattr(words, one.name))[: LIMITS[one.name]]
    return Words(**short)


def _clean(words: Words) -> Words:
    """Raises Invalid, naming each field that is too long."""
    clean, too_long = {}, {}
    for one in fields(Words):
        text = getattr(words, one.name)
        clean[one.name] = (clean_paragraphs if one.name in PARAGRAPHS else clean_line)(text)
        if len(clean[one.name]) > LIMITS[one.name]:
            too_long[one.name] = f"At most {LIMITS[one.name]:,} characters."
    if too_long:
        raise Invalid("Something is too long; nothing was changed.", too_long)
    return Words(**clean)
