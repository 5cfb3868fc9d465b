"""The photo desk's jobs."""

from newsroom.db import transaction
from newsroom.jobs import Job
from newsroom.photos import filling_in, rendering
from workers.app import app


@app.task(name=Job.PHOTOS_RENDER)
def render(photo_id: int) -> None:
    rendering.render(photo_id)


@app.task(name=Job.PHOTOS_RESEND)
def resend() -> None:
    with transaction():
        rendering.resend_stale()


@app.task(name=Job.PHOTOS_FILL_IN)
def fill_in() -> None:
    filling_in.fill_in()
