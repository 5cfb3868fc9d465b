"""The administrators' page of what a desk asks of its captions, credits and alt texts."""

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.accounts import queries as accounts
from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.photos import desk_captions
from newsroom.photos.captions.table import STANDARDS
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.web.level_form import form_of

blueprint = Blueprint("caption_rules", __name__, url_prefix="/desks")


CaptionRulesForm = form_of(STANDARDS)


@blueprint.route("/<int:desk_id>/captions", methods=["GET", "POST"])
@requires(Permission.MANAGE_DESKS)
def edit(desk_id: int) -> Answer:
    desk = accounts.desk(desk_id)
    form = CaptionRulesForm()
    if request.method == "GET":
        form.show(desk_captions.levels(desk.id))
    if not form.validate_on_submit():
        page = render_template(
            "photos/caption_rules.html",
            form=form,
            desk=desk,
            standards=STANDARDS,
            history=[
                one
                for one in reversed(history_of("desk", desk.id))
                if one.event == "caption_rules.set"
            ],
        )
        return page, REFUSED if form.errors else 200
    with transaction():
        locked = accounts.desk_to_change(desk_id)
        changes = desk_captions.set_levels(current_actor(), locked, form.levels)
    if changes:
        flash(
            f"The caption rules of {desk.name} are saved; its open stories are read again.", "good"
        )
    return redirect(url_for("caption_rules.edit", desk_id=desk_id), 303)
