"""The photo desk's jobs."""

from newsroom.db import transaction
from newsroom.jobs import Job
from newsroom.photos import rendering
from workers.app import app


@app.task(name=Job.PHOTOS_RENDER)
def render(photo_id: int) -> None:
    rendering.render(photo_id)


@app.task(name=Job.PHOTOS_RESEND)
def resend() -> None:
    with transaction():
        rendering.resend_stale()
