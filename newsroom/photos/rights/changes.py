"""What stories must hear of a photo: kept until they have, so that no lost message hides a change."""

from newsroom.db import db
from newsroom.jobs import Job, enqueue
from newsroom.photos.rights.models import PhotoChange
from newsroom.roles import Actor


def tell(actor: Actor, photo_id: int, why: str) -> None:
    """Captions passed before now lapse wherever the photo stands in a story not yet published.

    `why` follows a name: "changed the rights of a photo", "cut a photo anew".
    """
    db.session.add(PhotoChange(photo_id=photo_id, by_id=actor.id, why=why))
    db.session.flush()
    enqueue(Job.STORIES_PHOTO_CHANGED)
    enqueue(Job.PUBLISHING_WITHHOLD)
