"""The words of a correction while it is under way: what readers will see under the article."""

from newsroom.audit import Event, record
from newsroom.db import now
from newsroom.errors import Conflict, Invalid
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import authority, queries
from newsroom.stories.models import Story
from newsroom.stories.notes import NOTE_LENGTH
from newsroom.stories.states import WORKING
from newsroom.stories.words import kept, within


def reword(actor: Actor, story_id: int, words: str, seen: str) -> Story:
    """Put the correction in other words; who passed the copy has not read them, so that lapses.

    Raises Conflict where it does not read as this person saw it any more.
    """
    story = queries.story_for_change(actor, story_id)
    actor.require(Permission.PUBLISH, story.desk_id)
    if story.correction is None or story.stands not in WORKING:
        raise Invalid("No correction of this story is under way.")
    if kept(seen) != story.correction:
        raise Conflict(f"Somebody reworded the correction meanwhile to: “{story.correction}”")
    cleaned = within(words, "A correction", NOTE_LENGTH)
    if cleaned == story.correction:
        return story
    story.correction = cleaned
    story.changed_at = now()
    authority.lapse(actor, story, "copy", "reworded the correction")
    record(
        actor,
        Event.CORRECTION_REWORDED,
        "story",
        story.id,
        slug=story.slug,
        correction=cleaned,
        version=story.version,
    )
    announce("board", desk=story.desk_id)
    announce("panel", story=story.id)
    return story
