"""Files of outlets as work in line: begun by a person, gone on with after a crash, told as it goes."""

from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.jobs import Job, enqueue
from newsroom.notifications import sliced_work
from newsroom.notifications.sliced_work import SLICE_SECONDS, finish, note
from newsroom.roles import Actor, Permission
from newsroom.wire.outlet_task_models import OutletTask

__all__ = [
    "SLICE_SECONDS",
    "finish",
    "go_on",
    "note",
    "open_task",
    "resend_stale",
    "start",
    "task",
]


def start(actor: Actor, kind: str, label: str, given: str) -> OutletTask:
    actor.require(Permission.EDIT_OUTLETS)
    task = OutletTask(kind=kind, by_id=actor.id, by_name=actor.name, label=label[:200], given=given)
    db.session.add(task)
    db.session.flush()
    go_on(task)
    return task


def task(task_id: int) -> OutletTask:
    found = db.session.get(OutletTask, task_id)
    if found is None:
        raise NotFound("There is no such file.")
    return found


def open_task(task_id: int) -> OutletTask | None:
    return sliced_work.open_row(OutletTask, task_id)


def go_on(task: OutletTask) -> None:
    enqueue(Job.WIRE_IMPORT_OUTLETS, task.id)


def resend_stale() -> int:
    sent = sliced_work.resend_stale(OutletTask, go_on)
    sliced_work.drop_old_texts(OutletTask)
    return sent
