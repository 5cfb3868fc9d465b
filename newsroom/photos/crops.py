"""How the crops of a photo are made, replaced and taken away, and where its eye rests.

A figure names the box it prints, not the crop: what an approval was given for never moves under
it. A new box is taken over in the story by a step, and that step lapses the approval.
"""

from dataclasses import dataclass

from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.photos import parts
from newsroom.photos.models import Crop, Photo
from newsroom.photos.parts import FREE, Part, Point, Ratio
from newsroom.photos.queueing import changed
from newsroom.photos.service import locked, may_change
from newsroom.roles import Actor

MOST_CROPS = 60
"""Of one photo, with those that were retired: each is three files."""

LEAST_SIDE = 100
"""Pixels of the original that a crop must have at least, each way."""

SIDES = ("left", "top", "width", "height")


@dataclass(frozen=True)
class Typed:
    """A box as a form says it, in per cent; nothing at all means: around the focal point."""

    left: str = ""
    top: str = ""
    width: str = ""
    height: str = ""


def set_crop(actor: Actor, photo_id: int, name: str, typed: Typed, revision: int) -> Photo:
    """Make this the photo's crop of that name; the one before it is retired.

    Raises Invalid with a sentence for each side that is wrong, and Conflict where somebody else
    changed the photo meanwhile.
    """
    photo = _to_change(actor, photo_id, revision)
    part = _part(photo, name, typed)
    before = _standing(photo, name)
    if before is not None and before.part == part:
        return photo
    if len(photo.crops) >= MOST_CROPS:
        raise Invalid(f"A photo has at most {MOST_CROPS} crops, with those that were replaced.")
    _retire(before)
    numbers = dict(zip(SIDES, (part.left, part.top, part.width, part.height), strict=True))
    photo.crops.append(Crop(name=name, made_by_id=actor.id, **numbers))
    record(
        actor,
        Event.PHOTO_CROPPED,
        "photo",
        photo.id,
        name=photo.file_name,
        crop=label(name),
        box=part.text,
    )
    changed(photo)
    return photo


def remove_crop(actor: Actor, photo_id: int, name: str, revision: int) -> Photo:
    """Offer it no longer; what prints with it goes on doing so."""
    photo = _to_change(actor, photo_id, revision)
    found = _standing(photo, name)
    if found is None:
        return photo
    _retire(found)
    record(
        actor, Event.PHOTO_CROP_REMOVED, "photo", photo.id, name=photo.file_name, crop=label(name)
    )
    changed(photo)
    return photo


def set_focus(actor: Actor, photo_id: int, x: str, y: str, revision: int) -> Photo:
    """Say where the eye should rest: crops that nobody made by hand are cut around it."""
    photo = _to_change(actor, photo_id, revision)
    read = {"x": parts.hundredths(x), "y": parts.hundredths(y)}
    wrong = {
        side: "A per cent from 0 to 100."
        for side, number in read.items()
        if number is None or number > parts.WHOLE
    }
    if wrong:
        raise Invalid("The focal point is not on the photo; nothing was changed.", wrong)
    point = Point(read["x"] or 0, read["y"] or 0)
    if point == photo.focus:
        return photo
    photo.focus_x, photo.focus_y = point.x, point.y
    record(actor, Event.PHOTO_FOCUSED, "photo", photo.id, name=photo.file_name)
    changed(photo)
    return photo


def label(name: str) -> str:
    return parts.BY_NAME[name].label if name in parts.BY_NAME else "Free"


def choices(photo: Photo) -> list[tuple[str, str]]:
    """(box, label) of the crops that a figure may print."""
    return [(one.part.text, label(one.name)) for one in photo.standing_crops]


def _to_change(actor: Actor, photo_id: int, revision: int) -> Photo:
    photo = locked(photo_id)
    if not may_change(actor, photo):
        raise NotAllowed("You may crop a photo only where you added it.")
    if photo.revision != revision:
        raise Conflict(
            "Somebody changed this photo while you worked on it. Look at it again; "
            "your numbers are still in the form."
        )
    return photo


def _part(photo: Photo, name: str, typed: Typed) -> Part:
    if name not in parts.NAMES:
        raise Invalid("There is no such ratio.", {"name": "Choose one of the ratios."})
    ratio = parts.BY_NAME.get(name)
    if typed == Typed() and ratio is not None:
        return parts.around(photo.focus, ratio, photo.width, photo.height)
    part = parts.within(*_numbers(_completed(photo, ratio, typed)))
    _refuse_unfit(photo, ratio, part)
    return part


def _completed(photo: Photo, ratio: Ratio | None, typed: Typed) -> Typed:
    """With the height that follows from the width and the ratio, where only that is left out."""
    width = parts.hundredths(typed.width)
    if typed.height.strip() or ratio is None or not width:
        return typed
    height = round(width * photo.width / (photo.height * ratio.value))
    return Typed(typed.left, typed.top, typed.width, parts.per_cent(height))


def _numbers(typed: Typed) -> list[int]:
    read = {side: parts.hundredths(getattr(typed, side)) for side in SIDES}
    wrong = {
        side: "A per cent from 0 to 100, with two decimals at most."
        for side, number in read.items()
        if number is None or number > parts.WHOLE
    }
    if wrong:
        raise Invalid("A side of the crop is no per cent; nothing was changed.", wrong)
    return [number or 0 for number in read.values()]


def _refuse_unfit(photo: Photo, ratio: Ratio | None, part: Part) -> None:
    sides = photo.width, photo.height
    if part.width <= 0 or part.height <= 0:
        raise Invalid("The crop leaves nothing of the photo.", {"width": "It leaves nothing."})
    seen = part.pixels(*sides)[2:]
    if min(seen) < min(LEAST_SIDE, *sides):
        said = f"Only {seen[0]} × {seen[1]} pixels are left; take at least {LEAST_SIDE} each way."
        raise Invalid("The crop is too small to print.", {"width": said})
    if ratio is not None and not parts.fits(part, ratio, *sides):
        wanted = parts.per_cent(round(part.width * photo.width / (photo.height * ratio.value)))
        said = f"At this width a crop of {ratio.label} is {wanted} % high."
        raise Invalid(f"The crop is not {ratio.label}.", {"height": said})


def _standing(photo: Photo, name: str) -> Crop | None:
    return next((one for one in photo.standing_crops if one.name == name), None)


def _retire(crop: Crop | None) -> None:
    if crop is not None:
        crop.retired_at = now()
        db.session.flush()  # before the next of its name comes: only one of them may stand


def used_for(name: str) -> str:
    return parts.BY_NAME[name].used_for if name != FREE else "any place, in the ratio you draw"
