"""The lexicon's pages: search first, then one page for each entry."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for

from newsroom.accounts.queries import desks, full_names, people
from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.housestyle import offer_views, queries, service, task_views
from newsroom.housestyle.entries import Status
from newsroom.housestyle.forms import EntryForm, ReasonForm
from newsroom.housestyle.lexicon import LONGEST_FORM, compile_lexicon
from newsroom.housestyle.matcher import read_passages
from newsroom.housestyle.matches import Reading
from newsroom.housestyle.models import Concept
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.proposal_views import blueprint as proposals_blueprint
from newsroom.housestyle.queries import Wanted
from newsroom.housestyle.scope import Scope
from newsroom.housestyle.stylebooks import Channel
from newsroom.roles import Actor, Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal
from newsroom.web.sane import asked_number

MOST_ANSWERS = 8
"""To one question of the editor."""
LONGEST_TRIAL = 1_000
"""Characters of a sentence tried on an entry's page."""

blueprint = Blueprint("lexicon", __name__, url_prefix="/lexicon")
blueprints = (
    blueprint,
    task_views.blueprint,
    offer_views.blueprint,
    proposals_blueprint,
)


@blueprint.get("")
@requires(Permission.USE_LEXICON)
def index() -> str:
    wanted = Wanted(request.args.get("q", "").strip(), request.args.get("status", ""))
    after = asked_number("after")
    concepts, following = queries.search(wanted, after)
    return render_template(
        "housestyle/index.html",
        concepts=concepts,
        wanted=wanted,
        statuses=list(Status),
        counts=queries.count_by_status(),
        may_edit=current_actor().may(Permission.EDIT_LEXICON),
        first=_page_after(wanted, None) if after else None,
        following=_page_after(wanted, following) if following else None,
        meant=queries.meant_by(wanted.words) if wanted.words and not concepts else None,
    )


@blueprint.get("/spelling")
@requires(Permission.USE_LEXICON)
def spelling() -> Response:
    """How we write something, for the editor: entries that have the words, or are meant by them."""
    wanted = Wanted(request.args.get("q", "").strip()[:LONGEST_FORM], Status.LIVE.value)
    found = queries.search(wanted)[0][:MOST_ANSWERS] if wanted.words else []
    meant = None if found else queries.meant_by(wanted.words)
    return jsonify(
        entries=[_answer(one) for one in ([meant] if meant else found)], meant=meant is not None
    )


def _answer(concept: Concept) -> dict[str, Any]:
    return {
        "id": concept.id,
        "preferred": concept.preferred,
        "instead_of": concept.facts.forms[1:],
        "not_in": [exception.text for exception in concept.exceptions],
        "native": concept.native,
        "note": concept.note,
    }


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.EDIT_LEXICON)
def add() -> Answer:
    form = _entry_form()
    if request.method == "GET":
        form.owner.data = current_actor().id
        form.preferred.data = request.args.get("preferred", "")
    if not form.validate_on_submit():
        return _form_page(form, None), REFUSED if form.errors else 200
    try:
        with transaction():
            concept = _add(form)
    except (Invalid, Conflict) as error:
        show_refusal(form, error)
        return _form_page(form, None), REFUSED
    flash(f"{concept.preferred} is {'live' if concept.is_live else 'kept as a draft'}.", "good")
    return redirect(url_for("lexicon.show", concept_id=concept.id), 303)


@blueprint.get("/<int:concept_id>")
@requires(Permission.USE_LEXICON)
def show(concept_id: int) -> str:
    return _entry_page(queries.concept(concept_id), ReasonForm())


@blueprint.route("/<int:concept_id>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_LEXICON)
def edit(concept_id: int) -> Answer:
    form = _entry_form()
    if request.method == "GET":
        concept = queries.concept(concept_id)
        form.show(concept.facts, concept.revision)
        return _form_page(form, concept)
    if not form.validate():
        return _form_page(form, queries.concept(concept_id)), REFUSED
    try:
        with transaction():
            concept = queries.concept_to_change(concept_id)
            revision, reason = form.revision.data or 0, form.reason.data or ""
            service.change_concept(current_actor(), concept, form.facts, revision, reason)
    except Conflict:
        concept = queries.concept(concept_id)
        form.catch_up(concept.revision)
        return _form_page(form, concept, changed=True), CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _form_page(form, queries.concept(concept_id)), REFUSED
    flash(f"{concept.preferred} is saved.", "good")
    return redirect(url_for("lexicon.show", concept_id=concept_id), 303)


@blueprint.post("/<int:concept_id>/go-live")
@requires(Permission.EDIT_LEXICON)
def go_live(concept_id: int) -> Answer:
    return _moved(concept_id, service.go_live, "is live; open stories are read again.")


@blueprint.post("/<int:concept_id>/archive")
@requires(Permission.EDIT_LEXICON)
def archive(concept_id: int) -> Answer:
    return _moved(concept_id, service.archive_concept, "is archived; the check no longer uses it.")


def _moved(concept_id: int, move: Callable[[Actor, Concept, str], None], said: str) -> Answer:
    form = ReasonForm()
    try:
        with transaction():
            concept = queries.concept_to_change(concept_id)
            move(current_actor(), concept, form.reason.data or "")
    except (Invalid, Conflict) as error:
        return _refused_move(concept_id, form, error), REFUSED
    flash(f"{concept.preferred} {said}", "good")
    return redirect(url_for("lexicon.show", concept_id=concept_id), 303)


def _entry_form() -> EntryForm:
    form = EntryForm()
    form.offer(desks(), [one for one in people() if one.actor.may(Permission.EDIT_LEXICON)])
    return form


def _add(form: EntryForm) -> Concept:
    if request.form.get("then") == Status.DRAFT.value:
        return service.draft_concept(current_actor(), form.facts)
    return service.add_concept(current_actor(), form.facts, form.reason.data or "")


def _refused_move(concept_id: int, form: ReasonForm, error: Invalid | Conflict) -> str:
    form.form_errors.extend(text for name, text in error.fields.items() if name != "reason")
    show_refusal(form, error)
    return _entry_page(queries.concept(concept_id), form)


def _form_page(form: EntryForm, concept: Concept | None, *, changed: bool = False) -> str:
    return render_template("housestyle/form.html", form=form, concept=concept, changed=changed)


def _entry_page(concept: Concept, form: ReasonForm) -> str:
    sentence = request.args.get("try", "")[:LONGEST_TRIAL]
    return render_template(
        "housestyle/entry.html",
        concept=concept,
        form=form,
        sentence=sentence,
        trial=_trial(concept, sentence) if sentence else None,
        history=list(reversed(history_of("concept", concept.id))),
        may_edit=current_actor().may(Permission.EDIT_LEXICON),
        owner=full_names([concept.owner_id])(concept.owner_id) if concept.owner_id else "",
        limits=_limits(concept.scope),
    )


def _limits(scope: Scope) -> list[str]:
    """Where and when it holds, in words; empty for everywhere and always."""
    said = [desk.name for desk in desks() if desk.id in scope.desks]
    said += [channel.label for channel in Channel if channel in scope.channels]
    if scope.starts_on:
        said.append(f"from {scope.starts_on:%-d %B %Y}")
    if scope.ends_on:
        said.append(f"until {scope.ends_on:%-d %B %Y}")
    return said


def _trial(concept: Concept, sentence: str) -> Reading:
    return read_passages([Passage(sentence)], compile_lexicon([concept.facts.term]))


def _page_after(wanted: Wanted, after: int | None) -> str:
    return url_for(
        "lexicon.index", q=wanted.words or None, status=wanted.status or None, after=after
    )
