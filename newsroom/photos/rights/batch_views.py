"""Setting one right for many photos: the form, what each would get, and the setting."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.errors import Invalid
from newsroom.photos.batch_views import NO_PHOTOS, numbers, sentence, shown_revisions
from newsroom.photos.batches import MOST_PHOTOS, chosen
from newsroom.photos.models import Photo
from newsroom.photos.rights import batches
from newsroom.photos.rights.categories import CATEGORIES
from newsroom.photos.rights.forms import RightsForm
from newsroom.photos.rights.service import Given
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer, show_refusal

blueprint = Blueprint("photo_rights_batch", __name__, url_prefix="/photos/rights")

NO_KIND = "Choose by which right the photos may run."


@blueprint.get("")
@requires(Permission.ADD_PHOTOS)
def edit() -> Answer:
    form = RightsForm(formdata=None)
    form.kind.data = request.args.get("kind", "")
    photos = chosen(numbers(request.args.getlist("photo")))
    return _form(photos, form) if photos else _without_photos()


@blueprint.post("/form")
@requires(Permission.ADD_PHOTOS)
def again() -> Answer:
    """The form once more, as it was filled in; the kind may be another one by now."""
    photos = _photos()
    return _form(photos, RightsForm()) if photos else _without_photos()


@blueprint.post("/preview")
@requires(Permission.ADD_PHOTOS)
def preview() -> Answer:
    photos, form = _photos(), RightsForm()
    if not photos:
        return _without_photos()
    given = _given(form)
    if given is None:
        return _form(photos, form), REFUSED
    try:
        shown = batches.preview(current_actor(), photos, given)
    except Invalid as error:
        show_refusal(form, error)
        return _form(photos, form), REFUSED
    return render_template("photos/rights_batch_preview.html", shown=shown, typed=_typed(form))


@blueprint.post("")
@requires(Permission.ADD_PHOTOS)
def apply() -> Answer:
    form = RightsForm()
    given = _given(form)
    if given is None:
        return _form(_photos(), form), REFUSED
    try:
        done = batches.apply(current_actor(), shown_revisions(), given)
    except Invalid as error:
        show_refusal(form, error)
        return _form(_photos(), form), REFUSED
    flash(sentence(done.changed), "good" if done.changed else "info")
    if done.left:
        return render_template("photos/batch_left.html", left=done.left)
    return redirect(url_for("photos.library"), 303)


def _photos() -> list[Photo]:
    return chosen(numbers(request.form.getlist("photo")))


def _given(form: RightsForm) -> Given | None:
    """None where the form will not do; it then says why."""
    category = form.category
    if category is None:
        form.form_errors.append(NO_KIND)
        return None
    return form.given(category) if form.validate() else None


def _typed(form: RightsForm) -> list[tuple[str, str]]:
    """What the form holds, field by field, to be sent again from the preview."""
    apart = {"csrf_token", "revision"}
    sent = request.form.items(multi=True)
    return [(name, words) for name, words in sent if name in form and name not in apart]


def _without_photos() -> Response:
    flash(NO_PHOTOS, "bad")
    return redirect(url_for("photos.library"), 303)


def _form(photos: Sequence[Photo], form: RightsForm) -> str:
    return render_template(
        "photos/rights_batch.html",
        photos=photos,
        form=form,
        categories=CATEGORIES,
        most=MOST_PHOTOS,
    )
