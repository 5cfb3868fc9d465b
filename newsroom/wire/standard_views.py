"""The administrators' page of what a desk makes of the newsroom's standards on sources."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.accounts import queries as accounts
from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.web.level_form import form_of
from newsroom.wire import desk_standards
from newsroom.wire.standards.table import STANDARDS

blueprint = Blueprint("standards", __name__, url_prefix="/desks")


StandardsForm = form_of(STANDARDS)


@blueprint.route("/<int:desk_id>/standards", methods=["GET", "POST"])
@requires(Permission.MANAGE_DESKS)
def edit(desk_id: int) -> Answer:
    desk = accounts.desk(desk_id)
    form = StandardsForm()
    if request.method == "GET":
        form.show(desk_standards.levels(desk.id))
    if not form.validate_on_submit():
        page = render_template(
            "wire/standards.html",
            form=form,
            desk=desk,
            standards=STANDARDS,
            history=[
                one for one in reversed(history_of("desk", desk.id)) if one.event == "standards.set"
            ],
        )
        return page, REFUSED if form.errors else 200
    with transaction():
        locked = accounts.desk_to_change(desk_id)
        changes = desk_standards.set_levels(current_actor(), locked, form.levels)
    if changes:
        flash(f"The standards of {desk.name} are saved; its open stories are read again.", "good")
    return redirect(url_for("standards.edit", desk_id=desk_id), 303)
