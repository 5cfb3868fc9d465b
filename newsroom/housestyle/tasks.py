"""Long work on the lexicon: asked for by a person, done in slices, told while it goes on."""

from sqlalchemy import ColumnElement, select

from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.housestyle.models import LexiconVersion
from newsroom.housestyle.task_models import LexiconTask
from newsroom.jobs import Job, enqueue
from newsroom.notifications import sliced_work
from newsroom.notifications.sliced_work import KEPT_FOR, SLICE_SECONDS, finish, note
from newsroom.roles import Actor, Permission, machine

__all__ = [
    "KEPT_FOR",
    "SLICE_SECONDS",
    "finish",
    "go_on",
    "look_through_published",
    "newest_of_published",
    "newest_preview",
    "note",
    "open_task",
    "resend_stale",
    "start",
    "task",
]

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
    return sliced_work.open_row(LexiconTask, task_id)


def go_on(task: LexiconTask) -> None:
    """Put the rest back in line."""
    enqueue(JOB_OF[task.kind], task.id)


def resend_stale() -> int:
    sent = sliced_work.resend_stale(LexiconTask, go_on)
    # Of a look through what is published it is the lexicon's version, and no text.
    sliced_work.drop_old_texts(LexiconTask, LexiconTask.kind != "published")
    return sent
