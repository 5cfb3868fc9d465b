"""How a story begins, and what is planned for it: slug, desk, reporters, deadline, length."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from prosemirror.model import Node
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError

from newsroom.accounts.models import Desk
from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.notifications.live import announce
from newsroom.photos import uses
from newsroom.photos.queries import exists as photos_exist
from newsroom.roles import Actor, Permission
from newsroom.stories import authority, document, queries, sparing
from newsroom.stories.models import NO_DEADLINE, Story, StoryReporter
from newsroom.stories.notes import add_note
from newsroom.stories.slugs import is_slug
from newsroom.stories.states import State

PRIORITIES = range(1, 10)
"""IPTC urgency: 1 is a flash, 5 the usual, 9 can wait."""
YEARS = range(2000, 2200)
"""Of deadlines and plans; at the calendar's own ends a time has no place in every zone."""


@dataclass(frozen=True)
class Plan:
    """What is settled about a story beside its text."""

    slug: str
    desk_id: int
    deadline_at: datetime | None = None
    planned_at: datetime | None = None
    priority: int = 5
    commissioned_words: int | None = None


def create_story(
    actor: Actor,
    plan: Plan,
    first: Node | None = None,
    note: str = "",
    reporters: frozenset[int] | None = None,
) -> Story:
    """Start a story as a draft; its reporters are the given people, else who starts it."""
    actor.require(Permission.CREATE_STORY, plan.desk_id)
    _refuse_bad_plan(plan)
    node = first if first is not None else document.empty()
    document.refuse_bad_values(node, photos_exist)
    story = Story(
        slug=plan.slug,
        slug_day=now().date(),
        created_by_id=actor.id,
        state=State.DRAFT.value,
        version=0,
    )
    _apply(story, plan)
    db.session.add(story)
    _flush_slug(plan.slug)
    mine = frozenset({actor.id}) if actor.id is not None else frozenset[int]()
    set_reporters(story, reporters if reporters is not None else mine)
    authority.begin(story, node)
    if note.strip():
        add_note(actor, story, note)
    record(actor, Event.STORY_MADE, "story", story.id, slug=story.slug)
    announce("board", desk=story.desk_id)
    return story


def change_plan(
    actor: Actor, story_id: int, plan: Plan, reporters: frozenset[int], seen: str
) -> Story:
    """Change what is planned; its reporters may while it is a draft, editors of the desk always.

    `seen` is the mark of the plan that the person started from; raises Conflict for another.
    """
    story = queries.story_for_change(actor, story_id)
    _refuse_stranger(actor, story)
    if seen != plan_mark(story):
        raise Conflict(
            "Somebody changed the plan while you were writing. Nothing was kept yet: compare, "
            "then keep the plan again to put yours in its place."
        )
    if plan.desk_id != story.desk_id:
        actor.require(Permission.CREATE_STORY, plan.desk_id)
    _refuse_bad_plan(plan)
    before, desk_before = _planned(story), story.desk_id
    _apply(story, plan)
    story.slug = plan.slug
    _flush_slug(plan.slug)
    set_reporters(story, reporters)
    uses.move_story(story.id, story.desk_id)
    if story.desk_id != desk_before:
        sparing.read_anew_on_its_desk(story)
    after = _planned(story)
    changes = ", ".join(f"{name} {after[name]}" for name in after if after[name] != before[name])
    record(
        actor, Event.STORY_PLANNED, "story", story.id, slug=plan.slug, changes=changes or "nothing"
    )
    announce("board", desk=story.desk_id)
    announce("panel", story=story.id)
    return story


def plan_mark(story: Story) -> str:
    """Tells one plan of a story from another, for a form that may be old when it comes back."""
    return hashlib.sha256(repr(_planned(story)).encode()).hexdigest()[:16]


def _planned(story: Story) -> dict[str, str]:
    """What the log says of a plan, in words."""

    def moment(at: datetime | None) -> str:
        return f"{at:%Y-%m-%d %H:%M} UTC" if at else "none"

    return {
        "slug": story.slug,
        "desk": str(story.desk_id),
        "deadline": moment(story.deadline_at),
        "planned": moment(story.planned_at),
        "priority": str(story.priority),
        "length": str(story.commissioned_words or "none"),
        "reporters": " and ".join(str(one) for one in sorted(queries.reporters(story.id)))
        or "none",
    }


def _refuse_stranger(actor: Actor, story: Story) -> None:
    theirs = story.stands is State.DRAFT and actor.id in queries.reporters(story.id)
    if not theirs and not actor.may(Permission.PLAN_STORY, story.desk_id):
        raise NotAllowed(
            "Only an editor of the desk, or the story's reporter while it is a draft, plans it."
        )


def _refuse_bad_plan(plan: Plan) -> None:
    wrong: dict[str, str] = {}
    if not is_slug(plan.slug):
        wrong["slug"] = (
            "A slug is small letters, digits and single hyphens, such as harbour-strike."
        )
    if plan.priority not in PRIORITIES:
        wrong["priority"] = "Priority is a number from 1 (flash) to 9."
    if plan.commissioned_words is not None and not 0 < plan.commissioned_words <= 50_000:  # noqa: PLR2004 - a book, not a story
        wrong["commissioned_words"] = "The commissioned length is a number of words up to 50,000."
    for name, moment in (("deadline_at", plan.deadline_at), ("planned_at", plan.planned_at)):
        if moment is not None and moment.year not in YEARS:
            wrong[name] = f"Choose a day from {YEARS.start} to {YEARS.stop - 1}."
    if wrong:
        raise Invalid("The plan cannot be kept as it is.", wrong)
    if db.session.get(Desk, plan.desk_id) is None:
        raise NotFound("There is no such desk.")


def _apply(story: Story, plan: Plan) -> None:
    story.desk_id = plan.desk_id
    story.deadline_at = plan.deadline_at
    story.sort_at = plan.deadline_at or NO_DEADLINE
    story.planned_at = plan.planned_at
    story.priority = plan.priority
    story.commissioned_words = plan.commissioned_words


def _flush_slug(slug: str) -> None:
    """The database decides whether the slug is free today: two may ask at once."""
    try:
        with db.session.begin_nested():
            db.session.flush()
    except IntegrityError as error:
        if "slug" not in str(error.orig):
            raise
        taken = f"There is a story “{slug}” today already; choose another slug."
        raise Conflict(taken, {"slug": taken}) from error


def set_reporters(story: Story, people: frozenset[int]) -> None:
    db.session.execute(delete(StoryReporter).where(StoryReporter.story_id == story.id))
    db.session.add_all(StoryReporter(story_id=story.id, person_id=one) for one in sorted(people))
    db.session.flush()
