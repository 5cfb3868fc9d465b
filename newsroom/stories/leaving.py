"""Who lets a story leave a spelling alone, and who takes that back."""

from newsroom.audit import Event, record
from newsroom.db import db
from newsroom.errors import Invalid, NotAllowed, NotFound
from newsroom.housestyle.folding import fold
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import deciding, leaves, queries
from newsroom.stories.leave_models import StoryLeave
from newsroom.stories.models import Finding, Story

NOT_THIS_NAME = "Not this name"
"""The reason of who says that a probable spelling is another name."""


def leave(actor: Actor, story_id: int, finding_id: int, reason: str) -> StoryLeave:
    """Dismiss every occurrence of the spelling in this story, those still to come too."""
    story = _story_to_decide(actor, story_id)
    finding = deciding.finding_in(story, finding_id)
    if finding.kind not in leaves.ASKED:
        raise Invalid(f"“{finding.words}” asks for no decision; it is left alone in any case.")
    present = leaves.of(story.id).over(finding)
    if present is not None:
        return present  # sent twice: it is done
    if not reason and finding.kind == "probable":
        reason = NOT_THIS_NAME
    made = _add(actor, story, finding, deciding.sound_reason(reason))
    leaves.settle(leaves.Leaves([made]), queries.findings(story.id, {"open"}))
    record(
        actor,
        Event.SPELLING_LEFT,
        "story",
        story.id,
        words=made.words,
        reason=made.reason,
        version=story.version,
    )
    announce("panel", story=story.id)
    return made


def _add(actor: Actor, story: Story, finding: Finding, reason: str) -> StoryLeave:
    made = StoryLeave(
        story_id=story.id,
        rule=finding.rule,
        words=finding.words,
        folded=fold(finding.words),
        reason=reason,
        by_id=actor.id,
    )
    db.session.add(made)
    db.session.flush()
    return made


def end(actor: Actor, story_id: int, leave_id: int) -> None:
    """Ask about the spelling again, at each place where that decision had settled it."""
    story = _story_to_decide(actor, story_id)
    row = db.session.get(StoryLeave, leave_id)
    if row is None or row.story_id != story.id:
        raise NotFound("This story does not leave that spelling alone; it may be asked for again.")
    for finding in queries.findings(story.id, {"dismissed"}):
        if leaves.settled_by(row, finding):
            deciding.open_again(actor, story, finding)
    db.session.delete(row)
    version = story.version
    record(actor, Event.SPELLING_LEFT_ENDED, "story", story.id, words=row.words, version=version)
    announce("panel", story=story.id)


def may_leave(actor: Actor, desk_id: int) -> bool:
    return actor.may(Permission.DECIDE_FINDINGS, desk_id)


def _story_to_decide(actor: Actor, story_id: int) -> Story:
    story = queries.story_for_change(actor, story_id)
    if not may_leave(actor, story.desk_id):
        raise NotAllowed("An editor of the desk decides what this story leaves alone.")
    return story
