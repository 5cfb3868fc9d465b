"""Collections as pages, and what is done with the photos chosen on the light table."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.photos import collections
from newsroom.photos.batch_views import NO_PHOTOS, numbers
from newsroom.photos.library_filter import LibraryFilter
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.web.sane import known_number

blueprint = Blueprint("photo_collections", __name__, url_prefix="/photos")

PRIVATE = "private"
EVERYBODY = "everybody"
EDITED_AT = {"edit": "photo_batch.edit", "rights": "photo_rights_batch.edit"}
"""By button: the page that goes on with the chosen photos."""


@blueprint.get("/collections")
@requires(Permission.USE_PHOTOS)
def index() -> str:
    return _page()


@blueprint.post("/collections")
@requires(Permission.USE_PHOTOS)
def make() -> Answer:
    name, whose = request.form.get("name", ""), request.form.get("whose", PRIVATE)
    try:
        with transaction():
            made = collections.make(
                current_actor(), name, known_number(whose), private=whose == PRIVATE
            )
    except Invalid as error:
        return _page(error.sentence), REFUSED
    flash(f"{made.name} is begun. Choose photos in the library to lay them into it.", "good")
    return redirect(url_for("photo_collections.index"))


@blueprint.post("/collections/<int:number>/rename")
@requires(Permission.USE_PHOTOS)
def rename(number: int) -> Answer:
    try:
        with transaction():
            collections.rename(current_actor(), number, request.form.get("name", ""))
    except Invalid as error:
        return _page(error.sentence), REFUSED
    flash("The collection has its new name.", "good")
    return redirect(url_for("photo_collections.index"))


@blueprint.post("/collections/<int:number>/remove")
@requires(Permission.USE_PHOTOS)
def remove(number: int) -> Response:
    with transaction():
        name = collections.remove(current_actor(), number)
    flash(f"{name} is removed; its photos stay in the library.", "good")
    return redirect(url_for("photo_collections.index"))


@blueprint.post("/chosen")
@requires(Permission.USE_PHOTOS)
def chosen() -> Response:
    """From the light table; the view to go back to is the address's."""
    photos = numbers(request.form.getlist("photo"))
    back = url_for("photos.library", **LibraryFilter.read(request.args).address())  # type: ignore[arg-type]
    act, to = request.form.get("do", ""), known_number(request.form.get("to", ""))
    if not photos:
        flash(NO_PHOTOS, "bad")
    elif act in EDITED_AT:
        return redirect(url_for(EDITED_AT[act], photo=photos), 303)
    elif to is None:
        flash("Choose a collection first.", "bad")
    else:
        flash(*_moved(act, to, photos))
    return redirect(back, 303)


def _moved(act: str, to: int, photos: list[int]) -> tuple[str, str]:
    actor = current_actor()
    name = collections.one(actor, to).name
    try:
        with transaction():
            if act == "take-out":
                count = collections.take_out(actor, to, photos)
                return f"{_photos(count)} taken out of {name}.", "good"
            count = collections.put_in(actor, to, photos)
            return f"{_photos(count)} put into {name}.", "good"
    except Invalid as error:
        return error.sentence, "bad"


def _photos(count: int) -> str:
    return "One photo was" if count == 1 else f"{count or 'No'} photos were"


def _page(refusal: str = "") -> str:
    actor = current_actor()
    found = collections.seen_by(actor)
    return render_template(
        "photos/collections.html",
        found=found,
        may_change=[one.row.id for one in found if collections.may_change(actor, one.row)],
        desks=[one for one in desks() if actor.may(Permission.ADD_PHOTOS, one.id)],
        may_share=actor.may(Permission.ADD_PHOTOS),
        refusal=refusal,
        typed=request.form.get("name", ""),
        longest=collections.LONGEST_NAME,
    )
