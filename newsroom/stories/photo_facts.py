"""What the gate asks of the photos of a story, in one question for all that most of them have."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Row, exists, select
from sqlalchemy.orm import joinedload

from newsroom.db import db
from newsroom.photos.models import Photo
from newsroom.photos.provenance_models import Decided, PhotoCredentials, PhotoDecision
from newsroom.photos.rights import queries as rights
from newsroom.photos.rights.models import PhotoLease, PhotoRights
from newsroom.stories.standing import PhotoFacts
from newsroom.stories.wire_photo_models import WirePhoto
from newsroom.stories.wire_photos import Origin, origins


def photo_facts(wanted: Collection[int]) -> dict[int, PhotoFacts]:
    """By photo; those that the library does not have are left out."""
    rows = _rows(wanted) if wanted else ()
    photos = {row.Photo.id: row.Photo for row in rows}
    known = origins([row.Photo.id for row in rows if row.wired])
    terms = rights.terms_by(
        photos,
        {row.Photo.id: row.PhotoRights for row in rows if row.PhotoRights},
        rights.leases_of([row.Photo.id for row in rows if row.leased]),
    )
    return {
        row.Photo.id: PhotoFacts(
            row.Photo.status == "ready",
            _failure(row.Photo, known.get(row.Photo.id)),
            terms=terms[row.Photo.id],
            credentials_read=not row.unread,
            **_origin(row.Photo, row.PhotoDecision),
        )
        for row in rows
    }


def _rows(
    wanted: Collection[int],
) -> Sequence[Row[Photo, PhotoDecision, PhotoRights, bool, bool, bool]]:
    """Leaves, stops and agencies have questions of their own, which few photos need."""
    unread = exists().where(
        PhotoCredentials.photo_id == Photo.id, PhotoCredentials.report.is_(None)
    )
    leased = exists().where(PhotoLease.photo_id == Photo.id, PhotoLease.ended_at.is_(None))
    wired = exists().where(WirePhoto.photo_id == Photo.id)
    asked = (
        select(
            Photo,
            PhotoDecision,
            PhotoRights,
            unread.label("unread"),
            leased.label("leased"),
            wired.label("wired"),
        )
        .outerjoin(PhotoDecision, PhotoDecision.photo_id == Photo.id)
        .outerjoin(PhotoRights, PhotoRights.photo_id == Photo.id)
        .where(Photo.id.in_(set(wanted)))
        .options(joinedload(Photo.renditions))
    )
    return db.session.execute(asked).unique().all()


def _origin(photo: Photo, decided: PhotoDecision | None) -> dict[str, Any]:
    """Whether it must be decided on, and how it was."""
    if photo.flag is None:
        return {}
    refused = decided is not None and decided.decided == Decided.REFUSED
    return {
        "flag": photo.flag.value,
        "allowed": decided is not None and not refused,
        "refusal": decided.reason if decided is not None and refused else "",
    }


def _failure(photo: Photo, origin: Origin | None) -> str | None:
    if origin is not None and origin.killed:
        return f"{origin.agency} killed the copy that it came with."
    return photo.error if photo.status == "failed" else None
