"""Which stories a person may attach agency copy to, and which have words of an item already."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from newsroom.accounts.queries import desks
from newsroom.db import db
from newsroom.roles import Actor, Permission
from newsroom.stories.models import Story, StoryReporter
from newsroom.stories.states import WORKING
from newsroom.stories.wire_models import StoryWire
from newsroom.wire.item_models import ItemRow

MOST = 30
"""Stories a search shows; a few more letters of the slug find the others."""


@dataclass(frozen=True)
class Choices:
    """What the page of an item offers a person."""

    desks: Sequence[tuple[int, str]]
    """Where they may start a story; empty where nowhere."""
    may_attach: bool
    used_by: Sequence[Story]
    """The stories that have words of any version of it."""


def wire_choices(actor: Actor, item: ItemRow) -> Choices:
    allowed = actor.desks_with(Permission.CREATE_STORY)
    sent = {one.desk_id for one in item.desks}
    known = [one for one in desks() if allowed is None or one.id in allowed]
    known.sort(key=lambda one: one.id not in sent)
    return Choices(
        [(one.id, one.name) for one in known],
        actor.may(Permission.WRITE_COPY),
        used_by(item.family_key),
    )


def used_by(family_key: str) -> Sequence[Story]:
    wanted = (
        select(Story)
        .join(StoryWire, StoryWire.story_id == Story.id)
        .where(StoryWire.family_key == family_key)
        .order_by(Story.id)
    )
    return db.session.scalars(wanted).all()


def open_stories(actor: Actor, words: str) -> Sequence[Story]:
    """On their way, with these words in the slug: those they report, or edit; the newest first."""
    theirs = select(StoryReporter.story_id).where(StoryReporter.person_id == actor.id)
    edited = actor.desks_with(Permission.EDIT_COPY)
    on_desk = Story.desk_id.in_(edited) if edited is not None else Story.id.is_not(None)
    wanted = (
        select(Story)
        .where(
            and_(
                Story.state.in_([state.value for state in WORKING]),
                or_(Story.id.in_(theirs), on_desk),
                Story.slug.contains(words.strip().lower(), autoescape=True),
            )
        )
        .order_by(Story.changed_at.desc(), Story.id.desc())
        .limit(MOST)
    )
    return db.session.scalars(wanted).all()
