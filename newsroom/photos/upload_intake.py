"""How a file that has arrived gets into the library: once, however often its worker is killed.

The file's lock is the claim: a process that dies lets go of it at once, and any other goes on.
"""

import logging
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from newsroom.accounts import queries as accounts
from newsroom.db import db, locked_row, now, transaction
from newsroom.errors import Invalid, NotAllowed
from newsroom.jobs import Job, enqueue
from newsroom.photos import links, sending, service
from newsroom.photos.incoming import BusyError
from newsroom.photos.service import Received
from newsroom.photos.upload_models import PhotoUpload, UploadState
from newsroom.roles import Actor

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 8
BROKEN_OFF = "Taking it in was broken off again and again. Save the picture anew and send that."
OWN_CAPTION = "The file's own caption: "
"""How the note begins that keeps what the file said where its sender wrote something newer."""
LOST = "Its bytes were lost on the newsroom's disk. Send it again."
STALE = timedelta(seconds=60)
"""Since when a file must be waiting before its job is sent again."""
RESENT_AT_ONCE = 500


def take_in(upload_id: int) -> None:
    """Judge, read, keep and enter a file that has arrived; again changes nothing.

    Opens its own transactions: call it outside of any.
    """
    row = db.session.get(PhotoUpload, upload_id)
    if row is None or row.state != UploadState.WAITING:
        return
    try:
        with sending.files().in_hand(row.token) as data:
            _take_in(upload_id, data)
    except BusyError:
        return  # another worker is at it
    except FileNotFoundError:
        with transaction():
            _refuse(_waiting(upload_id), LOST)


def resend_stale() -> int:
    """Send the jobs of files that wait without a worker having them. Inside transaction()."""
    waiting = db.session.scalars(
        select(PhotoUpload)
        .where(PhotoUpload.state == UploadState.WAITING, PhotoUpload.queued_at <= now() - STALE)
        .order_by(PhotoUpload.queued_at)
        .limit(RESENT_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for row in waiting:
        row.queued_at = now()
        enqueue(Job.PHOTOS_TAKE_IN, row.id)
    return len(waiting)


def _take_in(upload_id: int, data: bytes) -> None:
    with transaction():
        row = _waiting(upload_id)
        if row is None:
            return
        if row.attempts >= MOST_ATTEMPTS:
            _refuse(row, BROKEN_OFF)
            return
        row.attempts += 1
        actor = accounts.person(row.person_id).actor
    try:
        received = _with_caption(service.receive(actor, row.file_name, data), row.caption)
    except (Invalid, NotAllowed) as error:
        with transaction():
            _refuse(_waiting(upload_id), error.sentence)
        return
    with transaction():
        _enter(actor, upload_id, received)


def _enter(actor: Actor, upload_id: int, received: Received) -> None:
    row = _waiting(upload_id)
    if row is None:
        return
    entered = service.enter(actor, received)
    row.state, row.error = UploadState.TAKEN.value, ""
    row.photo_id, row.already = entered.photo.id, entered.already
    if row.link_id is not None:
        links.arrived(row, entered)
    sending.forget_bytes(row)


def _with_caption(received: Received, caption: str) -> Received:
    """What the sender wrote is newer than what stands in the file, which is noted then."""
    facts = received.facts
    if not caption or caption == facts.words.caption:
        return received
    notes = facts.notes
    if facts.words.caption:
        notes = (*notes, OWN_CAPTION + facts.words.caption)
    words = replace(facts.words, caption=caption)
    return replace(received, facts=replace(facts, words=words, notes=notes))


def _waiting(upload_id: int) -> PhotoUpload | None:
    row = locked_row(select(PhotoUpload).where(PhotoUpload.id == upload_id))
    return row if row is not None and row.state == UploadState.WAITING else None


def _refuse(row: PhotoUpload | None, sentence: str) -> None:
    if row is None:
        return
    log.info("upload %d was refused: %s", row.id, sentence)
    row.state, row.error = UploadState.REFUSED.value, sentence
    sending.forget_bytes(row)
