"""The paper's earlier stories by their numbers, as the index of own copy names them."""

from collections.abc import Collection, Mapping

from sqlalchemy import select

from newsroom.db import db
from newsroom.stories.models import Story
from newsroom.stories.own_copy import Earlier
from newsroom.stories.own_models import OwnCopy


def earlier(ids: Collection[str]) -> Mapping[str, Earlier]:
    """Those of them that are still published."""
    numbers = [int(one) for one in ids if one.isdecimal()]
    if not numbers:
        return {}
    wanted = (
        select(Story.id, Story.slug, Story.headline, OwnCopy.published_at)
        .join(OwnCopy, OwnCopy.story_id == Story.id)
        .where(Story.id.in_(numbers), OwnCopy.version.is_not(None))
    )
    return {str(row.id): Earlier(*row) for row in db.session.execute(wanted)}
