"""What the worker and beat processes are started with: the Celery application on this machine.

Reading the environment stays out of workers.app, so that a test can look at the tasks without it.
"""

import gc
import logging
import os
import warnings
from typing import Any

import billiard.pool
from celery.exceptions import SecurityWarning
from celery.signals import after_setup_logger, beat_init, worker_init, worker_ready

from newsroom.jobs import BEAT_LOCK, celery_address
from newsroom.settings import read_settings
from newsroom.supervising.parts import BEAT_READY, WORKER_READY
from workers import schedule
from workers.app import app, newsroom_app

# A container or a first try runs as root; the danger it warns of is pickle, which is not accepted.
warnings.filterwarnings("ignore", category=SecurityWarning)

ROUTINE = ("celery.beat", "celery.worker.strategy", "celery.app.trace")
"""Write a line whenever a task is due, taken and done; failures are told all the same."""

settings = read_settings(os.environ)

# A child that ends waits until its last answer has been read, half a minute by default; in a warm
# shutdown the parent may have stopped reading. A task that nobody heard of just runs again.
billiard.pool.GUARANTEE_MESSAGE_CONSUMPTION_RETRY_LIMIT = 20  # times a tenth of a second

app.set_current()
app.conf.update(
    broker_url=celery_address(settings.redis_url),
    beat_schedule=schedule.beat_schedule(),
    beat_scheduler="redbeat.RedBeatScheduler",
    beat_max_loop_interval=schedule.LOOK_AT_LEAST_EVERY_SECONDS,
    redbeat_redis_url=settings.redis_url,
    redbeat_redis_options={"retry_period": -1},
    # Alone on its machine a restarted beat need not wait for the lock of the one that died.
    redbeat_lock_key=None if settings.embedded_broker else BEAT_LOCK,
)


@after_setup_logger.connect
def _tell_routine_only_when_asked(**_: Any) -> None:
    if settings.log_level != "debug":
        for name in ROUTINE:
            logging.getLogger(name).setLevel(logging.WARNING)


@worker_init.connect
def _load_once(**_: Any) -> None:
    """Before the worker forks, so that its children share one copy and a bad setting ends it."""
    newsroom_app()
    gc.freeze()  # as in the web process: shared memory, and a quick stop


@worker_ready.connect
def _worker_ready(**_: Any) -> None:
    print(WORKER_READY, flush=True)  # noqa: T201 - read by the supervisor, whatever the log level


@beat_init.connect
def _beat_ready(**_: Any) -> None:
    gc.freeze()
    print(BEAT_READY, flush=True)  # noqa: T201 - the same
