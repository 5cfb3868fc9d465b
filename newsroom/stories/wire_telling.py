"""Who hears of agency copy that was killed or came anew: the people of each story that used it."""

import logging
from collections.abc import Callable
from functools import partial

from sqlalchemy import func, select

from newsroom.accounts.queries import people
from newsroom.audit import Event
from newsroom.db import db, locked_row, now, transaction
from newsroom.notifications import inbox
from newsroom.notifications.live import announce
from newsroom.roles import Role, machine
from newsroom.stories import queries
from newsroom.stories.models import Story
from newsroom.stories.states import WORKING
from newsroom.stories.wire_linking import note, one_of
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_uses import Linked
from newsroom.stories.words import short
from newsroom.wire import kills
from newsroom.wire.item_models import ItemRow

log = logging.getLogger(__name__)

WIRE = machine("the wire")
HEADLINE = 120
AT_ONCE = 200


def tell_kills() -> None:
    """Tell the stories of every killed item; a transaction for each, so call it outside of any."""
    for item_id in kills.untold():
        _safely(partial(_tell_kill, item_id), item_id)


def tell_newer() -> None:
    """Tell open stories that a newer version came of copy they used, once for each version."""
    for link_id, newest_id in _behind():
        _safely(partial(_tell_newer, link_id, newest_id), newest_id)


def _safely(act: Callable[[], None], item_id: int) -> None:
    try:
        with transaction():
            act()
    except Exception:  # one story's fault must not keep the others from hearing
        log.exception("the stories of wire item %d were not told", item_id)


def _tell_kill(item_id: int) -> None:
    # Stories first, as for every change to one: two who lock both never wait for each other.
    stories = [_lock(number) for number in _stories_of(item_id)]
    untold = select(ItemRow).where(ItemRow.id == item_id, ItemRow.kill_untold)
    if locked_row(untold) is None:
        return  # another worker told them
    for story in stories:
        for link_id in _links(story, item_id):
            _hear_of_kill(story, one_of(story, link_id))
    kills.told([item_id])


def _stories_of(item_id: int) -> list[int]:
    wanted = select(StoryWire.story_id).where(StoryWire.item_id == item_id)
    return sorted(set(db.session.scalars(wanted)))


def _lock(story_id: int) -> Story:
    found = locked_row(select(Story).where(Story.id == story_id))
    assert found is not None, f"story {story_id} is gone"  # noqa: S101 - stories are never deleted
    return found


def _links(story: Story, item_id: int) -> list[int]:
    wanted = select(StoryWire.id).where(
        StoryWire.story_id == story.id, StoryWire.item_id == item_id, StoryWire.killed_at.is_(None)
    )
    return list(db.session.scalars(wanted))


def _hear_of_kill(story: Story, found: Linked) -> None:
    found.row.killed_at = now()
    note(WIRE, Event.WIRE_KILLED, story, found)
    if story.live:
        _put(story, found, "wire_killed_live", people_of(story) | editors_of(story))
    elif story.stands in WORKING:
        _put(story, found, "wire_killed", people_of(story) | editors_of(story))


def _behind() -> list[tuple[int, int]]:
    """The links of open stories to an older version whose people do not know of the newest."""
    wanted = (
        select(StoryWire.id, ItemRow.id)
        .join(Story, Story.id == StoryWire.story_id)
        .join(ItemRow, ItemRow.family_key == StoryWire.family_key)
        .where(
            Story.state.in_([state.value for state in WORKING]),
            ItemRow.is_current,
            ItemRow.killed_at.is_(None),
            ItemRow.id != StoryWire.item_id,
            ItemRow.id != func.coalesce(StoryWire.told_id, 0),
        )
        .order_by(StoryWire.id)
        .limit(AT_ONCE)
    )
    return [(link, newest) for link, newest in db.session.execute(wanted)]


def _tell_newer(link_id: int, newest_id: int) -> None:
    row = db.session.get(StoryWire, link_id)
    if row is None:
        return  # detached meanwhile
    story = _lock(row.story_id)
    row = locked_row(select(StoryWire).where(StoryWire.id == link_id))
    if row is None or newest_id in {row.told_id, row.item_id}:
        return
    row.told_id = newest_id
    found = one_of(story, link_id)
    _put(story, found, "wire_newer", people_of(story))
    announce("panel", story=story.id)


def people_of(story: Story) -> set[int]:
    """Its reporters, and who wrote in it or approved it."""
    given = {one.by_id for one in queries.approvals(story.id).values()}
    known = queries.reporters(story.id) | set(queries.writers(story)) | given
    return {one.id for one in people() if one.active and one.id in known}


def editors_of(story: Story) -> set[int]:
    """The editors of its desk."""
    return {
        one.id for one in people() if one.active and one.actor.holds(Role.EDITOR, story.desk_id)
    }


def _put(story: Story, found: Linked, kind: str, told: set[int]) -> None:
    use = found.use
    facts = {
        "who": use.agency,
        "slug": story.slug,
        "words": short(use.used.headline, HEADLINE),
        "address": f"/stories/{story.id}?tab=gate#wire-{use.link}",
    }
    inbox.tell(told, kind, story.id, facts)
