"""What an editor decides about agency copy that shuts the gate: an embargo released, terms heeded."""

from newsroom.audit import Event
from newsroom.errors import Invalid
from newsroom.roles import Actor, Permission
from newsroom.stories import queries
from newsroom.stories.wire_linking import REASON_LENGTH, note, one_of
from newsroom.stories.words import within


def release_embargo(actor: Actor, story_id: int, link_id: int, reason: str) -> None:
    """Of an embargo without a time; one with a time ends by itself."""
    story = queries.story_for_change(actor, story_id)
    actor.require(Permission.PUBLISH, story.desk_id)
    found = one_of(story, link_id)
    if not found.use.open_embargo or found.use.holder is None:
        raise Invalid("No embargo without a time holds this copy.")
    why = within(reason, "The reason", REASON_LENGTH)
    row = found.row
    row.released_item_id, row.released_by_id = found.use.holder.id, actor.id
    row.released_reason = why
    note(actor, Event.EMBARGO_RELEASED, story, found, reason=why)


def heed_terms(actor: Actor, story_id: int, link_id: int) -> None:
    """Acknowledge what its terms forbid here; a new sentence in a later version asks again."""
    story = queries.story_for_change(actor, story_id)
    actor.require(Permission.PUBLISH, story.desk_id)
    found = one_of(story, link_id)
    if not found.use.unheeded:
        raise Invalid("Its terms ask for no acknowledgement.")
    found.row.heeded = "\n".join(found.use.not_here)
    note(actor, Event.TERMS_HEEDED, story, found, terms=" ".join(found.use.unheeded))
