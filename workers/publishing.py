"""The paper's jobs: put out what was scheduled, take off what may not be shown any more."""

from newsroom.jobs import Job
from newsroom.publishing import schedule, withholding
from workers.app import app


@app.task(name=Job.PUBLISHING_RUN_SCHEDULE)
def run_schedule() -> None:
    schedule.run_schedule()


@app.task(name=Job.PUBLISHING_WITHHOLD)
def withhold() -> None:
    withholding.look()
