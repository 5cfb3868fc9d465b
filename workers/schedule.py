"""What beat runs, and how often."""

from datetime import timedelta

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

LOOK_AT_LEAST_EVERY_SECONDS = 3
"""Beat's tick; its lock lasts five of them, so a standby takes over in fifteen seconds."""


def beat_schedule() -> dict[str, dict[str, object]]:
    """As Celery reads it. A tick not taken before the next is dropped: one look is enough."""
    return {
        job.value: {
            "task": job.value,
            "schedule": period.total_seconds(),
            "options": {"expires": period.total_seconds()},
        }
        for job, period in EVERY.items()
    }
