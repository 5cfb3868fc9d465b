"""What beat runs, and how often."""

from datetime import timedelta

from celery.schedules import crontab

from newsroom.jobs import Job

EVERY: dict[Job, timedelta] = {
    Job.STORIES_RESEND_CHECKS: timedelta(seconds=30),
    Job.STORIES_INDEX_OWN: timedelta(minutes=5),
    Job.PHOTOS_RESEND: timedelta(seconds=60),
    Job.PHOTOS_FILL_IN: timedelta(seconds=60),
    Job.STORIES_NOTE_PHOTOS: timedelta(minutes=5),
    Job.PHOTOS_SWEEP: timedelta(hours=1),
    Job.HOUSESTYLE_RESEND: timedelta(seconds=60),
    Job.HOUSESTYLE_TURN_DAY: timedelta(minutes=5),
    Job.WIRE_LOOK: timedelta(seconds=10),
    Job.WIRE_KILLED: timedelta(seconds=30),
    Job.WIRE_NEWER: timedelta(seconds=30),
    Job.WIRE_FORGET: timedelta(hours=1),
    Job.WIRE_INDEX: timedelta(seconds=30),
    Job.STORIES_PHOTO_CHANGED: timedelta(seconds=30),
    Job.STORIES_RIGHTS_ENDING: timedelta(hours=1),
    Job.PUBLISHING_RUN_SCHEDULE: timedelta(seconds=10),
    Job.PUBLISHING_WITHHOLD: timedelta(seconds=60),
}

NIGHTLY: dict[Job, crontab] = {
    Job.WIRE_COUNT: crontab(hour="2", minute="30"),
}
"""By UTC, when the fewest work; a beat that was off then sends it when it is back."""
WITHIN = timedelta(hours=6)
"""Afterwards a nightly job waits for the next night."""

LOOK_AT_LEAST_EVERY_SECONDS = 3
"""Beat's tick; its lock lasts five of them, so a standby takes over in fifteen seconds."""


def beat_schedule() -> dict[str, dict[str, object]]:
    """As Celery reads it. A tick not taken before the next is dropped: one look is enough."""
    often = {job: _entry(job, one.total_seconds(), one) for job, one in EVERY.items()}
    nightly = {job: _entry(job, moment, WITHIN) for job, moment in NIGHTLY.items()}
    return {job.value: entry for job, entry in (often | nightly).items()}


def _entry(job: Job, schedule: object, expires: timedelta) -> dict[str, object]:
    return {
        "task": job.value,
        "schedule": schedule,
        "options": {"expires": expires.total_seconds()},
    }
