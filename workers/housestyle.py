"""The lexicon’s jobs: files that are imported, entries that begin or end on a day."""

from newsroom.db import transaction
from newsroom.housestyle import import_run, service, tasks
from newsroom.jobs import Job
from workers.app import app


@app.task(name=Job.HOUSESTYLE_TURN_DAY)
def turn_day() -> None:
    with transaction():
        service.turn_day()


@app.task(name=Job.HOUSESTYLE_IMPORT)
def import_file(task_id: int) -> None:
    import_run.run(task_id)


@app.task(name=Job.HOUSESTYLE_RESEND)
def resend() -> None:
    with transaction():
        tasks.resend_stale()
