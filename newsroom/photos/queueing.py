"""Having the renditions of a photo made, or made again."""

from newsroom.db import now
from newsroom.jobs import Job, enqueue
from newsroom.photos.models import Photo, Status


def queue(photo: Photo) -> None:
    """Have its renditions made, from the beginning."""
    photo.status = Status.PENDING.value
    photo.attempts = 0
    photo.error = None
    photo.queued_at = photo.not_before = now()
    enqueue(Job.PHOTOS_RENDER, photo.id)


def changed(photo: Photo) -> None:
    """Its renditions are made again; what a worker has in hand of it is dropped."""
    photo.revision += 1
    queue(photo)
