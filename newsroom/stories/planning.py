"""What a form about a story's plan offers, and the plan it says."""

from newsroom.accounts.queries import desks, people
from newsroom.roles import Actor, Permission
from newsroom.stories.filing import Plan
from newsroom.stories.forms import PlanForm, in_newsroom_time
from newsroom.stories.intake import Taken
from newsroom.stories.models import Story
from newsroom.stories.slugs import slug_of


def offer(form: PlanForm, actor: Actor, found: Story | None = None) -> None:
    """Desks where the person may start a story, and everybody who reports."""
    open_desks = actor.desks_with(Permission.CREATE_STORY)
    form.offer(
        [
            (one.id, one.name)
            for one in desks()
            if open_desks is None or one.id in open_desks or (found and one.id == found.desk_id)
        ],
        [
            (one.id, one.full_name)
            for one in people()
            if one.active and one.actor.may(Permission.WRITE_COPY)
        ],
    )


def plan_of(form: PlanForm) -> Plan:
    return Plan(
        slug=(form.slug.data or "").strip().lower(),
        desk_id=form.desk_id.data,
        deadline_at=in_newsroom_time(form.deadline_at.data),
        planned_at=in_newsroom_time(form.planned_at.data),
        priority=form.priority.data,
        commissioned_words=form.commissioned_words.data,
    )


def slug_in(taken: Taken) -> str:
    """The slug that a text's headline proposes, or its first paragraph where it has none."""
    words = taken.headline or " ".join(block.text for block in taken.body[:1])
    return slug_of(words) or "untitled"
