"""Changing the words of many photos: the form, what it would change, and the change."""

from collections.abc import Iterable

from flask import Blueprint, flash, redirect, render_template, request, url_for

from newsroom.photos import batches
from newsroom.photos.batch_edits import WAYS, Edit, edits_of
from newsroom.photos.facts import LABELS, PARAGRAPHS, WORDS
from newsroom.photos.models import Photo
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.web.sane import known_number

blueprint = Blueprint("photo_batch", __name__, url_prefix="/photos/edit")

NO_PHOTOS = "Choose one or more photos first."
NO_EDIT = "Say for at least one field what becomes of it."
REVISION = "revision-"
"""Before a photo's number: the name of the field that keeps the revision that was shown."""


@blueprint.get("")
@requires(Permission.ADD_PHOTOS)
def edit() -> Answer:
    photos = batches.chosen(numbers(request.args.getlist("photo")))
    if not photos:
        flash(NO_PHOTOS, "bad")
        return redirect(url_for("photos.library"))
    return _form(photos, {})


@blueprint.post("/preview")
@requires(Permission.ADD_PHOTOS)
def preview() -> Answer:
    photos = batches.chosen(numbers(request.form.getlist("photo")))
    edits = edits_of(request.form)
    if not photos or not edits:
        return _form(photos, edits, NO_EDIT if photos else NO_PHOTOS), REFUSED
    shown = batches.preview(current_actor(), photos, edits)
    return render_template("photos/batch_preview.html", shown=shown, edits=edits, labels=LABELS)


@blueprint.post("")
@requires(Permission.ADD_PHOTOS)
def apply() -> Answer:
    edits = edits_of(request.form)
    done = batches.apply(current_actor(), shown_revisions(), edits)
    flash(sentence(done.changed), "good" if done.changed else "info")
    if done.left:
        return render_template("photos/batch_left.html", left=done.left)
    return redirect(url_for("photos.library"))


def numbers(given: Iterable[str]) -> list[int]:
    """Photos' numbers as a form or an address brings them."""
    return [number for text in given if (number := known_number(text)) is not None]


def shown_revisions() -> dict[int, int]:
    """By photo, as the preview showed them; 0 is of what was not there yet."""
    kept = (name for name in request.form if name.startswith(REVISION))
    found = {
        known_number(name.removeprefix(REVISION)): known_number(request.form[name]) or 0
        for name in kept
    }
    return {photo: revision for photo, revision in found.items() if photo}


def _form(photos: list[Photo], edits: dict[str, Edit], refusal: str = "") -> str:
    return render_template(
        "photos/batch.html",
        photos=photos,
        edits=edits,
        refusal=refusal,
        ways=WAYS,
        order=WORDS,
        labels=LABELS,
        paragraphs=PARAGRAPHS,
        most=batches.MOST_PHOTOS,
    )


def sentence(changed: int) -> str:
    if not changed:
        return "No photo was changed."
    return "One photo was changed." if changed == 1 else f"{changed} photos were changed."
