"""Desks weigh rules each for itself: what one of them changes has its own stories read again alone."""

from sqlalchemy import select, update

from newsroom.db import db
from newsroom.stories import check_queue
from newsroom.stories.check_queue import ON_THEIR_WAY
from newsroom.stories.models import CheckReading, Story
from newsroom.stories.references import IN_FORCE, references
from newsroom.stories.states import WORKING
from newsroom.versions import Version


def spare_others(changed: type[Version], desk_id: int) -> None:
    """What was up to date on every other desk is so still; after the version has grown by one.

    A check that reads meanwhile notes the older reference, and its story is read once more.
    """
    others = select(Story.id).where(ON_THEIR_WAY, Story.desk_id != desk_id)
    # Stories first, as for every change to one: two who lock both never wait for each other.
    db.session.scalars(others.order_by(Story.id).with_for_update()).all()
    for check, reference in references().items():
        if changed in IN_FORCE[check]:
            db.session.execute(
                update(CheckReading)
                .where(
                    CheckReading.check == check,
                    CheckReading.reference == reference - 1,
                    CheckReading.story_id.in_(others),
                )
                .values(reference=reference)
            )


def read_anew_on_its_desk(story: Story) -> None:
    """It was moved to another desk, which has entries and levels of its own."""
    db.session.execute(
        update(CheckReading).where(CheckReading.story_id == story.id).values(reference=None)
    )
    if story.stands in WORKING:
        check_queue.put(story)
