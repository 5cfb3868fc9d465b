"""What the editor begins with: the newest document, and what this person may do with it."""

from collections.abc import Set as AbstractSet
from typing import Any

from newsroom.roles import Actor
from newsroom.stories import documents, editing, queries
from newsroom.stories.models import Story


def opening(actor: Actor, story: Story, reporters: AbstractSet[int]) -> dict[str, Any]:
    """As JSON: in the story's page from the start, and for an editor that asks again later."""
    held = editing.hands(actor, story.desk_id, reporters)
    may = editing.may_change(story.stands, held)
    return {
        "version": story.version,
        "document": documents.current(story.id, story.version).to_json(),
        "may": {part.value: part in may for part in editing.Part},
        "only_suggests": editing.only_suggests(story.stands, held),
        "why": editing.why_not_all(story.stands, held),
        "author": actor.name,
        "person": actor.id,
        "suggesting": actor.id not in reporters and queries.desk_of(story).editors_suggest,
    }
