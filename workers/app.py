"""The Celery application: how every task runs, fails and is delivered again."""

from contextlib import nullcontext
from functools import cache
from typing import Any

from celery import Celery, Task
from flask import Flask, has_app_context

TIME_LIMIT_SECONDS = 90
"""Longer than any task needs; the row is still pending then and beat sends it again."""

REDELIVERY_SECONDS = 120
"""After which an unfinished task is given to another worker; above the limit, or it runs twice."""

TASK_MODULES = (
    "workers.housestyle",
    "workers.photos",
    "workers.publishing",
    "workers.stories",
    "workers.wire",
)


@cache
def newsroom_app() -> Flask:
    from newsroom.app import app_from_environment

    return app_from_environment()


class InNewsroom(Task):  # type: ignore[type-arg]  # the types' package has no bound for it
    """A task inside the application's context, whose session ends with the task."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        # Called directly by a test, a task shares the context that the test has opened.
        with nullcontext() if has_app_context() else newsroom_app().app_context():
            return super().__call__(*args, **kwargs)


app = Celery("newsroom", task_cls=InNewsroom, include=list(TASK_MODULES), set_as_current=False)
app.conf.update(
    accept_content=["json"],
    task_serializer="json",
    task_ignore_result=True,
    # A task is done when it has finished, not when a worker has taken it.
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    task_time_limit=TIME_LIMIT_SECONDS,
    broker_connection_retry_on_startup=True,
    # A task that can no longer say that it is done will run again anyway.
    worker_cancel_long_running_tasks_on_connection_loss=True,
    worker_redirect_stdouts=False,
    worker_log_format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    worker_task_log_format="%(asctime)s %(levelname)s %(task_name)s: %(message)s",
    broker_transport_options={
        "visibility_timeout": REDELIVERY_SECONDS,
        # By default the broker's lost tasks are looked for only every hundred seconds.
        "unacked_restore_interval": 5,
        "unacked_restore_throttle": 1,
    },
)
