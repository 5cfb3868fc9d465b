"""The outlets' pages: search first, then one page for each outlet."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.audit.queries import history_of
from newsroom.clock import local
from newsroom.db import now, transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal
from newsroom.web.sane import asked_number
from newsroom.wire import (
    contracts,
    feed_views,
    item_views,
    outlet_file_views,
    push_views,
    queries,
    rule_views,
    service,
    standard_views,
    upload_views,
    websub_views,
    wire_views,
)
from newsroom.wire.attribution import attribute
from newsroom.wire.forms import OutletForm
from newsroom.wire.models import OutletRow
from newsroom.wire.outlets import OutletType
from newsroom.wire.queries import Wanted

LONGEST_TRIAL = 1_000
"""Characters of a sentence tried on an outlet's page."""

blueprint = Blueprint("wire", __name__, url_prefix="/wire")
blueprints = (
    blueprint,
    wire_views.blueprint,
    item_views.blueprint,
    feed_views.blueprint,
    upload_views.blueprint,
    rule_views.blueprint,
    push_views.blueprint,
    websub_views.blueprint,
    standard_views.blueprint,
    outlet_file_views.blueprint,
)


@blueprint.get("/outlets")
@requires(Permission.USE_WIRE)
def outlets() -> str:
    wanted = Wanted(request.args.get("q", "").strip(), request.args.get("type", ""))
    after = asked_number("after")
    rows, following = queries.search(wanted, after)
    return render_template(
        "wire/outlets.html",
        rows=rows,
        wanted=wanted,
        types=list(OutletType),
        counts=queries.count_by_type(),
        may_edit=current_actor().may(Permission.EDIT_OUTLETS),
        contract_of=lambda row: contracts.state_in_words(row.facts, local(now()).date()),
        first=_page_after(wanted, None) if after else None,
        following=_page_after(wanted, following) if following else None,
    )


@blueprint.route("/outlets/new", methods=["GET", "POST"])
@requires(Permission.EDIT_OUTLETS)
def add() -> Answer:
    form = OutletForm()
    if request.method == "GET":
        form.name.data = request.args.get("name", "")
    if not form.validate_on_submit():
        return _form_page(form, None), REFUSED if form.errors else 200
    try:
        with transaction():
            row = service.add_outlet(current_actor(), form.facts)
    except (Invalid, Conflict) as error:
        show_refusal(form, error)
        return _form_page(form, None), REFUSED
    flash(f"{row.name} is added; open stories are read again.", "good")
    return redirect(url_for("wire.show", outlet_id=row.id), 303)


@blueprint.get("/outlets/<int:outlet_id>")
@requires(Permission.USE_WIRE)
def show(outlet_id: int) -> str:
    sentence = request.args.get("try", "")[:LONGEST_TRIAL]
    registry = queries.live_registry()
    row = queries.outlet(outlet_id)
    return render_template(
        "wire/outlet.html",
        row=row,
        contract=contracts.in_words(row.facts),
        contract_end=contracts.state_in_words(row.facts, local(now()).date()),
        sentence=sentence,
        trial=attribute(sentence, registry) if sentence else None,
        registry=registry,
        history=list(reversed(history_of("outlet", outlet_id))),
        may_edit=current_actor().may(Permission.EDIT_OUTLETS),
    )


@blueprint.route("/outlets/<int:outlet_id>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_OUTLETS)
def edit(outlet_id: int) -> Answer:
    form = OutletForm()
    if request.method == "GET":
        row = queries.outlet(outlet_id)
        form.show(row.facts, row.revision)
        return _form_page(form, row)
    if not form.validate():
        return _form_page(form, queries.outlet(outlet_id)), REFUSED
    try:
        with transaction():
            row = queries.outlet_to_change(outlet_id)
            service.change_outlet(current_actor(), row, form.facts, form.revision.data or 0)
    except Conflict:
        row = queries.outlet(outlet_id)
        form.catch_up(row.revision)
        return _form_page(form, row, changed=True), CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _form_page(form, queries.outlet(outlet_id)), REFUSED
    flash(f"{row.name} is saved; open stories are read again.", "good")
    return redirect(url_for("wire.show", outlet_id=outlet_id), 303)


def _form_page(form: OutletForm, row: OutletRow | None, *, changed: bool = False) -> str:
    return render_template("wire/form.html", form=form, row=row, changed=changed)


def _page_after(wanted: Wanted, after: int | None) -> str:
    return url_for("wire.outlets", q=wanted.words or None, type=wanted.type or None, after=after)
