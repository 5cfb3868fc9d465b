"""The page where a photo is cropped: its crops, its focal point, and one form for both."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import crops, parts, queries
from newsroom.photos.forms import NO_CROP, CropForm
from newsroom.photos.models import Crop, Photo
from newsroom.photos.service import may_change
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED, Answer, show_refusal
from newsroom.web.sane import asked_number

blueprint = Blueprint("photo_crops", __name__)

KEPT = "Kept. The sizes are being made."
AS_IT_WAS = "Nothing was changed: the photo has this crop and this focal point."


@dataclass(frozen=True)
class CropSection:
    """What the page shows: the form as it stands and what was made so far."""

    form: CropForm
    may_change: bool
    figure: dict[str, int]
    """The story and the number of the figure that the photo is cropped for; empty for none."""
    ratios: tuple[tuple[str, float], ...] = tuple((one.name, one.value) for one in parts.RATIOS)

    def label(self, crop: Crop) -> str:
        return crops.label(crop.name)

    def used_for(self, crop: Crop) -> str:
        return crops.used_for(crop.name)


@blueprint.get("/photos/<int:photo_id>/crops")
@requires(Permission.USE_PHOTOS)
def page(photo_id: int) -> Answer:
    photo = queries.photo(photo_id)
    return _page(photo, _form(photo, request.args.get("crop", NO_CROP)))


@blueprint.post("/photos/<int:photo_id>/crops")
@requires(Permission.ADD_PHOTOS)
def keep(photo_id: int) -> Answer:
    form = CropForm()
    before = form.revision.data or 0
    try:
        with transaction():
            photo = _remove(photo_id, form) if _asks_to_remove() else _keep(photo_id, form)
            changed = photo.revision != before
    except (Invalid, Conflict) as error:
        photo = queries.photo(photo_id)
        form.catch_up(photo.revision)
        show_refusal(form, error)
        status = CHANGED_MEANWHILE if isinstance(error, Conflict) else REFUSED
        return _page(photo, form), status
    flash(KEPT if changed else AS_IT_WAS, "good")
    chosen = NO_CROP if _asks_to_remove() else form.name.data
    asked: dict[str, Any] = {"crop": chosen or None, **_figure()}
    return redirect(url_for("photo_crops.page", photo_id=photo_id, **asked))


def _asks_to_remove() -> bool:
    return request.form.get("do") == "remove"


def _remove(photo_id: int, form: CropForm) -> Photo:
    name, revision = form.name.data or "", form.revision.data or 0
    return crops.remove_crop(current_actor(), photo_id, name, revision)


def _keep(photo_id: int, form: CropForm) -> Photo:
    """The focal point first: a crop without numbers is cut around it."""
    actor, x, y = current_actor(), form.x.data or "", form.y.data or ""
    photo = crops.set_focus(actor, photo_id, x, y, form.revision.data or 0)
    name = form.name.data or NO_CROP
    if name == NO_CROP:
        return photo
    return crops.set_crop(actor, photo_id, name, form.typed, photo.revision)


def _form(photo: Photo, name: str) -> CropForm:
    """With the box of that name, or the one that would be cut around the focal point."""
    at = {"x": parts.per_cent(photo.focus_x), "y": parts.per_cent(photo.focus_y)}
    data = at | {"name": NO_CROP, "revision": photo.revision}
    if name in parts.NAMES:
        data |= {"name": name} | _sides(photo, name)
    return CropForm(formdata=None, data=data)


def _sides(photo: Photo, name: str) -> dict[str, str]:
    kept = next((one.part for one in photo.standing_crops if one.name == name), None)
    ratio = parts.BY_NAME.get(name)
    suggested = ratio and parts.around(photo.focus, ratio, photo.width, photo.height)
    box = kept or suggested or parts.ALL
    return dict(zip(crops.SIDES, box.text.split(","), strict=True))


def _figure() -> dict[str, int]:
    asked = {name: asked_number(name) for name in ("story", "figure")}
    known = {name: number for name, number in asked.items() if number}
    return known if len(known) == len(asked) else {}


def _page(photo: Photo, form: CropForm) -> str:
    shown = CropSection(form, may_change(current_actor(), photo), _figure())
    return render_template("photos/crops.html", photo=photo, section=shown)
