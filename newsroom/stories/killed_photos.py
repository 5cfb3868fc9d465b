"""Photos that came with agency copy which its agency killed, and the stories that have them."""

from collections.abc import Collection

from sqlalchemy import select

from newsroom.db import db
from newsroom.photos.library_models import PhotoUse
from newsroom.stories.wire_photo_models import WirePhoto
from newsroom.stories.wire_photos import origins
from newsroom.wire.item_models import ItemRow

KILLED = (
    select(WirePhoto.photo_id)
    .join(ItemRow, ItemRow.id == WirePhoto.item_id)
    .where(ItemRow.killed_at.is_not(None), WirePhoto.photo_id.is_not(None))
)
"""Each that came with killed copy once; one that its agency sent again since is free."""


def still_killed(photo_ids: Collection[int]) -> set[int]:
    """Those of the photos whose newest item of the wire is killed."""
    return {number for number, one in origins(photo_ids).items() if one.killed}


def with_killed_photos(story_ids: Collection[int]) -> set[int]:
    """Those of the stories whose newest version has a killed photo."""
    if not story_ids:
        return set()
    wanted = select(PhotoUse.story_id, PhotoUse.photo_id).where(
        PhotoUse.story_id.in_(story_ids), PhotoUse.stands, PhotoUse.photo_id.in_(KILLED)
    )
    found = [(story, photo) for story, photo in db.session.execute(wanted)]
    killed = still_killed({photo for _, photo in found})
    return {story for story, photo in found if photo in killed}
