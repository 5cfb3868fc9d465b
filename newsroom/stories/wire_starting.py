"""A story started from agency copy: its words, its credit, its pictures to come, and the link."""

from datetime import timedelta

from sqlalchemy import select

from newsroom.accounts.queries import desks
from newsroom.audit import Event
from newsroom.db import db, now
from newsroom.errors import Invalid
from newsroom.roles import Actor, Permission
from newsroom.stories import filing, slugs
from newsroom.stories.filing import Plan
from newsroom.stories.models import Story
from newsroom.stories.planning import slug_in
from newsroom.stories.wire_document import Copy, Picture, document_of, taken
from newsroom.stories.wire_linking import item_to_use, link, note, one_of
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_use import Why
from newsroom.wire.families import bare_slug
from newsroom.wire.item_models import ItemRow

USUAL = 5
"""The priority of what its agency gives none."""
ONE_CLICK = timedelta(minutes=1)
"""Within which the same person starts no second story from the same item: a form sent twice."""


def start(actor: Actor, item_id: int, desk_id: int | None = None) -> Story:
    """A draft with all that the item says; on the given desk, or the first fit one."""
    actor.require(Permission.CREATE_STORY)
    item = item_to_use(item_id)
    if item.killed_at is not None:
        raise Invalid("Its agency killed this item: it must not be used.")
    before = _just_started(actor, item)
    if before is not None:
        return before
    copy = _copy(item)
    plan = Plan(
        slug=slugs.free_slug(_slug(item, copy)),
        desk_id=desk_id or _desk(actor, item),
        priority=item.priority or USUAL,
    )
    story = filing.create_story(actor, plan, document_of(copy))
    row = link(story, item, Why.STARTED, actor.id)
    note(actor, Event.WIRE_ATTACHED, story, one_of(story, row.id))
    return story


def _just_started(actor: Actor, item: ItemRow) -> Story | None:
    wanted = (
        select(Story)
        .join(StoryWire, StoryWire.story_id == Story.id)
        .where(
            StoryWire.item_id == item.id,
            StoryWire.why == Why.STARTED.value,
            StoryWire.by_id == actor.id,
            StoryWire.at > now() - ONE_CLICK,
        )
    )
    return db.session.scalars(wanted).first()


def _copy(item: ItemRow) -> Copy:
    pictures = [Picture(one.caption, one.creator, one.credit, one.alt) for one in item.pictures]
    return Copy(
        headline=item.headline,
        standfirst=item.standfirst,
        byline=item.byline,
        dateline=item.dateline,
        paragraphs=[one.text for one in item.paragraphs],
        pictures=pictures,
        credit=_credit(item),
    )


def _credit(item: ItemRow) -> str:
    """In the form that the outlet asks for; of an agency nobody knows, the name it gives itself."""
    if item.outlet is not None:
        return item.outlet.credit_form or item.outlet.name
    return " ".join((item.provider or item.credit).split())


def _slug(item: ItemRow, copy: Copy) -> str:
    return slugs.slug_of(bare_slug(item.slugline)) or slug_in(taken(copy))


def _desk(actor: Actor, item: ItemRow) -> int:
    """The first of the item's desks where the person may start a story, else the first of theirs."""
    sent = [one.desk_id for one in item.desks]
    allowed = actor.desks_with(Permission.CREATE_STORY)
    if allowed is None:
        return sent[0] if sent else next(one.id for one in desks())
    return next((one for one in sent if one in allowed), min(allowed))
