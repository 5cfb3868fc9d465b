"""The lexicon's jobs: entries that begin or end on a day."""

from newsroom.db import transaction
from newsroom.housestyle import service
from newsroom.jobs import Job
from workers.app import app


@app.task(name=Job.HOUSESTYLE_TURN_DAY)
def turn_day() -> None:
    with transaction():
        service.turn_day()
