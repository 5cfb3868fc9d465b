"""The page of photos whose rights end soon, with the stories that must do without them."""

from flask import Blueprint, render_template

from newsroom.roles import Permission
from newsroom.stories.rights_ending import ending
from newsroom.web.access import requires

blueprint = Blueprint("rights_ending", __name__)


@blueprint.get("/photos/rights-ending")
@requires(Permission.USE_PHOTOS)
def listed() -> str:
    return render_template("stories/rights_ending.html", endings=ending())
