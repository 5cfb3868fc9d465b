"""Collections of photos: who sees one, who may change it, and what is laid into it."""

from collections.abc import Collection as Numbers
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, or_, select

from newsroom.accounts.models import Desk
from newsroom.audit import Event, record
from newsroom.db import db, locked_row
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.photos.library_models import Collected, Collection
from newsroom.photos.metadata.cleaning import clean_line
from newsroom.photos.queries import exists
from newsroom.roles import Actor, Permission

LONGEST_NAME = 80
MOST_PHOTOS = 5_000
"""In one collection."""


@dataclass(frozen=True)
class Listed:
    """A collection as its list shows it."""

    row: Collection
    desk: str
    photos: int

    @property
    def whose(self) -> str:
        if self.row.private:
            return "Only you"
        return self.desk or "The whole newsroom"


def seen_by(actor: Actor) -> list[Listed]:
    """Those that the person sees, by name."""
    inside = select(func.count()).where(Collected.collection_id == Collection.id)
    rows = (
        select(Collection, func.coalesce(Desk.name, ""), inside.scalar_subquery())
        .outerjoin(Desk, Desk.id == Collection.desk_id)
        .where(_open_to(actor))
        .order_by(func.lower(Collection.name), Collection.id)
    )
    return [Listed(*row) for row in db.session.execute(rows)]


def one(actor: Actor, number: int) -> Collection:
    """Raises NotFound, also for the private one of somebody else."""
    rows = select(Collection).where(Collection.id == number, _open_to(actor))
    found = db.session.scalars(rows).one_or_none()
    if found is None:
        raise NotFound("There is no such collection.")
    return found


def may_change(actor: Actor, row: Collection) -> bool:
    """Its owner; and those who add photos on its desk, for one that is not private."""
    if row.owner_id is not None and row.owner_id == actor.id:
        return True
    return not row.private and actor.may(Permission.ADD_PHOTOS, row.desk_id)


def make(actor: Actor, name: str, desk_id: int | None, *, private: bool) -> Collection:
    """For a desk, for the whole newsroom (no desk), or for oneself alone."""
    if not private:
        actor.require(Permission.ADD_PHOTOS, desk_id)
    on = None if private else desk_id
    row = Collection(name=_name(name), desk_id=on, owner_id=actor.id, private=private)
    db.session.add(row)
    db.session.flush()
    record(actor, Event.COLLECTION_MADE, "photo_collection", row.id, name=row.name)
    return row


def rename(actor: Actor, number: int, name: str) -> Collection:
    row = _to_change(actor, number)
    before, row.name = row.name, _name(name)
    if row.name != before:
        _note(actor, row, f"called {before} before")
    return row


def put_in(actor: Actor, number: int, photo_ids: Numbers[int]) -> int:
    """How many were not in it before."""
    row = _to_change(actor, number)
    inside = _inside(row)
    new = sorted(exists(photo_ids) - inside)
    if len(inside) + len(new) > MOST_PHOTOS:
        raise Invalid(f"A collection has at most {MOST_PHOTOS:,} photos; nothing was put in.")
    db.session.add_all(Collected(collection_id=row.id, photo_id=one) for one in new)
    if new:
        _note(actor, row, f"{_photos(len(new))} put in")
    return len(new)


def take_out(actor: Actor, number: int, photo_ids: Numbers[int]) -> int:
    """How many were in it; the photos stay in the library."""
    row = _to_change(actor, number)
    gone = _inside(row) & set(photo_ids)
    db.session.execute(
        delete(Collected).where(Collected.collection_id == row.id, Collected.photo_id.in_(gone))
    )
    if gone:
        _note(actor, row, f"{_photos(len(gone))} taken out")
    return len(gone)


def remove(actor: Actor, number: int) -> str:
    """The collection and not its photos; gives what it was called."""
    row = _to_change(actor, number)
    db.session.execute(delete(Collected).where(Collected.collection_id == row.id))
    db.session.delete(row)
    record(actor, Event.COLLECTION_REMOVED, "photo_collection", row.id, name=row.name)
    return row.name


def _open_to(actor: Actor) -> ColumnElement[bool]:
    return or_(~Collection.private, Collection.owner_id == actor.id)


def _to_change(actor: Actor, number: int) -> Collection:
    wanted = select(Collection).where(Collection.id == number, _open_to(actor))
    row = locked_row(wanted)
    if row is None:
        raise NotFound("There is no such collection.")
    if not may_change(actor, row):
        raise NotAllowed("Only its owner and those who add photos on its desk change a collection.")
    return row


def _inside(row: Collection) -> set[int]:
    rows = select(Collected.photo_id).where(Collected.collection_id == row.id)
    return set(db.session.scalars(rows))


def _note(actor: Actor, row: Collection, changes: str) -> None:
    facts = {"name": row.name, "changes": changes}
    record(actor, Event.COLLECTION_CHANGED, "photo_collection", row.id, **facts)


def _photos(count: int) -> str:
    return "one photo" if count == 1 else f"{count} photos"


def _name(given: str) -> str:
    name = clean_line(given)
    if not name or len(name) > LONGEST_NAME:
        sentence = f"A collection needs a name of at most {LONGEST_NAME} characters."
        raise Invalid(sentence, {"name": sentence})
    return name
