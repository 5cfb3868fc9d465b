"""Which stories wait to be read by the checks: their row is the job, the message only a nudge."""

from datetime import timedelta

from sqlalchemy import Select, and_, exists, not_, or_, select, update

from newsroom.db import db, now
from newsroom.jobs import Job, enqueue, enqueue_in
from newsroom.stories.caption_photos import changed_since, stories_with
from newsroom.stories.models import CheckReading, Story
from newsroom.stories.references import references
from newsroom.stories.states import WORKING

PAUSE_SECONDS = 1.0
"""The checks read a story after this pause in typing."""
STALE_AFTER = timedelta(seconds=30)
"""A story that waits longer than this lost its message; beat sends another."""
RESENT_AT_ONCE = 500

ON_THEIR_WAY = Story.state.in_([state.value for state in WORKING])


def put(story: Story) -> None:
    """One message for a burst of typing: while one is on its way no other is sent."""
    if story.checks_queued_at is None:
        story.checks_queued_at = now()
        db.session.flush()
        enqueue_in(PAUSE_SECONDS, Job.STORIES_CHECK, story.id)


def put_those_with(photo_id: int) -> None:
    """After a photo says something else of itself: the stories on their way that have it."""
    wanted = select(Story).where(ON_THEIR_WAY, Story.id.in_(stories_with(photo_id)))
    for story in db.session.scalars(wanted.order_by(Story.id).with_for_update()):
        put(story)


def is_waiting(story_id: int) -> bool:
    """Whether the row asks for a reading: a message that came twice finds nothing to do."""
    queued = select(Story.checks_queued_at).where(Story.id == story_id)
    return db.session.scalar(queued) is not None


def resend_stale() -> int:
    """Nudge again what has waited too long: a message was lost, or a worker was killed.

    So too what nobody queued, because the message that the lexicon changed was the one lost.
    """
    waiting = select(Story.id).where(Story.checks_queued_at < now() - STALE_AFTER)
    waiting = waiting.order_by(Story.checks_queued_at).limit(RESENT_AT_ONCE)
    # What somebody has in hand is left for the next look.
    found = (one.with_for_update(skip_locked=True) for one in (waiting, _forgotten()))
    stale = [story_id for one in found for story_id in db.session.scalars(one)]
    # Queued anew: the next look takes others, however long the line is.
    db.session.execute(update(Story).where(Story.id.in_(stale)).values(checks_queued_at=now()))
    for story_id in stale:
        enqueue(Job.STORIES_CHECK, story_id)
    return len(stale)


def _forgotten() -> Select[int]:
    """Stories on their way that wait for nothing, though a check read them with older references."""
    read = [
        exists().where(
            CheckReading.story_id == Story.id,
            CheckReading.check == check,
            CheckReading.reference == reference,
        )
        for check, reference in references().items()
    ]
    outdated = or_(not_(and_(*read)), changed_since(Story.id))
    return (
        select(Story.id)
        .where(ON_THEIR_WAY, Story.checks_queued_at.is_(None), outdated)
        .order_by(Story.id)
        .limit(RESENT_AT_ONCE)
    )
