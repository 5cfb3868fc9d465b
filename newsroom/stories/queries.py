"""What is asked of the database about one story."""

from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, select

from newsroom.accounts.models import Desk
from newsroom.db import db, locking
from newsroom.errors import NotFound
from newsroom.roles import Actor, Permission
from newsroom.stories import written
from newsroom.stories.models import (
    Approval,
    CheckReading,
    Finding,
    Story,
    StoryNote,
    StoryReporter,
)

NO_SUCH_STORY = "There is no such story."

_TO_CHANGE = locking(select(Story).where(Story.id == bindparam("story")))
"""Made once: every commit asks it."""


def story(actor: Actor, story_id: int) -> Story:
    """The story, for a person who may read it; raises NotFound."""
    return _readable(actor, db.session.get(Story, story_id))


def story_for_change(actor: Actor, story_id: int) -> Story:
    """The story, locked until the transaction ends: nobody else changes it meanwhile."""
    return _readable(actor, db.session.scalars(_TO_CHANGE, {"story": story_id}).one_or_none())


def _readable(actor: Actor, found: Story | None) -> Story:
    # Not readable and not there answer alike: an outsider learns nothing from the difference.
    if found is None or not actor.may(Permission.READ_STORIES):
        raise NotFound(NO_SUCH_STORY)
    return found


def desk_of(found: Story) -> Desk:
    return db.session.get_one(Desk, found.desk_id)


def reporters(story_id: int) -> frozenset[int]:
    wanted = select(StoryReporter.person_id).where(StoryReporter.story_id == story_id)
    return frozenset(db.session.scalars(wanted))


def writers(found: Story) -> dict[int, int]:
    """Person to units of text they put in; what the story was started with is its starter's."""
    units = written.by_person(found.id)
    starter = found.created_by_id or written.NOBODY
    return units | {starter: units.get(starter, 0) + found.begun_with}


def approvals(story_id: int) -> dict[str, Approval]:
    """The newest approval of each kind."""
    wanted = select(Approval).where(Approval.story_id == story_id).order_by(Approval.id)
    return {approval.kind: approval for approval in db.session.scalars(wanted)}


def findings(story_id: int, statuses: Collection[str]) -> Sequence[Finding]:
    """In document order."""
    wanted = (
        select(Finding)
        .where(Finding.story_id == story_id, Finding.status.in_(statuses))
        .order_by(Finding.start, Finding.id)
    )
    return db.session.scalars(wanted).all()


def readings(story_id: int) -> Sequence[CheckReading]:
    wanted = select(CheckReading).where(CheckReading.story_id == story_id)
    return db.session.scalars(wanted).all()


def notes(story_id: int) -> Sequence[StoryNote]:
    """Newest first."""
    wanted = select(StoryNote).where(StoryNote.story_id == story_id).order_by(StoryNote.id.desc())
    return db.session.scalars(wanted).all()
