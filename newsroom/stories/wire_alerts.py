"""What the desk is told of killed agency copy: the articles on the site that have words of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from newsroom.db import db
from newsroom.stories.models import Story
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_uses import AGENCY
from newsroom.wire.item_models import ItemRow
from newsroom.wire.models import OutletRow

MOST = 20


@dataclass(frozen=True)
class Alert:
    """An article on the site with words that their agency killed."""

    story_id: int
    slug: str
    agency: str
    headline: str


def wire_alerts() -> Sequence[Alert]:
    """Until the article is withdrawn, or an editor detaches the copy once its words are out."""
    wanted = (
        select(Story.id, Story.slug, AGENCY, ItemRow.headline)
        .join(StoryWire, StoryWire.story_id == Story.id)
        .join(ItemRow, ItemRow.id == StoryWire.item_id)
        .outerjoin(OutletRow, OutletRow.id == ItemRow.outlet_id)
        .where(StoryWire.killed_at.is_not(None), Story.live)
        .order_by(StoryWire.killed_at.desc(), StoryWire.id)
        .limit(MOST)
    )
    return [Alert(*row) for row in db.session.execute(wanted)]


def with_killed_copy(story_ids: Collection[int]) -> set[int]:
    """Those of the stories that have words of killed copy."""
    if not story_ids:
        return set()
    wanted = select(StoryWire.story_id).where(
        StoryWire.story_id.in_(story_ids), StoryWire.killed_at.is_not(None)
    )
    return set(db.session.scalars(wanted))
