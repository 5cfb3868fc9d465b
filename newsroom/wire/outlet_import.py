"""A file of outlets held against those there are, and then taken in, in slices."""

import time
from collections.abc import Sequence
from dataclasses import replace

from newsroom.accounts.queries import person
from newsroom.db import db, transaction
from newsroom.errors import Invalid, NewsroomError
from newsroom.roles import Actor, machine
from newsroom.wire import outlet_tasks, queries, service
from newsroom.wire.exchange.planning import Report, Step, plan
from newsroom.wire.exchange.reading import read
from newsroom.wire.outlet_task_models import OutletTask

AT_ONCE = 500
"""Lines in one transaction: an editor's own change waits no longer than for these."""
WAITS = "One of its names belongs to another outlet."


def run(task_id: int) -> None:
    """One slice; opens its own transactions. A file that is only tried changes nothing."""
    begun = time.monotonic()
    steps = _begin(task_id)
    while steps is not None:
        with transaction():
            task = outlet_tasks.open_task(task_id)
            if task is None:
                return
            if task.done >= len(steps):
                _end(task, steps)
                return
            _some(task, steps)
            if time.monotonic() - begun > outlet_tasks.SLICE_SECONDS:
                outlet_tasks.go_on(task)
                return


def _begin(task_id: int) -> list[Step] | None:
    """What each line would do, planned anew by every slice; none where nothing can be read."""
    task = db.session.get(OutletTask, task_id)
    if task is None or not task.is_open:
        return None
    try:
        return plan(list(read(task.given)), queries.outlets_by_key())
    except Invalid as error:
        with transaction():
            if (found := outlet_tasks.open_task(task_id)) is not None:
                outlet_tasks.finish(found, error.sentence)
        return None


def _some(task: OutletTask, steps: Sequence[Step]) -> None:
    found, report = task.result, Report.read(task.result)
    later: list[int] = list(found.get("later", []))
    upto = min(len(steps), task.done + AT_ONCE)
    numbers = list(range(task.done, upto))
    if task.kind == "import":
        waiting = _take(_actor(task), steps, numbers)
        later += waiting
        numbers = [number for number in numbers if number not in waiting]
    for number in numbers:
        report.add(steps[number])
    outlet_tasks.note(task, upto, len(steps), {**report.as_json(), "later": later})


def _take(actor: Actor, steps: Sequence[Step], numbers: Sequence[int]) -> set[int]:
    """Take these lines, the new ones together; gives those that wait for another line."""
    new = [number for number in numbers if steps[number].kind == "new"]
    alone = [number for number in numbers if steps[number].kind == "changed"]
    if not _add_together(actor, [steps[number] for number in new]):
        alone += new
    return {number for number in alone if not _taken_alone(actor, steps[number])}


def _add_together(actor: Actor, steps: Sequence[Step]) -> bool:
    wanted = [(step.line.key, step.line.facts) for step in steps if step.line.facts]
    try:
        with db.session.begin_nested():
            service.take_in(actor, wanted)
    except NewsroomError:
        return False
    return True


def _taken_alone(actor: Actor, step: Step) -> bool:
    if not step.key:
        return _add_together(actor, [step])
    return _change_together(actor, [step])


def _change_together(actor: Actor, steps: Sequence[Step]) -> bool:
    """All or none: where two outlets swap a name, each first gives up its own."""
    try:
        with db.session.begin_nested():
            service.change_together(
                actor,
                [
                    (queries.outlet_to_change(queries.id_of_key(step.key)), step.line.facts)
                    for step in steps
                    if step.line.facts
                ],
            )
    except NewsroomError:
        return False
    return True


def _end(task: OutletTask, steps: Sequence[Step]) -> None:
    """Those that waited for another line to give up a name, and then the stories."""
    report, actor = Report.read(task.result), _actor(task)
    waiting = [steps[number] for number in task.result.get("later", [])]
    changed = _change_together(actor, [step for step in waiting if step.key])
    for step in waiting:
        taken = changed if step.key else _taken_alone(actor, step)
        report.add(step if taken else replace(step, kind="refused", sentence=WAITS))
    counts = report.counts
    if task.kind == "import" and counts["new"] + counts["changed"]:
        service.outlets_imported(actor, task.label, counts["new"], counts["changed"])
    outlet_tasks.note(task, len(steps), len(steps), report.as_json())
    outlet_tasks.finish(task)


def _actor(task: OutletTask) -> Actor:
    """Who asked for it, with the rights that they have now."""
    return person(task.by_id).actor if task.by_id else machine(task.by_name)
