"""Photos that came before something was read or made of every photo: their originals read again.

What is to be done is told by what stands there, so whoever is broken off begins anew where it was.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

from sqlalchemy import func, select

from newsroom.audit import Event
from newsroom.audit.queries import history_of
from newsroom.db import db, transaction
from newsroom.errors import Invalid
from newsroom.photos import (
    credential_reading,
    desk_words,
    queueing,
    rendering,
    renditions,
    service,
    storage,
)
from newsroom.photos.cleaning_again import words_again
from newsroom.photos.content_credentials import may_have_credentials
from newsroom.photos.facts import LABELS, Details, PhotoFacts
from newsroom.photos.formats import Picture, judge
from newsroom.photos.models import Photo, Status
from newsroom.photos.source_types import flag_of, severest
from newsroom.photos.upload_intake import OWN_CAPTION
from newsroom.photos.upload_models import PhotoUpload
from newsroom.roles import machine
from newsroom.settings import current_settings

READER = machine("the command that reads photos again")
AT_ONCE = 100
"""Photos whose numbers are asked for at once; each is read in a transaction of its own."""
LOST = "Its original cannot be read from the newsroom's photo store."


@dataclass(frozen=True)
class Again:
    """What changed of one photo; `trouble` is why it could not be read."""

    photo_id: int
    words: bool = False
    facts: bool = False
    credentials: bool = False
    sizes: bool = False
    trouble: str = ""


def count(first: int = 1) -> int:
    return db.session.scalar(select(func.count()).where(Photo.id >= first)) or 0


def read_all(first: int = 1) -> Iterator[Again]:
    """Each photo from that number on. Opens its own transactions: call it outside of any."""
    while ids := db.session.scalars(
        select(Photo.id).where(Photo.id >= first).order_by(Photo.id).limit(AT_ONCE)
    ).all():
        yield from (read(photo_id) for photo_id in ids)
        first = ids[-1] + 1


def read(photo_id: int) -> Again:
    """Read one again, and make of it at once what a worker would; again changes nothing.

    Raises AwayError where the store does not answer.
    """
    photo = db.session.get_one(Photo, photo_id)
    place, name, size = photo.original, photo.file_name, photo.bytes
    try:
        data = storage.originals(current_settings().data_path).path(place).read_bytes()
        picture = judge(data)
    except storage.AwayError:
        raise
    except OSError:
        return Again(photo_id, trouble=LOST)
    except Invalid as refused:
        return Again(photo_id, trouble=refused.sentence)
    facts = service.facts_of(picture, name, size)
    with transaction():
        words, told = _change(photo_id, data, picture, facts)
    return Again(
        photo_id,
        words,
        told,
        credentials=_done(photo_id, credential_reading.are_waiting, credential_reading.read),
        sizes=_done(photo_id, rendering.is_waiting, rendering.render),
    )


def _done(photo_id: int, waits: Callable[[int], bool], do: Callable[[int], None]) -> bool:
    """Whether what waited for a worker, from this run or from one that was broken off, is done."""
    if not waits(photo_id):
        return False
    do(photo_id)
    return not waits(photo_id)


def _change(photo_id: int, data: bytes, picture: Picture, facts: PhotoFacts) -> tuple[bool, bool]:
    """Whether its words and its other facts changed; what follows of it waits then."""
    photo = service.locked(photo_id)
    stale = _is_stale(photo, picture)
    told = _tell(photo, facts)
    words = _clean(photo, facts)
    _ask(photo, data, facts.details)
    if told and not words:
        queueing.changed(photo)  # its renditions carry the facts
    elif stale and not words:
        queueing.queue(photo)
    return words, told


def _is_stale(photo: Photo, picture: Picture) -> bool:
    """Whether it has other sizes than are made today; one that was given up stays so."""
    if photo.status != Status.READY:
        return False
    order = renditions.order_of(picture, photo.orientation, rendering.cuts_of(photo), photo.focus)
    return {one.name for one in photo.renditions} != {one.name for one in order.wanted}


def _tell(photo: Photo, facts: PhotoFacts) -> bool:
    """What the file says beside its words, and no person sets."""
    before = (photo.details, photo.taken_at, photo.digital_source, photo.notes, photo.flagged)
    kept = tuple(one for one in photo.notes if one.startswith(OWN_CAPTION))
    flag = severest(photo.flag, flag_of(facts.digital_source))
    after = (
        facts.details,
        facts.taken_at or photo.taken_at,
        facts.digital_source or photo.digital_source,
        (*facts.notes, *kept),
        flag.name if flag else "",
    )
    if before == after:
        return False
    photo.details_json = facts.details.as_json()
    photo.taken_at, photo.digital_source = after[1], after[2]
    photo.notes_json = json.dumps(after[3], ensure_ascii=False)
    photo.flagged = after[4]
    return True


def _clean(photo: Photo, facts: PhotoFacts) -> bool:
    cleaned = desk_words.cleaned(facts.words)
    words, originals = words_again(
        photo.words, photo.originals, facts.words, cleaned, _written(photo)
    )
    if originals != photo.originals:
        photo.originals_json = json.dumps(
            {name: asdict(one) for name, one in originals.items()}, ensure_ascii=False
        )
    before = photo.revision
    service.change_facts(READER, photo.id, service.shortened(words), before)
    return photo.revision != before


def _written(photo: Photo) -> set[str]:
    """The fields that somebody set since it came, by the log, or that its sender wrote."""
    changes: set[str] = set()
    for entry in history_of("photo", photo.id):
        if entry.event == Event.PHOTO_CHANGED.value and entry.actor_name != READER.name:
            changes.update(str(entry.facts["changes"]).split(", "))
    written = {name for name, label in LABELS.items() if label.lower() in changes}
    sent = select(PhotoUpload.id).where(
        PhotoUpload.photo_id == photo.id, PhotoUpload.caption == photo.caption
    )
    if photo.caption and db.session.scalar(sent.limit(1)) is not None:
        written.add("caption")
    return written


def _ask(photo: Photo, data: bytes, details: Details) -> None:
    """Have content credentials read that nobody has looked at, or not for all that is told today."""
    if credential_reading.are_of_before(photo.id):
        credential_reading.ask_again(photo)
    elif not credential_reading.are_asked_for(photo.id) and may_have_credentials(data, details):
        credential_reading.ask_for(photo)


@dataclass
class Tally:
    """How many were read again, and of how many each thing changed."""

    read: int = 0
    words: int = 0
    facts: int = 0
    credentials: int = 0
    sizes: int = 0
    trouble: int = 0

    def add(self, one: Again) -> None:
        self.read += 1
        for name in ("words", "facts", "credentials", "sizes"):
            setattr(self, name, getattr(self, name) + getattr(one, name))
        self.trouble += bool(one.trouble)

    @property
    def sentence(self) -> str:
        """What a run says at its end."""
        changed = (
            f"words of {self.words:,} cleaned anew, other facts of {self.facts:,} read anew, "
            f"content credentials of {self.credentials:,} read, sizes of {self.sizes:,} made anew"
        )
        return f"{self.read:,} read: {changed}; {self.trouble:,} could not be read."
