"""The photo library's pages: the light table, one photo, and the choice that the editor offers."""

from flask import Blueprint, Flask, flash, jsonify, redirect, render_template, request, url_for

from newsroom.accounts.queries import people_by_id
from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import (
    batch_views,
    caption_rule_views,
    choosing,
    cleaner_views,
    collection_views,
    crop_views,
    crops,
    decision_views,
    files,
    light_table,
    link_views,
    looks,
    queries,
    service,
    upload_views,
    uploads,
)
from newsroom.photos.facts import LABELS, LISTS, NEEDED, WORDS, Words
from newsroom.photos.forms import FactsForm
from newsroom.photos.models import Photo
from newsroom.photos.photo_page import sections
from newsroom.photos.rights.batch_views import blueprint as rights_batch_blueprint
from newsroom.photos.rights.queries import verdicts
from newsroom.photos.rights.views import blueprint as rights_blueprint
from newsroom.photos.rights.views import rights_of
from newsroom.photos.uploads import Upload
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires, wants_json
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal
from newsroom.web.sane import asked_number

blueprint = Blueprint("photos", __name__)
blueprints = (
    blueprint,
    files.blueprint,
    cleaner_views.blueprint,
    decision_views.blueprint,
    rights_blueprint,
    rights_batch_blueprint,
    caption_rule_views.blueprint,
    batch_views.blueprint,
    collection_views.blueprint,
    upload_views.blueprint,
    link_views.blueprint,
    link_views.public_blueprint,
    crop_views.blueprint,
)

SHOWN_ALIKE = 8


def install(app: Flask) -> None:
    """For the parts of a photo's page that are about other photos."""
    app.jinja_env.globals.update(photos_like=photos_like, photo_twin=photo_twin)


@blueprint.get("/photos")
@requires(Permission.USE_PHOTOS)
def library() -> Answer:
    return light_table.shown(Upload())


@blueprint.post("/photos")
@requires(Permission.ADD_PHOTOS)
def upload() -> Answer:
    done = uploads.take(current_actor(), request.files.getlist("photos"))
    if wants_json():
        return jsonify(done.as_json()), done.status
    if done.refused:
        return light_table.shown(done), done.status
    flash(done.sentence, "good")
    if len(done.kept) == 1:
        return redirect(url_for("photos.photo", photo_id=done.kept[0].id))
    return redirect(url_for("photos.library"))


@blueprint.get("/photos/choose")
@requires(Permission.USE_PHOTOS)
def choose() -> Answer:
    """A fragment for the editor's dialog, not a page."""
    search = request.args.get("q", "").strip()
    number = asked_number("photo")
    offer = choosing.only(number) if number else choosing.offered(search, asked_number("story"))
    may_run = verdicts([*offer.sent, *offer.others])
    return render_template("photos/choose.html", offer=offer, verdicts=may_run, search=search)


@blueprint.get("/photos/<int:photo_id>")
@requires(Permission.USE_PHOTOS)
def photo(photo_id: int) -> Answer:
    found = queries.photo(photo_id)
    return _photo_page(found, FactsForm(formdata=None, obj=found))


@blueprint.post("/photos/<int:photo_id>")
@requires(Permission.ADD_PHOTOS)
def change(photo_id: int) -> Answer:
    form = FactsForm()
    try:
        with transaction():
            service.change_facts(current_actor(), photo_id, form.words, form.revision.data or 0)
    except Conflict as error:
        found = queries.photo(photo_id)
        form.catch_up(found.revision)
        refused = _photo_page(found, form, error.sentence, theirs=found.words)
        return refused, CHANGED_MEANWHILE
    except Invalid as error:
        show_refusal(form, error)
        return _photo_page(queries.photo(photo_id), form, error.sentence), REFUSED
    flash("Saved.", "good")
    return redirect(url_for("photos.photo", photo_id=photo_id))


@blueprint.post("/photos/<int:photo_id>/try-again")
@requires(Permission.ADD_PHOTOS)
def try_again(photo_id: int) -> Answer:
    with transaction():
        service.try_again(current_actor(), photo_id)
    return redirect(url_for("photos.photo", photo_id=photo_id))


def _photo_page(
    photo: Photo, form: FactsForm, refusal: str | None = None, theirs: Words | None = None
) -> str:
    """With what somebody else saved meanwhile beside the form, where there is such."""
    uploader_id = photo.uploaded_by_id
    uploader = people_by_id({uploader_id})[uploader_id] if uploader_id else None
    return render_template(
        "photos/photo.html",
        photo=photo,
        rights=rights_of(photo),
        form=form,
        refusal=refusal,
        theirs=theirs,
        may_change=service.may_change(current_actor(), photo),
        uploader=uploader,
        labels=LABELS,
        order=WORDS,
        needed=NEEDED,
        lists=LISTS,
        **sections(photo),
        crop_label=crops.label,
    )


def photos_like(photo: Photo) -> list[Photo]:
    """Those that look most like it, the likest first."""
    near = [one.photo_id for one in looks.similar(photo.id, SHOWN_ALIKE)]
    found = queries.photos_by_id(near)
    return [found[number] for number in near if number in found]


def photo_twin(photo: Photo) -> Photo | None:
    """An older photo that looks the same."""
    number = looks.twins([photo.id]).get(photo.id)
    return queries.photo(number) if number else None
