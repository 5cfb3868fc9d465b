"""The administrators' pages of desks."""

from flask import Blueprint, flash, redirect, render_template, url_for

from newsroom.accounts import desks, queries
from newsroom.accounts.desks import DeskFacts
from newsroom.accounts.forms import DeskForm
from newsroom.accounts.models import Desk
from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, show_refusal

blueprint = Blueprint("desks", __name__, url_prefix="/desks")


@blueprint.get("")
@requires(Permission.MANAGE_DESKS)
def index() -> str:
    return render_template("accounts/desks.html", desks=queries.desks())


@blueprint.route("/new", methods=["GET", "POST"])
@requires(Permission.MANAGE_DESKS)
def add() -> Answer:
    form = DeskForm()
    if not form.validate_on_submit():
        return _page(form, None), REFUSED if form.errors else 200
    try:
        with transaction():
            desk = desks.add_desk(current_actor(), _facts(form))
    except Invalid as error:
        show_refusal(form, error)
        return _page(form, None), REFUSED
    flash(f"The desk {desk.name} is there.", "good")
    return redirect(url_for("desks.index"), 303)


@blueprint.route("/<int:desk_id>", methods=["GET", "POST"])
@requires(Permission.MANAGE_DESKS)
def edit(desk_id: int) -> Answer:
    desk = queries.desk(desk_id)
    form = DeskForm(obj=desk)
    if not form.validate_on_submit():
        return _page(form, desk), REFUSED if form.errors else 200
    try:
        with transaction():
            desks.change_desk(current_actor(), queries.desk_to_change(desk_id), _facts(form))
    except Invalid as error:
        show_refusal(form, error)
        return _page(form, queries.desk(desk_id)), REFUSED
    flash(f"The desk {form.name.data} is saved.", "good")
    return redirect(url_for("desks.index"), 303)


def _facts(form: DeskForm) -> DeskFacts:
    return DeskFacts(
        name=form.name.data or "",
        slug=form.slug.data or "",
        position=form.position.data or 0,
        self_pass=bool(form.self_pass.data),
        editors_suggest=bool(form.editors_suggest.data),
        quotes=form.quotes.data or "typed",
        language=(form.language.data or "").strip() or "en",
    )


def _page(form: DeskForm, desk: Desk | None) -> str:
    return render_template("accounts/desk.html", form=form, desk=desk)
