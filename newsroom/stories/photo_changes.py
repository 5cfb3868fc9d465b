"""Captions that were passed lapse when a photo under them is changed: its rights, its crop.

The change stands in a row until every story knows. The gate looks at the rows themselves, so a
story is refused at once, and a lost message costs nothing.
"""

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Row, select

from newsroom.accounts.models import Person
from newsroom.accounts.queries import people_by_id
from newsroom.db import db, locked_row, transaction
from newsroom.notifications.live import announce
from newsroom.photos.rights.models import PhotoChange
from newsroom.roles import Actor, machine
from newsroom.stories import authority, photo_uses, queries
from newsroom.stories.models import Approval, Story
from newsroom.stories.standing import Approved
from newsroom.stories.states import WORKING

log = logging.getLogger(__name__)

NEWSROOM = machine("the newsroom")


def settle() -> None:
    """Tell the stories of every change that waits; a transaction for each, so call it outside."""
    for change_id in db.session.scalars(select(PhotoChange.id).order_by(PhotoChange.id)).all():
        try:
            with transaction():
                _settle(change_id)
        except Exception:  # one change's fault must not keep the others from being heard
            log.exception("the stories of photo change %d were not told", change_id)


def _settle(change_id: int) -> None:
    found = db.session.get(PhotoChange, change_id)
    if found is None:
        return
    # Stories first, as for every change to one: two who lock both never wait for each other.
    stories = [_locked(story.id) for _, story in photo_uses.standing_in([found.photo_id])]
    change = locked_row(select(PhotoChange).where(PhotoChange.id == change_id))
    if change is None:
        return  # another worker told them
    actor = _who(change)
    for story in stories:
        if story.stands in WORKING:
            _lapse(actor, story, change)
    db.session.delete(change)


def _lapse(actor: Actor, story: Story, change: PhotoChange) -> None:
    """Only what was passed before the change: who passed later has seen the photo as it is."""
    given = queries.approvals(story.id).get("captions")
    if _is_touched(given, change.at):
        authority.lapse(actor, story, "captions", change.why)
        announce("panel", story=story.id)
        announce("board", desk=story.desk_id)


def _is_touched(given: Approval | None, at: datetime) -> bool:
    return given is not None and given.lapsed_at is None and given.at <= at


def as_it_stands(
    approved: Approved | None, given: Approval | None, photos: Iterable[int]
) -> Approved | None:
    """The captions' approval as the gate must see it: lapsed by a change that still waits too."""
    if approved is None or given is None or given.lapsed_at is not None:
        return approved
    for change, name in _waiting(set(photos)):
        if _is_touched(given, change.at):
            by = name or NEWSROOM.name
            return replace(approved, lapsed_by=by, lapsed_at=change.at, why=change.why)
    return approved


def _waiting(photo_ids: Collection[int]) -> Sequence[Row[PhotoChange, str | None]]:
    """The changes that not every story knows of, oldest first, with whose they are."""
    if not photo_ids:
        return ()
    asked = (
        select(PhotoChange, Person.full_name)
        .outerjoin(Person, Person.id == PhotoChange.by_id)
        .where(PhotoChange.photo_id.in_(photo_ids))
    )
    return db.session.execute(asked.order_by(PhotoChange.id)).all()


def _who(change: PhotoChange) -> Actor:
    person = people_by_id({change.by_id}).get(change.by_id) if change.by_id else None
    return person.actor if person else NEWSROOM


def _locked(story_id: int) -> Story:
    found = locked_row(select(Story).where(Story.id == story_id))
    assert found is not None, f"story {story_id} is gone"  # noqa: S101 - stories are never deleted
    return found
