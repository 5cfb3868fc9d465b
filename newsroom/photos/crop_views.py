"""The part of a photo's page where it is cropped: its crops, its focal point, and both forms."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import crops, parts, queries
from newsroom.photos.forms import CropForm, FocusForm
from newsroom.photos.models import Crop, Photo
from newsroom.photos.service import may_change
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal

blueprint = Blueprint("photo_crops", __name__)


@dataclass(frozen=True)
class CropSection:
    """What the section shows: the forms as they stand and what was made so far."""

    crop: CropForm
    focus: FocusForm
    may_change: bool
    ratios: tuple[tuple[str, float], ...] = tuple((one.name, one.value) for one in parts.RATIOS)

    def label(self, crop: Crop) -> str:
        return crops.label(crop.name)

    def used_for(self, crop: Crop) -> str:
        return crops.used_for(crop.name)


@blueprint.get("/photos/<int:photo_id>/crops")
@requires(Permission.USE_PHOTOS)
def page(photo_id: int) -> Answer:
    return _page(queries.photo(photo_id), section(queries.photo(photo_id)))


@blueprint.post("/photos/<int:photo_id>/crops")
@requires(Permission.ADD_PHOTOS)
def keep(photo_id: int) -> Answer:
    form = CropForm()
    actor, name, revision = current_actor(), form.name.data or "", form.revision.data or 0
    if request.form.get("do") == "remove":
        return _done(photo_id, form, lambda: crops.remove_crop(actor, photo_id, name, revision))
    typed = form.typed
    return _done(photo_id, form, lambda: crops.set_crop(actor, photo_id, name, typed, revision))


@blueprint.post("/photos/<int:photo_id>/focus")
@requires(Permission.ADD_PHOTOS)
def focus(photo_id: int) -> Answer:
    form = FocusForm()
    actor, x, y = current_actor(), form.x.data or "", form.y.data or ""
    revision = form.revision.data or 0
    return _done(photo_id, form, lambda: crops.set_focus(actor, photo_id, x, y, revision))


def section(photo: Photo, form: CropForm | FocusForm | None = None) -> CropSection:
    """`form` is one that was refused and keeps what was typed."""
    chosen = request.args.get("crop", "")
    return CropSection(
        form if isinstance(form, CropForm) else _crop_form(photo, chosen),
        form if isinstance(form, FocusForm) else _focus_form(photo),
        may_change(current_actor(), photo),
    )


def _crop_form(photo: Photo, name: str) -> CropForm:
    """With the box of that name, or the one that would be cut around the focal point."""
    name = name if name in parts.NAMES else parts.RATIOS[0].name
    kept = next((one.part for one in photo.standing_crops if one.name == name), None)
    ratio = parts.BY_NAME.get(name)
    suggested = ratio and parts.around(photo.focus, ratio, photo.width, photo.height)
    box = kept or suggested or parts.ALL
    sides = dict(zip(crops.SIDES, box.text.split(","), strict=True))
    return CropForm(formdata=None, data={"name": name, "revision": photo.revision} | sides)


def _focus_form(photo: Photo) -> FocusForm:
    at = {"x": parts.per_cent(photo.focus_x), "y": parts.per_cent(photo.focus_y)}
    return FocusForm(formdata=None, data=at | {"revision": photo.revision})


def _done(photo_id: int, form: CropForm | FocusForm, change: Callable[[], Photo]) -> Answer:
    try:
        with transaction():
            change()
    except (Invalid, Conflict) as error:
        photo = queries.photo(photo_id)
        form.catch_up(photo.revision)
        show_refusal(form, error)
        status = CHANGED_MEANWHILE if isinstance(error, Conflict) else REFUSED
        return _page(photo, section(photo, form)), status
    flash("Kept. The sizes are being made.", "good")
    chosen = form.name.data if isinstance(form, CropForm) else None
    return redirect(url_for("photo_crops.page", photo_id=photo_id, crop=chosen))


def _page(photo: Photo, shown: CropSection) -> str:
    return render_template("photos/crops.html", photo=photo, section=shown)
