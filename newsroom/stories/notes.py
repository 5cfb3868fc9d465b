"""Notes: what a person wrote beside the story, by itself or with a move."""

from newsroom.db import db
from newsroom.notifications.live import announce
from newsroom.roles import Actor
from newsroom.stories.models import Story, StoryNote
from newsroom.stories.words import within

NOTE_LENGTH = 5_000


def add_note(actor: Actor, story: Story, text: str, move: str = "") -> StoryNote:
    """Keep what somebody wrote beside the story."""
    words = within(text, "A note", NOTE_LENGTH)
    note = StoryNote(
        story_id=story.id, author_id=actor.id, version=story.version, move=move, text=words
    )
    db.session.add(note)
    announce("panel", story=story.id)
    return note
