"""How the rights of a photo are set, how it is let run or stopped, and what is remembered of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select

from newsroom.audit import Event, record
from newsroom.channels import Channel
from newsroom.db import db, locked_row, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.photos import queueing
from newsroom.photos.credit import take_credit
from newsroom.photos.metadata.cleaning import clean_line, clean_paragraphs
from newsroom.photos.models import Photo
from newsroom.photos.rights import changes, queries
from newsroom.photos.rights.categories import BY_KIND, LACKING, Detail, Kind
from newsroom.photos.rights.models import (
    LONGEST_SUPPLIER,
    PhotoLease,
    PhotoRights,
    RightsChoice,
)
from newsroom.photos.rights.terms import Lets
from newsroom.roles import Actor, Permission, machine

LONGEST = 500
"""Characters of each detail, and of the reason of a lease."""
KNOWN_LINKS = ("http://", "https://")
CHANGED = "changed the rights of a photo"


@dataclass(frozen=True)
class Given:
    """What somebody says of a photo's rights."""

    kind: Kind
    details: Mapping[Detail, str] = field(default_factory=dict)
    countries: str = ""
    channels: frozenset[Channel] = frozenset()
    embargo_until: datetime | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class Leave:
    """What somebody says when they let a photo run or stop it."""

    lets: Lets
    why: str
    starts_on: date
    ends_on: date | None = None
    channel: Channel | None = None


def may_set(actor: Actor, photo: Photo) -> bool:
    """The photo desk sets any photo's rights; who added one may say by which right it came."""
    own = photo.uploaded_by_id is not None and photo.uploaded_by_id == actor.id
    return actor.may(Permission.EDIT_PHOTOS) or (own and actor.may(Permission.ADD_PHOTOS))


def set_rights(actor: Actor, photo_id: int, given: Given, revision: int) -> PhotoRights:
    """Say by which right it runs, starting from the revision that the person saw; 0 is none yet."""
    photo = _locked(photo_id)
    if not may_set(actor, photo):
        raise NotAllowed("You may set the rights only of photos that you added.")
    row = queries.rights(photo_id)
    before = queries.licence(row).printed
    if (row.revision if row else 0) != revision:
        raise Conflict(
            "Somebody changed these rights while you wrote. What you wrote is still in the form; "
            "compare it with theirs and save again."
        )
    row = _set(actor, photo, row, checked(given))
    if queries.licence(row).printed != before:
        queueing.changed(photo)  # its renditions carry the licence
    return row


def _set(actor: Actor, photo: Photo, row: PhotoRights | None, given: Given) -> PhotoRights:
    values = _values(given)
    if row is not None and all(getattr(row, name) == value for name, value in values.items()):
        return row
    if row is None:
        row = PhotoRights(photo_id=photo.id, revision=0)
        db.session.add(row)
    for name, value in values.items():
        setattr(row, name, value)
    row.revision += 1
    row.set_by_id = actor.id
    changes.tell(actor, photo.id, CHANGED)
    record(
        actor,
        Event.PHOTO_RIGHTS_SET,
        "photo",
        photo.id,
        name=photo.file_name,
        rights=in_words(given),
    )
    return row


def remember(actor: Actor, photo_id: int) -> RightsChoice:
    """Let this photo's rights stand for every later one with the same credit."""
    actor.require(Permission.EDIT_PHOTOS)
    photo = _locked(photo_id)
    row = queries.rights(photo_id)
    if row is None:
        raise Invalid("This photo has no rights that could be remembered.")
    if not can_be_remembered(Kind(row.kind)):
        title = BY_KIND[Kind(row.kind)].title
        raise Invalid(f"“{title}” is said of each photo by itself, and so is not remembered.")
    credited = credited_to(photo)
    found = queries.choice(credited) or RightsChoice(credited=credited)
    found.kind, found.supplier = row.kind, row.supplier
    found.by_id, found.by_name, found.at = actor.id, actor.name, now()
    db.session.add(found)
    record(
        actor,
        Event.PHOTO_RIGHTS_REMEMBERED,
        "photo",
        photo.id,
        credited=credited or "nobody",
        rights=BY_KIND[Kind(row.kind)].title,
    )
    return found


def forget(actor: Actor, photo_id: int) -> None:
    """The next photo with the same credit is asked about again."""
    actor.require(Permission.EDIT_PHOTOS)
    photo = _locked(photo_id)
    found = queries.choice(credited_to(photo))
    if found is None:
        return
    db.session.delete(found)
    credited = found.credited or "nobody"
    record(actor, Event.PHOTO_RIGHTS_FORGOTTEN, "photo", photo.id, credited=credited)


def recall(photo: Photo) -> None:
    """Set what was remembered for its credit, where nobody has said anything of it yet."""
    if queries.rights(photo.id) is not None:
        return
    found = queries.choice(credited_to(photo))
    if found is not None:
        given = Given(Kind(found.kind), {Detail.SUPPLIER: found.supplier})
        _set(machine(f"The choice of {found.by_name}"), photo, None, given)


