"""Publishing what was scheduled: each story when its time has come, on its own, or said why not."""

import logging

from sqlalchemy import select

from newsroom.audit.events import Event
from newsroom.audit.service import record
from newsroom.db import db, now, transaction
from newsroom.errors import NewsroomError
from newsroom.publishing import service
from newsroom.roles import machine
from newsroom.stories.models import Story, StoryNote
from newsroom.stories.notes import add_note
from newsroom.stories.states import State

log = logging.getLogger(__name__)

SCHEDULE = machine("schedule")
NOT_PUBLISHED = "not-published"
"""Marks the notes that say why a story did not go out, among those of moves."""


def run_schedule() -> list[int]:
    """Publish every story whose time has come; gives their ids.

    Opens a transaction for each, so that one that fails keeps no other back; call it outside of
    any. A story that its gate refuses stays scheduled and is tried again at the next run.
    """
    return [story_id for story_id in _due() if _publish_due(story_id)]


def _due() -> list[int]:
    """All of them: those that their gates refuse stay due, and must not stand before the others."""
    wanted = (
        select(Story.id)
        .where(Story.state == State.SCHEDULED.value, Story.scheduled_for <= now())
        .order_by(Story.scheduled_for, Story.id)
    )
    return list(db.session.scalars(wanted))


def _publish_due(story_id: int) -> bool:
    try:
        with transaction():
            return _publish_if_due(story_id)
    except Exception:  # one story's fault must not hold up the others of this minute
        log.exception("story %d broke its publication", story_id)
        return False


def _publish_if_due(story_id: int) -> bool:
    story = _claim(story_id)
    if story is None:
        return False
    try:
        with db.session.begin_nested():
            service.publish(SCHEDULE, story.id, story.version)
    except NewsroomError as error:
        _note_once(story, error.sentence)
        return False
    return True


def _claim(story_id: int) -> Story | None:
    """The story, if it is still due and nobody else has it in hand."""
    wanted = (
        select(Story)
        .where(
            Story.id == story_id,
            Story.state == State.SCHEDULED.value,
            Story.scheduled_for <= now(),
        )
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(wanted).one_or_none()


def _note_once(story: Story, why: str) -> None:
    """Say it on the story's page and in the log, once for each reason and time, not at each run."""
    moment = f"{story.scheduled_for:%-d %B %Y, %H:%M} UTC"
    text = f"Not published as scheduled for {moment}. {why}"
    last = db.session.scalars(
        select(StoryNote.text)
        .where(StoryNote.story_id == story.id, StoryNote.move == NOT_PUBLISHED)
        .order_by(StoryNote.id.desc())
        .limit(1)
    ).first()
    if last == text:
        return
    log.warning("story %d was not published as scheduled: %s", story.id, why)
    add_note(SCHEDULE, story, text, NOT_PUBLISHED)
    record(SCHEDULE, Event.SCHEDULE_REFUSED, "story", story.id, version=story.version, reason=why)
