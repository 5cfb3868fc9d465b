"""Upload links: who makes one, who may send through it, and who hears of what came."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from newsroom.accounts.queries import desks, people
from newsroom.accounts.tokens import fingerprint, new_token
from newsroom.audit import Event, record
from newsroom.db import db, locked_row, now
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.notifications import inbox
from newsroom.photos import sending
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs
from newsroom.photos.models import Photo
from newsroom.photos.sending import Offered, Sender
from newsroom.photos.service import Entered
from newsroom.photos.upload_models import PhotoUpload, UploadLink, UploadState
from newsroom.roles import Actor, Permission, Role

HOURS = (1, 8, 24, 72, 168)
"""What a link may be open for."""
MOST_FILES = 200
LONGEST_NOTE = 500
LONGEST_SENDER = 80
LONGEST_CAPTION = 2000
SHOWN = 100
NO_STORY = 0
"""In the place of a story's number in an inbox, of what is about none."""


@dataclass(frozen=True)
class Wanted:
    """What a link is to be: open for so many hours, for so many files, perhaps for a story or a desk."""

    hours: int = 24
    most_files: int = 20
    note: str = ""
    story_id: int | None = None
    story_slug: str = ""
    desk_id: int | None = None
    """The desk that its photos go to."""


def make(actor: Actor, wanted: Wanted) -> tuple[UploadLink, str]:
    """The link and its secret, which is kept nowhere. Inside transaction()."""
    actor.require(Permission.ADD_PHOTOS)
    wrong = _faults(wanted)
    if wrong or actor.id is None:
        raise Invalid("The link was not made.", wrong)
    secret = new_token()
    link = UploadLink(
        token_hash=fingerprint(secret),
        made_by_id=actor.id,
        expires_at=now() + timedelta(hours=wanted.hours),
        note=clean_paragraphs(wanted.note),
        most_files=wanted.most_files,
        story_id=wanted.story_id,
        story_slug=wanted.story_slug,
        desk_id=wanted.desk_id,
    )
    db.session.add(link)
    db.session.flush()
    record(actor, Event.UPLOAD_LINK_MADE, "upload_link", link.id, hours=wanted.hours)
    return link, secret


def close(actor: Actor, link_id: int) -> UploadLink:
    """Nothing more comes through it. Inside transaction()."""
    link = locked_row(select(UploadLink).where(UploadLink.id == link_id))
    if link is None:
        raise NotFound("There is no such link.")
    if not may_close(actor, link):
        raise NotAllowed("Only who made a link and the photo desk may close it.")
    if link.closed_at is None:
        link.closed_at = now()
        record(actor, Event.UPLOAD_LINK_CLOSED, "upload_link", link.id)
    return link


def may_close(actor: Actor, link: UploadLink) -> bool:
    return actor.id == link.made_by_id or actor.may(Permission.EDIT_PHOTOS)


def link(link_id: int) -> UploadLink:
    found = db.session.get(UploadLink, link_id)
    if found is None:
        raise NotFound("There is no such link.")
    return found


def newest(story_id: int | None = None) -> list[UploadLink]:
    rows = select(UploadLink).options(
        selectinload(UploadLink.uploads).joinedload(PhotoUpload.photo),
        joinedload(UploadLink.desk),
    )
    if story_id is not None:
        rows = rows.where(UploadLink.story_id == story_id)
    return list(db.session.scalars(rows.order_by(UploadLink.id.desc()).limit(SHOWN)))


def opened_with(secret: str) -> UploadLink | None:
    """The link of that secret, open or not."""
    rows = select(UploadLink).where(UploadLink.token_hash == fingerprint(secret))
    return db.session.scalars(rows).one_or_none()


def why_shut(link: UploadLink) -> str:
    """The sentence for who opens a link that takes nothing more; empty while it does."""
    if link.closed_at is not None:
        return "This link was closed. Ask whoever gave it to you for a new one."
    if link.expires_at <= now():
        return "This link has expired. Ask whoever gave it to you for a new one."
    if sending.count_of_link(link.id) >= link.most_files:
        return "This link is full: as many photos have come through it as it was made for."
    return ""


def begin(secret: str, sender_name: str, offered: Offered) -> PhotoUpload:
    """A file of somebody who has the link. Inside transaction(); raises Invalid, NotFound."""
    rows = select(UploadLink).where(UploadLink.token_hash == fingerprint(secret))
    found = locked_row(rows)  # so that two at once do not both take its last place
    if found is None:
        raise NotFound("There is no such link.")
    name = clean_line(sender_name)
    if not name:
        raise Invalid("Say who you are first.", {"sender": "Write your name."})
    if len(name) > LONGEST_SENDER or len(offered.caption) > LONGEST_CAPTION:
        raise Invalid("The name or the caption is too long.")
    sender = Sender(found.made_by_id, found.id, name)
    known = {one.token for one in sending.open_ones(sender)}
    shut = why_shut(found)
    if shut and not known:
        raise Invalid(shut)
    row = sending.begin(sender, offered)
    if shut and row.token not in known:
        raise Invalid(shut)
    return row


def sender_of(link: UploadLink) -> Sender:
    """For a file that was begun; raises Invalid once the link is closed."""
    if link.closed_at is not None:
        raise Invalid(why_shut(link))
    return Sender(link.made_by_id, link.id)


def arrived(row: PhotoUpload, entered: Entered) -> None:
    """A file that came through a link is in the library: who made it hears of each sender once."""
    found = db.session.get_one(UploadLink, row.link_id)
    if not entered.already:
        entered.photo.sent_by, entered.photo.link_id = row.sent_by, found.id
    before = select(PhotoUpload.id).where(
        PhotoUpload.link_id == found.id,
        PhotoUpload.sent_by == row.sent_by,
        PhotoUpload.state == UploadState.TAKEN,
        PhotoUpload.id != row.id,
    )
    if db.session.scalar(before.limit(1)) is None:
        _tell(found, row.sent_by)


def made_by_link(photo: Photo) -> UploadLink | None:
    """The link that a photo came through."""
    return db.session.get(UploadLink, photo.link_id) if photo.link_id else None


def _tell(found: UploadLink, who: str) -> None:
    facts = {
        "who": who,
        "slug": found.story_slug,
        "words": found.note,
        "address": f"/photos/links/{found.id}",
    }
    kind = "photos_sent_for" if found.story_slug else "photos_sent"
    inbox.tell({found.made_by_id}, kind, found.story_id or NO_STORY, facts)
    if found.desk is not None:
        told = _photo_desk(found.desk.id) - {found.made_by_id}
        facts["slug"] = found.desk.name
        inbox.tell(told, "photos_sent_to_desk", found.story_id or NO_STORY, facts)


def _photo_desk(desk_id: int) -> set[int]:
    """Who looks after the photos of that desk."""
    return {one.id for one in people() if one.active and one.actor.holds(Role.PHOTO_DESK, desk_id)}


def _faults(wanted: Wanted) -> dict[str, str]:
    found = {}
    if wanted.hours not in HOURS:
        found["hours"] = "Choose one of the times."
    if not 0 < wanted.most_files <= MOST_FILES:
        found["most_files"] = f"From 1 to {MOST_FILES}."
    if wanted.desk_id is not None and wanted.desk_id not in {one.id for one in desks()}:
        found["desk_id"] = "Choose one of the desks."
    if len(wanted.note) > LONGEST_NOTE:
        found["note"] = f"At most {LONGEST_NOTE} characters."
    return found
