"""The queue's sending side: every job by name, sent only once the change it is about is committed.

The database row is the job and the message a nudge: where the broker is away the nudge is
dropped with a line in the log, and beat sends stale rows again.
"""

import logging
from enum import StrEnum

from celery import Celery
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from newsroom.db import after_commit
from newsroom.settings import Settings, current_settings

log = logging.getLogger(__name__)


class Job(StrEnum):
    """What the workers do; workers/<feature>.py registers a task under each name."""

    STORIES_CHECK = "stories.check"
    STORIES_RECHECK_ALL = "stories.recheck_all"
    STORIES_RECHECK_SOME = "stories.recheck_some"
    STORIES_RESEND_CHECKS = "stories.resend_checks"
    STORIES_PHOTO_CHANGED = "stories.photo_changed"
    STORIES_PHOTO_SAID = "stories.photo_said"
    STORIES_RIGHTS_ENDING = "stories.rights_ending"
    PHOTOS_RENDER = "photos.render"
    PHOTOS_READ_CREDENTIALS = "photos.read_credentials"
    PHOTOS_RESEND = "photos.resend"
    PHOTOS_FILL_IN = "photos.fill_in"
    PHOTOS_TAKE_IN = "photos.take_in"
    PHOTOS_SWEEP = "photos.sweep"
    HOUSESTYLE_TURN_DAY = "housestyle.turn_day"
    HOUSESTYLE_IMPORT = "housestyle.import"
    HOUSESTYLE_RESEND = "housestyle.resend"
    STORIES_INDEX_OWN = "stories.index_own"
    STORIES_NOTE_PHOTOS = "stories.note_photos"
    STORIES_PREVIEW_ENTRY = "stories.preview_entry"
    WIRE_LOOK = "wire.look"
    WIRE_READ_FEED = "wire.read_feed"
    WIRE_TAKE_IN = "wire.take_in"
    WIRE_SUBSCRIBE = "wire.subscribe"
    WIRE_FORGET = "wire.forget"
    WIRE_INDEX = "wire.index"
    WIRE_COUNT = "wire.count"
    WIRE_KILLED = "wire.killed"
    WIRE_NEWER = "wire.newer"
    WIRE_TAKE_PHOTO = "wire.take_photo"
    WIRE_IMPORT_OUTLETS = "wire.import_outlets"
    PUBLISHING_RUN_SCHEDULE = "publishing.run_schedule"
    PUBLISHING_WITHHOLD = "publishing.withhold"


BROKER_PATIENCE_SECONDS = 1.0
"""A page must not hang because the broker is away."""

BEAT_LOCK = "redbeat::lock"
"""Held in the broker by the one beat at work, and renewed at each of its ticks."""


def celery_address(redis_url: str) -> str:
    """The address as Celery spells it: it knows sockets as redis+socket://."""
    if redis_url.startswith("unix://"):
        return f"redis+socket://{redis_url.removeprefix('unix://')}"
    return redis_url


def sender(settings: Settings) -> Celery:
    """A Celery application that only sends."""
    app = Celery("newsroom", broker=celery_address(settings.redis_url))
    app.conf.update(
        task_ignore_result=True,
        broker_connection_timeout=BROKER_PATIENCE_SECONDS,
        broker_transport_options={
            "socket_connect_timeout": BROKER_PATIENCE_SECONDS,
            "socket_timeout": BROKER_PATIENCE_SECONDS,
            # A connection that broke gets one more try at once; by default it would sleep first.
            "max_retries": 1,
            "interval_start": 0,
        },
        task_publish_retry=False,
    )
    return app


_senders: dict[str, Celery] = {}


def enqueue(job: Job, *args: int | str) -> None:
    """Send after the open transaction commits: a worker must never look for a row not yet there."""
    settings = current_settings()
    after_commit(lambda: send(settings, job, *args))


def enqueue_in(seconds: float, job: Job, *args: int | str) -> None:
    """Send after the commit, to be run only then: for work that waits for a pause in typing."""
    settings = current_settings()
    after_commit(lambda: send(settings, job, *args, countdown=seconds))


def send(settings: Settings, job: Job, *args: int | str, countdown: float = 0) -> None:
    if settings.redis_url not in _senders:
        _senders[settings.redis_url] = sender(settings)
    celery = _senders[settings.redis_url]
    try:
        celery.send_task(job.value, args=args, countdown=countdown or None)
    except (OperationalError, RedisError, OSError) as error:
        log.warning("broker away, %s waits for beat to send it again: %s", job.value, error)
