"""Which stories have words of which agency copy: attached, moved to another version, detached."""

from sqlalchemy import select

from newsroom.audit import Event, record
from newsroom.db import db, locked_row, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.notifications.live import announce
from newsroom.roles import Actor
from newsroom.stories import editing, queries
from newsroom.stories.editing import Hand
from newsroom.stories.models import Story
from newsroom.stories.states import State
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_use import Why
from newsroom.stories.wire_uses import Linked, linked
from newsroom.stories.words import kept, within
from newsroom.wire.item_models import ItemRow

REASON_LENGTH = 500

NO_MORE = frozenset({State.SPIKED, State.WITHDRAWN})
"""States in which a story takes no more copy."""


def attach(actor: Actor, story_id: int, item_id: int) -> StoryWire:
    """Say that the story has words of this version; another version of it takes its place."""
    story = queries.story_for_change(actor, story_id)
    _require_hand(actor, story)
    if story.stands in NO_MORE:
        raise Invalid(f"The story is {story.stands.label.lower()} and takes no more copy.")
    row = link(story, item_to_use(item_id), Why.ATTACHED, actor.id)
    note(actor, Event.WIRE_ATTACHED, story, one_of(story, row.id))
    return row


def item_to_use(item_id: int) -> ItemRow:
    """The item as the newest commit left it, locked, so that no kill slips by."""
    found = locked_row(select(ItemRow).where(ItemRow.id == item_id))
    if found is None:
        raise NotFound("There is no such item on the wire.")
    return found


def link(story: Story, item: ItemRow, why: Why, by_id: int | None) -> StoryWire:
    """Keep that the story, which is locked, has words of the item, which is locked too."""
    wanted = select(StoryWire).where(
        StoryWire.story_id == story.id, StoryWire.family_key == item.family_key
    )
    row = db.session.scalars(wanted).one_or_none()
    if row is None:
        row = StoryWire(story_id=story.id, family_key=item.family_key, heeded="")
        row.released_reason = ""
        db.session.add(row)
    elif row.item_id != item.id and _is_killed(row.item_id):
        raise Conflict(
            "The version that the story has words of is killed; an editor detaches it first."
        )
    row.item_id, row.why, row.by_id, row.at = item.id, why.value, by_id, now()
    row.killed_at = item.killed_at
    row.told_id = _newest(item.family_key)
    item.used = story.from_wire = True
    db.session.flush()
    return row


def _is_killed(item_id: int) -> bool:
    return db.session.get_one(ItemRow, item_id, populate_existing=True).killed_at is not None


def _newest(family_key: str) -> int | None:
    wanted = select(ItemRow.id).where(ItemRow.family_key == family_key, ItemRow.is_current)
    return db.session.scalars(wanted).first()


def detach(actor: Actor, story_id: int, link_id: int, reason: str) -> None:
    """The story has no words of it any more; what shuts the gate needs an editor and a reason."""
    story = queries.story_for_change(actor, story_id)
    hands = _require_hand(actor, story)
    found = one_of(story, link_id)
    why = kept(reason)
    if found.use.shuts(now()):
        if Hand.EDITOR not in hands:
            raise NotAllowed("It shuts the gate: only an editor of the desk detaches it.")
        why = within(reason, "The reason", REASON_LENGTH)
    elif len(why) > REASON_LENGTH:
        raise Invalid(f"The reason has at most {REASON_LENGTH} characters.")
    db.session.delete(found.row)
    db.session.flush()
    left = select(StoryWire.id).where(StoryWire.story_id == story.id)
    story.from_wire = db.session.scalars(left).first() is not None
    note(actor, Event.WIRE_DETACHED, story, found, reason=why or "none given")


def one_of(story: Story, link_id: int) -> Linked:
    """The story's copy of that number; raises NotFound."""
    for one in linked(story):
        if one.row.id == link_id:
            return one
    raise NotFound("The story has no such agency copy.")


def note(actor: Actor, event: Event, story: Story, found: Linked, **more: str) -> None:
    use = found.use
    record(
        actor,
        event,
        "story",
        story.id,
        slug=story.slug,
        agency=use.agency,
        headline=use.used.headline,
        item=use.used.id,
        **more,
    )
    announce("panel", story=story.id)
    announce("board", desk=story.desk_id)


def _require_hand(actor: Actor, story: Story) -> frozenset[Hand]:
    hands = editing.hands(actor, story.desk_id, queries.reporters(story.id))
    if not hands & {Hand.REPORTER, Hand.EDITOR}:
        raise NotAllowed(
            "Only a reporter of this story or an editor of its desk says where it is from."
        )
    return hands
