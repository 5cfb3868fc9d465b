"""Files of outlets as work in line: begun by a person, gone on with after a crash, told as it goes."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select, update

from newsroom.db import db, locked_row, now
from newsroom.errors import NotFound
from newsroom.jobs import Job, enqueue
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.wire.outlet_task_models import OutletTask

SLICE_SECONDS = 30.0
"""After so long a worker puts the rest back in line: others wait there too."""
STALE_AFTER = timedelta(seconds=120)
"""Untouched for longer, its worker has died or its message is lost; beat sends another."""
KEPT_FOR = timedelta(days=30)


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
    """The row, locked, where there is work left; for inside transaction()."""
    found = locked_row(select(OutletTask).where(OutletTask.id == task_id))
    return found if found is not None and found.is_open else None


def note(task: OutletTask, done: int, total: int, found: Mapping[str, Any]) -> None:
    """How far it is and what came of it so far, in the transaction that did it."""
    task.state, task.done, task.total = "running", done, total
    task.found = json.dumps(found, ensure_ascii=False)
    task.touched_at = now()
    announce("task", task=task.id)


def finish(task: OutletTask, error: str | None = None) -> None:
    task.state, task.error = ("failed" if error else "done"), error
    task.touched_at = now()
    announce("task", task=task.id)


def go_on(task: OutletTask) -> None:
    enqueue(Job.WIRE_IMPORT_OUTLETS, task.id)


def resend_stale() -> int:
    stale = (
        select(OutletTask)
        .where(
            OutletTask.state.in_(["waiting", "running"]),
            OutletTask.touched_at < now() - STALE_AFTER,
        )
        .with_for_update(skip_locked=True)
    )
    rows = db.session.scalars(stale).all()
    for row in rows:
        row.touched_at = now()
        go_on(row)
    # A file that was sent is kept for a month, and then only what came of it.
    old = (OutletTask.created_at < now() - KEPT_FOR, OutletTask.given != "")
    db.session.execute(update(OutletTask).where(*old).values(given=""))
    return len(rows)
