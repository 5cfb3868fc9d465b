"""The photo desk's jobs."""

from newsroom.db import transaction
from newsroom.jobs import Job
from newsroom.photos import (
    credential_reading,
    filling_in,
    rendering,
    sending,
    storage,
    upload_intake,
)
from workers.app import app


@app.task(name=Job.PHOTOS_RENDER)
def render(photo_id: int) -> None:
    rendering.render(photo_id)


@app.task(name=Job.PHOTOS_READ_CREDENTIALS)
def read_credentials(photo_id: int) -> None:
    credential_reading.read(photo_id)


@app.task(name=Job.PHOTOS_RESEND)
def resend() -> None:
    with transaction():
        rendering.resend_stale()
        credential_reading.resend_stale()
        upload_intake.resend_stale()


@app.task(name=Job.PHOTOS_FILL_IN)
def fill_in() -> None:
    filling_in.fill_in()


@app.task(name=Job.PHOTOS_TAKE_IN)
def take_in(upload_id: int) -> None:
    upload_intake.take_in(upload_id)


@app.task(name=Job.PHOTOS_SWEEP)
def sweep() -> None:
    with transaction():
        sending.sweep()
    sending.sweep_files()
    storage.drop_copies()
