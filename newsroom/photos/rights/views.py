"""The page of a photo's rights: by which right it runs, who let it run or stopped it, and where."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.audit.queries import history_of
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import queries as photos
from newsroom.photos.credit import take_credit
from newsroom.photos.models import Photo
from newsroom.photos.rights import queries, service
from newsroom.photos.rights.categories import BY_KIND, CATEGORIES, Detail, Kind, without_words
from newsroom.photos.rights.contracts import agreement_with
from newsroom.photos.rights.forms import SAID_AS, LeaseForm, RightsForm
from newsroom.photos.rights.terms import Lets
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal

blueprint = Blueprint("photo_rights", __name__, url_prefix="/photos/<int:photo_id>/rights")


@blueprint.get("")
@requires(Permission.USE_PHOTOS)
def edit(photo_id: int) -> Answer:
    photo, form = photos.photo(photo_id), RightsForm(formdata=None)
    row = queries.rights(photo_id)
    if row is not None:
        form.show(row)
    asked = request.args.get("kind", "")
    if asked:
        form.kind.data = asked
    if form.category and not row:
        _fill(form, photo)
    return _page(photo, form)


@blueprint.post("")
@requires(Permission.ADD_PHOTOS)
def change(photo_id: int) -> Answer:
    form = RightsForm()
    category = form.category
    if category is None or not form.validate():
        if category is None:
            form.form_errors.append("Choose by which right the photo may run.")
        return _page(photos.photo(photo_id), form), REFUSED
    try:
        with transaction():
            service.set_rights(
                current_actor(), photo_id, form.given(category), form.revision.data or 0
            )
    except Conflict as error:
        row = queries.rights(photo_id)
        form.catch_up(row.revision if row else 0)
        form.form_errors.append(error.sentence)
        return _page(photos.photo(photo_id), form), CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _page(photos.photo(photo_id), form), REFUSED
    flash("The rights are saved.", "good")
    return redirect(url_for("photos.photo", photo_id=photo_id), 303)


@blueprint.post("/remember")
@requires(Permission.EDIT_PHOTOS)
def remember(photo_id: int) -> Answer:
    with transaction():
        service.remember(current_actor(), photo_id)
    flash("Remembered: later photos with the same credit get these rights.", "good")
    return redirect(url_for("photo_rights.edit", photo_id=photo_id), 303)


@blueprint.post("/forget")
@requires(Permission.EDIT_PHOTOS)
def forget(photo_id: int) -> Answer:
    with transaction():
        service.forget(current_actor(), photo_id)
    flash("Later photos with the same credit are asked about again.", "good")
    return redirect(url_for("photo_rights.edit", photo_id=photo_id), 303)


@blueprint.post("/leases")
@requires(Permission.EDIT_PHOTOS)
def lease(photo_id: int) -> Answer:
    form = LeaseForm()
    if not form.validate():
        return _page(photos.photo(photo_id), _stored(photo_id), form), REFUSED
    try:
        with transaction():
            service.lease(current_actor(), photo_id, form.leave(queries.use_now().at.date()))
    except Invalid as error:
        show_refusal(form, error)
        return _page(photos.photo(photo_id), _stored(photo_id), form), REFUSED
    flash("Kept.", "good")
    return redirect(url_for("photo_rights.edit", photo_id=photo_id), 303)


@blueprint.post("/leases/<int:lease_id>/end")
@requires(Permission.EDIT_PHOTOS)
def end_lease(photo_id: int, lease_id: int) -> Answer:
    with transaction():
        service.end_lease(current_actor(), photo_id, lease_id)
    flash("Ended.", "good")
    return redirect(url_for("photo_rights.edit", photo_id=photo_id), 303)


def rights_of(photo: Photo) -> dict[str, Any]:
    """What the photo's own page shows: the verdict, and what one click can say of it."""
    verdicts = queries.by_channel(photo)
    row = queries.rights(photo.id)
    return {
        "row": row,
        "category": BY_KIND[Kind(row.kind)] if row else None,
        "verdicts": verdicts,
        "may_set": service.may_set(current_actor(), photo),
        "one_click": list(without_words()),
        "agency": "" if row else _agency(photo),
    }


def _agency(photo: Photo) -> str:
    """The agency of its credit, where a contract with it covers photos today."""
    agency = take_credit(photo.credit).agency
    contract = agreement_with(agency)
    covered = contract is not None and not contract.lacking(queries.use_now().at.date())
    return agency if covered else ""


def _fill(form: RightsForm, photo: Photo) -> None:
    """What the photo itself says stands in the fields, to be read before it is saved."""
    credit = take_credit(photo.credit)
    said = {
        Detail.SUPPLIER: credit.agency,
        Detail.SOURCE: photo.source,
        Detail.OWNER: photo.copyright.removeprefix("©").strip(),
    }
    for one, words in said.items():
        form[one.value].data = words


def _stored(photo_id: int) -> RightsForm:
    form, row = RightsForm(formdata=None), queries.rights(photo_id)
    if row is not None:
        form.show(row)
    return form


def _page(photo: Photo, form: RightsForm, lease_form: LeaseForm | None = None) -> str:
    if lease_form is None:
        lease_form = LeaseForm(formdata=None)
        lease_form.since.data = queries.use_now().at.date()
    actor, credited = current_actor(), service.credited_to(photo)
    return render_template(
        "photos/rights_page.html",
        photo=photo,
        form=form,
        lease_form=lease_form,
        categories=CATEGORIES,
        leases=queries.leases(photo.id),
        lets=Lets,
        said_as=SAID_AS,
        rights=rights_of(photo),
        may_decide=actor.may(Permission.EDIT_PHOTOS),
        can_be_remembered=service.can_be_remembered,
        credited=credited,
        choice=queries.choice(credited),
        history=list(reversed(history_of("photo", photo.id))),
    )
