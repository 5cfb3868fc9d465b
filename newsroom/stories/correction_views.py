"""The form that puts a correction under way in other words."""

from flask import Blueprint, flash, redirect, request, url_for
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.roles import Permission
from newsroom.stories import correcting
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("correction", __name__)


@blueprint.post("/stories/<int:story_id>/correction")
@requires(Permission.PUBLISH)
def reword(story_id: int) -> Response:
    words, seen = request.form.get("correction", ""), request.form.get("seen", "")
    with transaction():
        correcting.reword(current_actor(), story_id, words, seen)
    flash("The correction is kept.", "good")
    return redirect(url_for("stories.story", story_id=story_id))
