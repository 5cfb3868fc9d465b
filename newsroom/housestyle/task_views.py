"""Long work on the lexicon as its readers see it: a preview, a file tried and then taken."""

from flask import Blueprint, Response, redirect, render_template, request, url_for

from newsroom.db import transaction
from newsroom.errors import NotFound
from newsroom.housestyle import importing, queries, tasks
from newsroom.housestyle.exchange import writing
from newsroom.housestyle.models import Concept
from newsroom.housestyle.task_models import LexiconTask
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, Form
from newsroom.web.text_file import TextFileForm, sent_text

blueprint = Blueprint("lexicon_tasks", __name__, url_prefix="/lexicon")


@blueprint.post("/<int:concept_id>/preview")
@requires(Permission.EDIT_LEXICON)
def preview(concept_id: int) -> Answer:
    concept = queries.concept(concept_id)
    with transaction():
        task = tasks.start(current_actor(), "preview", concept.preferred, concept_id=concept.id)
    return redirect(url_for("lexicon_tasks.show", task_id=task.id), 303)


@blueprint.get("/tasks/<int:task_id>")
@requires(Permission.EDIT_LEXICON)
def show(task_id: int) -> str:
    task = tasks.task(task_id)
    concept = queries.concept(task.concept_id) if task.concept_id else None
    return _page(task, concept)


@blueprint.get("/published")
@requires(Permission.EDIT_LEXICON)
def published() -> Answer:
    """What is published and not in house style, as of the newest look through it."""
    task = tasks.newest_of_published()
    if task is None:
        raise NotFound(
            "Nothing published was looked through yet: that is done when an entry changes."
        )
    return redirect(url_for("lexicon_tasks.show", task_id=task.id), 303)


def _page(task: LexiconTask, concept: Concept | None) -> str:
    return render_template(
        "housestyle/task.html", task=task, found=task.result, concept=concept, form=Form()
    )


@blueprint.get("/import")
@requires(Permission.EDIT_LEXICON)
def choose_file() -> Answer:
    return render_template("housestyle/import.html", form=TextFileForm(formdata=None))


@blueprint.post("/import")
@requires(Permission.EDIT_LEXICON)
def try_file() -> Answer:
    """Nothing is changed yet: the file is held against the lexicon first."""
    form = TextFileForm()
    name, text, fault = sent_text(form, "Choose a file of CSV or JSON.")
    if fault:
        form.file.errors = [fault]
        return render_template("housestyle/import.html", form=form), REFUSED
    with transaction():
        task = tasks.start(current_actor(), "try_import", name, text)
    return redirect(url_for("lexicon_tasks.show", task_id=task.id), 303)


@blueprint.post("/tasks/<int:task_id>/import")
@requires(Permission.EDIT_LEXICON)
def take_file(task_id: int) -> Answer:
    """Take the entries of a file that was tried; what was refused is left out again."""
    tried = tasks.task(task_id)
    if tried.kind != "try_import" or tried.state != "done" or not tried.given:
        return redirect(url_for("lexicon_tasks.show", task_id=task_id), 303)
    with transaction():
        task = tasks.start(current_actor(), "import", tried.label, tried.given)
    return redirect(url_for("lexicon_tasks.show", task_id=task.id), 303)


@blueprint.get("/export")
@requires(Permission.USE_LEXICON)
def export() -> Response:
    """The whole lexicon; what is exported can be imported again without a loss."""
    as_json = request.args.get("format") == "json"
    text = (writing.write_json if as_json else writing.write_csv)(importing.export())
    kind, name = ("application/json", "lexicon.json") if as_json else ("text/csv", "lexicon.csv")
    made = Response(text, content_type=f"{kind}; charset=utf-8")
    made.headers["Content-Disposition"] = f"attachment; filename={name}"
    return made
