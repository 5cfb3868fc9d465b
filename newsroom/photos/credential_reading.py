"""How content credentials are read, once and from the original: the row is the job."""

import json
import logging
import subprocess
import sys
from datetime import timedelta

from sqlalchemy import select

from newsroom.db import db, locked_row, now, transaction
from newsroom.jobs import Job, enqueue
from newsroom.photos.content_credentials import UNREADABLE, Report
from newsroom.photos.models import Photo
from newsroom.photos.provenance_models import PhotoCredentials
from newsroom.photos.source_types import severest
from newsroom.photos.storage import originals
from newsroom.settings import current_settings

log = logging.getLogger(__name__)

COMMAND = ("-m", "newsroom.photos.credentials_process")

PATIENCE_SECONDS = 40
"""Less than a worker lets any task run."""

MOST_ATTEMPTS = 3
"""After which the credentials count as unreadable: they break the library each time."""

STALE = timedelta(seconds=90)
RESENT_AT_ONCE = 500


class BrokenOffError(Exception):
    """The process that read them crashed, hung, or ate too much."""


def ask_for(photo: Photo) -> None:
    """For inside a transaction: a worker reads them after it."""
    db.session.add(PhotoCredentials(photo_id=photo.id))
    enqueue(Job.PHOTOS_READ_CREDENTIALS, photo.id)


def ask_again(photo: Photo) -> None:
    """The same, where they were read before; until then nobody knows what they say."""
    row = locked_row(select(PhotoCredentials).where(PhotoCredentials.photo_id == photo.id))
    if row is None:
        ask_for(photo)
        return
    row.report, row.attempts, row.waiting_since = None, 0, now()
    enqueue(Job.PHOTOS_READ_CREDENTIALS, photo.id)


def read(photo_id: int) -> None:
    """Read them if that is still to be done; again changes nothing. Opens its own transactions."""
    with transaction():
        asked = _attempt(photo_id)
    if asked is None:
        return
    place, media_type, attempt = asked
    try:
        signers = current_settings().photo_signers
        report = in_own_process(_original(place), media_type, signers)
    except BrokenOffError:
        log.warning("content credentials of photo %d broke their reader", photo_id)
        if attempt < MOST_ATTEMPTS:
            return
        report = UNREADABLE
    except OSError:
        log.warning("the original of photo %d cannot be read", photo_id)
        return
    with transaction():
        _keep(photo_id, report)


def in_own_process(data: bytes, media_type: str, signers: str = "") -> Report:
    """The report; `signers` is the file of those that are trusted. Raises BrokenOffError where the reading process did not live to give one."""
    command = [sys.executable, *COMMAND, media_type, signers]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command; the media type is of our own table
            command, input=data, capture_output=True, timeout=PATIENCE_SECONDS, check=True
        )
        return Report.from_json(done.stdout.decode("utf-8"))
    except (subprocess.SubprocessError, ValueError, KeyError, TypeError) as error:
        raise BrokenOffError from error


def are_asked_for(photo_id: int) -> bool:
    """Whether somebody has read them, or will."""
    return db.session.get(PhotoCredentials, photo_id) is not None


def are_of_before(photo_id: int) -> bool:
    """Whether they raised a flag when what raised it was not yet kept."""
    row = db.session.get(PhotoCredentials, photo_id)
    if row is None or row.report is None:
        return False
    said = json.loads(row.report)
    return bool(said.get("flagged")) and "source_types" not in said


def are_waiting(photo_id: int) -> bool:
    wanted = select(PhotoCredentials.photo_id).where(
        PhotoCredentials.photo_id == photo_id, PhotoCredentials.report.is_(None)
    )
    return db.session.scalar(wanted) is not None


def resend_stale() -> int:
    """Send the jobs of credentials that nobody has read; gives how many."""
    waiting = db.session.scalars(
        select(PhotoCredentials)
        .where(PhotoCredentials.waiting_since <= now() - STALE)
        .order_by(PhotoCredentials.waiting_since)
        .limit(RESENT_AT_ONCE)
        .with_for_update(skip_locked=True)
    ).all()
    for row in waiting:
        row.waiting_since = now()
        enqueue(Job.PHOTOS_READ_CREDENTIALS, row.photo_id)
    return len(waiting)


def _attempt(photo_id: int) -> tuple[str, str, int] | None:
    """Where the original lies, as what, and the how manieth attempt this is."""
    row = _waiting(photo_id)
    photo = db.session.get(Photo, photo_id)
    if row is None or photo is None:
        return None
    row.attempts += 1
    return photo.original, photo.format.media_type, row.attempts


def _waiting(photo_id: int) -> PhotoCredentials | None:
    row = locked_row(select(PhotoCredentials).where(PhotoCredentials.photo_id == photo_id))
    return row if row is not None and row.report is None else None


def _original(place: str) -> bytes:
    return originals(current_settings().data_path).path(place).read_bytes()


def _keep(photo_id: int, report: Report) -> None:
    photo = locked_row(select(Photo).where(Photo.id == photo_id))
    row = _waiting(photo_id)
    if row is None or photo is None:
        return
    row.report = report.as_json()
    row.waiting_since = None
    flag = severest(photo.flag, report.flag)
    photo.flagged = flag.name if flag else ""
