"""Who answers for an unnamed source: an editor who knows the name, which is kept nowhere."""

from newsroom.audit import Event, record
from newsroom.db import now
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import deciding, queries
from newsroom.stories.models import Finding, Story
from newsroom.wire.standards.table import standard_of

NO_RELEASE = "Only a finding about an unnamed source is released."


def release(actor: Actor, story_id: int, finding_id: int, reason: str) -> Finding:
    """The source may run unnamed as long as these words stand; the log says who answers for it."""
    story = queries.story_for_change(actor, story_id)
    finding = deciding.finding_in(story, finding_id)
    if not may_release(actor, story):
        raise NotAllowed("An editor who passes copy on this desk releases an unnamed source.")
    if not is_releasable(finding):
        raise Invalid(NO_RELEASE)
    if finding.status == "released":
        return finding  # sent twice: it is done
    if finding.status not in {"open", "dismissed"}:
        raise Conflict("The text no longer says so; the check has read it again.")
    finding.reason = deciding.sound_reason(reason)
    finding.status, finding.decided_by_id, finding.decided_at = "released", actor.id, now()
    record(
        actor,
        Event.SOURCE_RELEASED,
        "story",
        story.id,
        slug=story.slug,
        version=story.version,
        reason=finding.reason,
    )
    announce("panel", story=story.id)
    return finding


def may_release(actor: Actor, story: Story) -> bool:
    return actor.may(Permission.PASS_COPY, story.desk_id)


def is_releasable(finding: Finding) -> bool:
    standard = standard_of(finding.rule)
    return standard is not None and standard.released
