"""The paper's job: put out what was scheduled."""

from newsroom.jobs import Job
from newsroom.publishing import schedule
from workers.app import app


@app.task(name=Job.PUBLISHING_RUN_SCHEDULE)
def run_schedule() -> None:
    schedule.run_schedule()
