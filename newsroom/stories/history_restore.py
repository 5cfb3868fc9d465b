"""Bringing an older version back as new steps: what that would do, and doing it."""

from dataclasses import dataclass

from prosemirror.model import Node
from prosemirror.transform import Step

from newsroom.errors import Conflict, Invalid
from newsroom.notifications.live import announce
from newsroom.photos.queries import exists as photos_exist
from newsroom.roles import Actor
from newsroom.stories import authority, document, documents, editing, facts, queries
from newsroom.stories.comparing import Comparison, compare
from newsroom.stories.editing import Part
from newsroom.stories.history import refuse_unknown
from newsroom.stories.models import Story
from newsroom.stories.restoring import steps_to


@dataclass(frozen=True)
class Outlook:
    """What restoring a version would do, told before it is done."""

    changes: Comparison
    refusal: str
    """Why this person cannot restore it; empty where they can."""
    lapsing: list[str]
    """The approvals that would lapse, each with who gave it."""


def outlook(actor: Actor, story: Story, version: int) -> Outlook:
    present, wanted, steps = _way(story, version)
    changes = compare(present, wanted)
    if not steps:
        return Outlook(changes, "", [])
    try:
        parts = editing.touched_parts(document.apply(present, steps, photos_exist).stages)
    except Invalid as error:
        return Outlook(changes, error.sentence, [])
    held = editing.hands(actor, story.desk_id, queries.reporters(story.id))
    refusal = editing.refusal(story.stands, held, parts) or ""
    return Outlook(changes, refusal, [] if refusal else _lapsing(story, parts))


def _lapsing(story: Story, parts: frozenset[Part]) -> list[str]:
    standing = facts.standing(story)
    given = {Part.COPY: standing.copy, Part.FIGURES: standing.captions}
    return [
        f"the {authority.APPROVAL_OF[part][0]} approval of version {one.version} by {one.by}"
        for part, one in given.items()
        if part in parts and one is not None and one.holds
    ]


def restore(actor: Actor, story_id: int, version: int, seen: int) -> Story:
    """Make the story say what that version said; raises Conflict where it changed since `seen`.

    Raises what `authority.take` raises. Where it says so already nothing is changed.
    """
    story = queries.story_for_change(actor, story_id)
    if seen != story.version:
        raise Conflict(
            f"The story changed since you opened this page: you saw version {seen}, it is now "
            f"version {story.version}. Nothing was restored; look at what would change now."
        )
    _, _, steps = _way(story, version)
    if steps:
        authority.take(actor, story, authority.SERVER, steps)
        announce("panel", story=story.id)
    return story


def _way(story: Story, version: int) -> tuple[Node, Node, list[Step]]:
    refuse_unknown(story, version)
    present = documents.at(story.id, story.version)
    wanted = documents.at(story.id, version)
    return present, wanted, steps_to(present, wanted)
