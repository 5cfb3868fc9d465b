"""The outlets as a file: taken out whole, and taken in after a look at what it would change."""

from flask import Blueprint, Response, redirect, render_template, url_for

from newsroom.db import transaction
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, Form
from newsroom.web.text_file import TextFileForm, sent_text
from newsroom.wire import outlet_import, outlet_tasks, queries
from newsroom.wire.exchange import writing

LINES_AT_ONCE = 1_000
"""A shorter file is tried while its reader waits; a longer one in line behind other work."""

blueprint = Blueprint("outlet_files", __name__, url_prefix="/wire/outlets")


@blueprint.get("/export")
@requires(Permission.USE_WIRE)
def export() -> Response:
    """Every outlet; what is exported can be imported again without a loss."""
    text = writing.write(queries.outlets_by_key().values())
    made = Response(text, content_type="text/csv; charset=utf-8")
    made.headers["Content-Disposition"] = "attachment; filename=outlets.csv"
    return made


@blueprint.get("/import")
@requires(Permission.EDIT_OUTLETS)
def choose() -> str:
    return render_template("wire/outlet_import.html", form=TextFileForm(formdata=None))


@blueprint.post("/import")
@requires(Permission.EDIT_OUTLETS)
def attempt() -> Answer:
    """Nothing is changed yet: the file is held against the outlets first."""
    form = TextFileForm()
    name, text, fault = sent_text(form, "Choose a CSV file.")
    if fault:
        form.file.errors = [fault]
        return render_template("wire/outlet_import.html", form=form), REFUSED
    with transaction():
        task = outlet_tasks.start(current_actor(), "try", name, text)
    if text.count("\n") <= LINES_AT_ONCE:
        outlet_import.run(task.id)
    return redirect(url_for("outlet_files.show", task_id=task.id), 303)


@blueprint.get("/import/<int:task_id>")
@requires(Permission.EDIT_OUTLETS)
def show(task_id: int) -> str:
    task = outlet_tasks.task(task_id)
    return render_template("wire/outlet_task.html", task=task, found=task.result, form=Form())


@blueprint.post("/import/<int:task_id>/take")
@requires(Permission.EDIT_OUTLETS)
def take(task_id: int) -> Answer:
    """Take what was tried; what was refused is left out again."""
    tried = outlet_tasks.task(task_id)
    if tried.kind != "try" or tried.state != "done" or not tried.given:
        return redirect(url_for("outlet_files.show", task_id=task_id), 303)
    with transaction():
        task = outlet_tasks.start(current_actor(), "import", tried.label, tried.given)
    return redirect(url_for("outlet_files.show", task_id=task.id), 303)
