"""The wire's jobs: feeds that are asked by turns, deliveries, subscriptions, what is forgotten and counted, files of outlets."""

from newsroom.db import transaction
from newsroom.jobs import Job
from newsroom.wire import (
    deliveries,
    feed_queue,
    feed_reading,
    forgetting,
    indexing,
    intake,
    outlet_import,
    outlet_tasks,
    subscriptions,
)
from newsroom.wire.reuse_index import reuse_index
from workers.app import app


@app.task(name=Job.WIRE_LOOK)
def look() -> None:
    with transaction():
        feed_queue.send_due()
        subscriptions.send_due()
        deliveries.resend_stale()
        outlet_tasks.resend_stale()


@app.task(name=Job.WIRE_READ_FEED)
def read_feed(feed_id: int) -> None:
    feed_reading.read_feed(feed_id)


@app.task(name=Job.WIRE_TAKE_IN)
def take_in(delivery_id: int) -> None:
    intake.work(delivery_id)


@app.task(name=Job.WIRE_SUBSCRIBE)
def subscribe(feed_id: int) -> None:
    subscriptions.subscribe(feed_id)


@app.task(name=Job.WIRE_FORGET)
def forget() -> None:
    forgetting.forget_old()


@app.task(name=Job.WIRE_INDEX)
def index_new() -> None:
    indexing.index_new()


@app.task(name=Job.WIRE_COUNT)
def count_anew() -> None:
    """Which words of agency copy say nothing, as the copy of today has it."""
    reuse_index().refresh_statistics()


@app.task(name=Job.WIRE_IMPORT_OUTLETS)
def import_outlets(task_id: int) -> None:
    outlet_import.run(task_id)
