"""Whether a picture that a machine made, or that is put together, may run: the photo desk says."""

from collections.abc import Collection

from sqlalchemy import select

from newsroom.audit import Event, record
from newsroom.db import db, locked_row, now
from newsroom.errors import Invalid, NotFound
from newsroom.photos.content_credentials import Report
from newsroom.photos.credential_reading import are_waiting
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs
from newsroom.photos.models import Photo
from newsroom.photos.provenance_models import (
    LONGEST_LABEL,
    Decided,
    PhotoCredentials,
    PhotoDecision,
)
from newsroom.roles import Actor, Permission

LONGEST_REASON = 1000


def allow(actor: Actor, photo_id: int, reason: str, label: str) -> None:
    """Let it run; readers are told what it is by the label. Raises Invalid by field."""
    photo = _flagged(actor, photo_id)
    label = clean_line(label)
    wrong = _faults(reason)
    if not label:
        wrong["label"] = "Write what readers are told: “Picture made with AI”."
    elif len(label) > LONGEST_LABEL:
        wrong["label"] = f"At most {LONGEST_LABEL} characters."
    row = _decide(actor, photo, Decided.ALLOWED, reason, wrong)
    row.label = label
    facts = {"name": photo.file_name, "flag": _words(photo), "label": label, "reason": row.reason}
    record(actor, Event.PHOTO_ALLOWED, "photo", photo.id, **facts)


def refuse(actor: Actor, photo_id: int, reason: str) -> None:
    """It runs in no story from now on. Raises Invalid by field."""
    photo = _flagged(actor, photo_id)
    row = _decide(actor, photo, Decided.REFUSED, reason, _faults(reason))
    row.label = ""
    facts = {"name": photo.file_name, "flag": _words(photo), "reason": row.reason}
    record(actor, Event.PHOTO_REFUSED, "photo", photo.id, **facts)


def decision(photo_id: int) -> PhotoDecision | None:
    return db.session.get(PhotoDecision, photo_id)


def provenance(photo_id: int) -> tuple[PhotoCredentials | None, PhotoDecision | None]:
    """Its content credentials and the decision on it, each where there is one; in one question."""
    credentials, decided = db.session.execute(
        select(PhotoCredentials, PhotoDecision)
        .select_from(Photo)
        .outerjoin(PhotoCredentials, PhotoCredentials.photo_id == Photo.id)
        .outerjoin(PhotoDecision, PhotoDecision.photo_id == Photo.id)
        .where(Photo.id == photo_id)
    ).one()
    return credentials, decided


def decisions(photo_ids: Collection[int]) -> dict[int, PhotoDecision]:
    rows = select(PhotoDecision).where(PhotoDecision.photo_id.in_(photo_ids))
    return {row.photo_id: row for row in db.session.scalars(rows)} if photo_ids else {}


def signed_types(photo_ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    """How those came about by their content credentials, as the IPTC's terms; the rest is left out."""
    rows = select(PhotoCredentials).where(
        PhotoCredentials.photo_id.in_(photo_ids), PhotoCredentials.report.is_not(None)
    )
    found = db.session.scalars(rows) if photo_ids else ()
    return {row.photo_id: Report.from_json(row.report).source_types for row in found if row.report}


def _flagged(actor: Actor, photo_id: int) -> Photo:
    actor.require(Permission.EDIT_PHOTOS)
    photo = locked_row(select(Photo).where(Photo.id == photo_id))
    if photo is None:
        raise NotFound("There is no such photo in the library.")
    if not photo.flag:
        raise Invalid("Nothing in this photo asks for a decision.")
    if are_waiting(photo_id):
        raise Invalid("Its content credentials are still being read; decide when they are.")
    return photo


def _faults(reason: str) -> dict[str, str]:
    if not clean_paragraphs(reason):
        return {"reason": "Give the reason; it is kept with the photo."}
    if len(reason) > LONGEST_REASON:
        return {"reason": f"At most {LONGEST_REASON:,} characters."}
    return {}


def _decide(
    actor: Actor, photo: Photo, decided: Decided, reason: str, wrong: dict[str, str]
) -> PhotoDecision:
    if wrong:
        raise Invalid("Nothing was decided.", wrong)
    row = db.session.get(PhotoDecision, photo.id)
    if row is None:
        row = PhotoDecision(photo_id=photo.id)
        db.session.add(row)
    row.decided, row.reason = decided.value, clean_paragraphs(reason)
    row.by_id, row.at = actor.id, now()
    return row


def _words(photo: Photo) -> str:
    return photo.flag.value if photo.flag else ""