def can_be_remembered(kind: Kind) -> bool:
    """Only what needs no word of each photo: own work, and an agency's by its name."""
    return BY_KIND[kind].may_run and not set(BY_KIND[kind].asks) - {Detail.SUPPLIER}


def credited_to(photo: Photo) -> str:
    """The agency of its credit line with case folded: whose pictures a choice is about."""
    agency = take_credit(photo.credit).agency or photo.source
    return " ".join(agency.casefold().split())[:LONGEST_SUPPLIER]


def lease(actor: Actor, photo_id: int, leave: Leave) -> PhotoLease:
    """Let it run, or stop it; raises Invalid, naming each field that will not do."""
    actor.require(Permission.EDIT_PHOTOS)
    photo = _locked(photo_id)
    why = clean_paragraphs(leave.why)
    if wrong := dict(_wrong(leave, why)):
        raise Invalid("The leave was not kept.", wrong)
    row = PhotoLease(
        photo_id=photo.id,
        lets=leave.lets.value,
        channel=leave.channel.value if leave.channel else "",
        starts_on=leave.starts_on,
        ends_on=leave.ends_on,
        why=why,
        by_id=actor.id,
        by_name=actor.name,
    )
    db.session.add(row)
    changes.tell(actor, photo.id, CHANGED)
    event = Event.PHOTO_LET_RUN if leave.lets is Lets.ALLOW else Event.PHOTO_STOPPED
    record(actor, event, "photo", photo.id, name=photo.file_name, reason=why)
    return row


def end_lease(actor: Actor, photo_id: int, lease_id: int) -> None:
    """Ended twice it is ended once."""
    actor.require(Permission.EDIT_PHOTOS)
    photo = _locked(photo_id)
    row = db.session.get(PhotoLease, lease_id)
    if row is None or row.photo_id != photo_id:
        raise NotFound("There is no such leave.")
    if row.ended_at is not None:
        return
    row.ended_at = now()
    changes.tell(actor, photo.id, CHANGED)
    record(actor, Event.PHOTO_LEASE_ENDED, "photo", photo.id, name=photo.file_name, reason=row.why)


def in_words(given: Given) -> str:
    """What the log says: the kind, whose, and to when."""
    details = given.details
    named = next((details[one] for one in Detail if details.get(one)), "")
    until = f"until {given.ends_on:%-d %B %Y}" if given.ends_on else ""
    return ", ".join(filter(None, (BY_KIND[given.kind].title, named, until)))


def _wrong(leave: Leave, why: str) -> Iterator[tuple[str, str]]:
    if not why:
        yield "why", "Say why; it stands beside the photo and in the log."
    elif len(why) > LONGEST:
        yield "why", f"At most {LONGEST} characters."
    if leave.ends_on is not None and leave.ends_on < leave.starts_on:
        yield "until", "It would end before it begins."


def given_of(row: PhotoRights) -> Given:
    """What was said when these rights were set."""
    return Given(
        Kind(row.kind),
        row.details,
        row.countries,
        queries.channels(row.channels),
        row.embargo_until,
        row.ends_on,
    )


def checked(given: Given) -> Given:
    """As it is kept; raises Invalid, naming each field that is missing or will not do."""
    category = BY_KIND[given.kind]
    kept = {one: clean_line(given.details.get(one, "")) for one in category.details}
    wrong = {one.value: LACKING[one] for one in category.asks if not kept[one]}
    limits = {one: LONGEST_SUPPLIER if one is Detail.SUPPLIER else LONGEST for one in kept}
    too_long = (one for one, text in kept.items() if len(text) > limits[one])
    wrong |= {one.value: f"At most {limits[one]} characters." for one in too_long}
    link = kept.get(Detail.LINK, "")
    if link and not link.startswith(KNOWN_LINKS):
        wrong["link"] = "A whole address begins with https:// or http://."
    if len(given.countries) > LONGEST:
        wrong["countries"] = f"At most {LONGEST} characters."
    if wrong:
        raise Invalid("The rights were not saved.", wrong)
    countries = clean_line(given.countries)
    everywhere = given.channels == frozenset(Channel)
    channels = frozenset[Channel]() if everywhere else given.channels
    return Given(given.kind, kept, countries, channels, given.embargo_until, given.ends_on)


def _values(given: Given) -> dict[str, object]:
    return {
        "kind": given.kind.value,
        **{one.value: given.details.get(one, "") for one in Detail},
        "countries": given.countries,
        "channels": " ".join(sorted(given.channels)),
        "embargo_until": given.embargo_until,
        "ends_on": given.ends_on,
    }


def _locked(photo_id: int) -> Photo:
    found = locked_row(select(Photo).where(Photo.id == photo_id))
    if found is None:
        raise NotFound("There is no such photo in the library.")
    return found
