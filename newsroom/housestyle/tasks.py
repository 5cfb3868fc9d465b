"""Long work on the lexicon: asked for by a person, done in slices, told while it goes on."""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, update

from newsroom.db import db, locked_row, now
from newsroom.errors import NotFound
from newsroom.housestyle.models import LexiconVersion
from newsroom.housestyle.task_models import LexiconTask
from newsroom.jobs import Job, enqueue
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission, machine

SLICE_SECONDS = 30.0
"""After so long a worker puts the rest back in line: others wait there too."""
STALE_AFTER = timedelta(seconds=120)
"""Untouched for longer, its worker has died or its message is lost; beat sends another."""
KEPT_FOR = timedelta(days=30)

JOB_OF = {
    "try_import": Job.HOUSESTYLE_IMPORT,
    "import": Job.HOUSESTYLE_IMPORT,
    "preview": Job.STORIES_PREVIEW_ENTRY,
    "published": Job.STORIES_PREVIEW_ENTRY,
}


def start(
    actor: Actor, kind: str, label: str, given: str = "", concept_id: int | None = None
) -> LexiconTask:
    actor.require(Permission.EDIT_LEXICON)
    task = LexiconTask(
        kind=kind,
        by_id=actor.id,
        by_name=actor.name,
        concept_id=concept_id,
        label=label[:200],
        given=given,
    )
    db.session.add(task)
    db.session.flush()
    enqueue(JOB_OF[kind], task.id)
    return task


def task(task_id: int) -> LexiconTask:
    found = db.session.get(LexiconTask, task_id)
    if found is None:
        raise NotFound("There is no such work.")
    return found


def newest_preview(concept_id: int) -> LexiconTask | None:
    """The last finished one of the entry."""
    return _newest(LexiconTask.concept_id == concept_id, LexiconTask.state == "done")


def newest_of_published() -> LexiconTask | None:
    """The last look through what is published, finished or not."""
    return _newest(LexiconTask.kind == "published")


def _newest(*which: ColumnElement[bool]) -> LexiconTask | None:
    wanted = select(LexiconTask).where(*which).order_by(LexiconTask.id.desc()).limit(1)
    return db.session.scalars(wanted).one_or_none()


def look_through_published() -> None:
    """With the lexicon as it is now; one look at a time, and none for a lexicon already looked with."""
    version, last = LexiconVersion.current(), newest_of_published()
    if last is not None and last.given == str(version):
        return
    if last is not None and (row := open_task(last.id)):
        finish(row, "The lexicon changed again, and everything is looked through anew.")
    start(machine("The lexicon"), "published", "Published stories", str(version))


def open_task(task_id: int) -> LexiconTask | None:
    """The row, locked, where there is work left; for inside transaction()."""
    found = locked_row(select(LexiconTask).where(LexiconTask.id == task_id))
    return found if found is not None and found.is_open else None


def note(task: LexiconTask, done: int, total: int, found: Mapping[str, Any]) -> None:
    """How far it is and what came of it so far, in the transaction that did it."""
    task.state, task.done, task.total = "running", done, total
    task.found = json.dumps(found, ensure_ascii=False)
    task.touched_at = now()
    announce("task", task=task.id)


def finish(task: LexiconTask, error: str | None = None) -> None:
    task.state, task.error = ("failed" if error else "done"), error
    task.touched_at = now()
    announce("task", task=task.id)


def go_on(task: LexiconTask) -> None:
    """Put the rest back in line."""
    enqueue(JOB_OF[task.kind], task.id)


def resend_stale() -> int:
    stale = (
        select(LexiconTask)
        .where(
            LexiconTask.state.in_(["waiting", "running"]),
            LexiconTask.touched_at < now() - STALE_AFTER,
        )
        .with_for_update(skip_locked=True)
    )
    rows = db.session.scalars(stale).all()
    for row in rows:
        row.touched_at = now()
        go_on(row)
    # A file that was sent is kept for a month, and then only what came of it.
    db.session.execute(
        update(LexiconTask)
        .where(
            LexiconTask.created_at < now() - KEPT_FOR,
            LexiconTask.given != "",
            LexiconTask.kind != "published",
        )
        .values(given="")
    )
    return len(rows)
