"""The import of a file as work in slices: killed anywhere, it goes on from where it stood."""

import time
from collections.abc import Sequence
from typing import Any

from newsroom.accounts.queries import person
from newsroom.db import db, transaction
from newsroom.errors import Invalid
from newsroom.housestyle import importing, service, tasks
from newsroom.housestyle.exchange.columns import Line
from newsroom.housestyle.exchange.reading import read
from newsroom.housestyle.importing import Report, Step
from newsroom.housestyle.task_models import LexiconTask
from newsroom.roles import Actor, machine

AT_ONCE = 100
"""Lines in one transaction: an editor's own change waits no longer than for these."""


def run(task_id: int) -> None:
    """One slice; opens its own transactions."""
    begun = time.monotonic()
    steps = _begin(task_id)
    while steps is not None and time.monotonic() - begun < tasks.SLICE_SECONDS:
        with transaction():
            task = tasks.open_task(task_id)
            if task is None:
                return
            if task.done >= len(steps):
                _end(task, steps)
                return
            _some(task, steps)
    with transaction():
        task = tasks.open_task(task_id)
        if task is not None:
            tasks.go_on(task)


def _begin(task_id: int) -> list[Step] | None:
    """What each line would do, read anew by every slice; none where nothing can be read."""
    task = db.session.get(LexiconTask, task_id)
    if task is None or not task.is_open:
        return None
    try:
        lines: list[Line] = list(read(task.given, importing.names()))
    except Invalid as error:
        with transaction():
            if (found := tasks.open_task(task_id)) is not None:
                tasks.finish(found, error.sentence)
        return None
    return importing.plan(lines)


def _some(task: LexiconTask, steps: Sequence[Step]) -> None:
    found, report = task.result, Report.read(task.result)
    later: list[int] = list(found.get("later", []))
    actor, reason = _actor(task), _reason(task)
    upto = min(len(steps), task.done + AT_ONCE)
    sound = [n for n in range(task.done, upto) if importing.judge(steps[n], report)]
    if task.kind == "try_import":
        for number in sound:
            importing.compare(steps[number], report)
    else:
        with service.among_many():
            later += _taken(actor, steps, sound, reason, report)
    tasks.note(task, upto, len(steps), _found(report, later))


def _taken(
    actor: Actor, steps: Sequence[Step], sound: Sequence[int], reason: str, report: Report
) -> list[int]:
    """Take these lines, the new ones together; gives those that wait for another line."""
    new = [number for number in sound if steps[number].concept_id is None]
    together = importing.take_new(actor, [steps[number] for number in new], report)
    alone = [number for number in sound if not together or number not in new]
    return [number for number in alone if not importing.take(actor, steps[number], reason, report)]


def _end(task: LexiconTask, steps: Sequence[Step]) -> None:
    """Those that waited for another line to give up a spelling, and then the stories."""
    found, report = task.result, Report.read(task.result)
    actor, reason = _actor(task), _reason(task)
    later = [steps[number] for number in found.get("later", [])]
    with service.among_many():
        for step in importing.take_together(actor, later, reason, report):
            report.refuse(step.line, "One of its spellings belongs to another entry.")
    if report.counts["new"] + report.counts["changed"] and task.kind == "import":
        service.recheck_stories()
    tasks.note(task, len(steps), len(steps), _found(report, []))
    tasks.finish(task)


def _found(report: Report, later: Sequence[int]) -> dict[str, Any]:
    return {**report.as_json(), "later": list(later)}


def _actor(task: LexiconTask) -> Actor:
    """Who asked for it, with the rights that they have now."""
    return person(task.by_id).actor if task.by_id else machine(task.by_name)


def _reason(task: LexiconTask) -> str:
    return f"Imported from {task.label}"


def at_once(kind: str, label: str, text: str) -> tuple[str | None, dict[str, Any]]:
    """The whole of it here and now, for the command line: the error, if any, and what came of it."""
    with transaction():
        number = tasks.start(machine("newsroom style import"), kind, label, text).id
    while tasks.task(number).is_open:
        run(number)
        db.session.expire_all()
    done = tasks.task(number)
    return done.error, done.result
