"""The page where the photo desk decides on a picture that a machine made, or that is put together."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from wtforms import StringField, TextAreaField

from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.photos import deciding, queries
from newsroom.photos.photo_page import sections
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, Form, show_refusal

blueprint = Blueprint("photo_decision", __name__, url_prefix="/photos")

EVENTS = ("photo.allowed", "photo.refused")


class DecisionForm(Form):
    label = StringField("What readers are told")
    reason = TextAreaField("Reason")


@blueprint.get("/<int:photo_id>/decision")
@requires(Permission.EDIT_PHOTOS)
def show(photo_id: int) -> str:
    return _page(photo_id, DecisionForm(formdata=None, obj=deciding.decision(photo_id)))


@blueprint.post("/<int:photo_id>/decision")
@requires(Permission.EDIT_PHOTOS)
def decide(photo_id: int) -> Answer:
    form = DecisionForm()
    reason, label = form.reason.data or "", form.label.data or ""
    try:
        with transaction():
            if request.form.get("then") == "refuse":
                deciding.refuse(current_actor(), photo_id, reason)
            else:
                deciding.allow(current_actor(), photo_id, reason, label)
    except Invalid as error:
        show_refusal(form, error)
        return _page(photo_id, form), REFUSED
    flash("The decision is kept with the photo.", "good")
    return redirect(url_for("photos.photo", photo_id=photo_id), 303)


def _page(photo_id: int, form: DecisionForm) -> str:
    photo = queries.photo(photo_id)
    history = [one for one in reversed(history_of("photo", photo_id)) if one.event in EVENTS]
    return render_template(
        "photos/decide.html", photo=photo, form=form, history=history, **sections(photo)
    )
