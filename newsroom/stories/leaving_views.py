"""The forms beside a finding that are about more than this one place of its words."""

from flask import Blueprint
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.roles import Permission
from newsroom.stories import leaving, proposing, releasing
from newsroom.stories.editor_api import after_decision, sent
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("leaving", __name__)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/leave")
@requires(Permission.READ_STORIES)
def leave(story_id: int, finding_id: int) -> Response:
    """Leave the spelling alone in this story from now on."""
    with transaction():
        leaving.leave(current_actor(), story_id, finding_id, sent("reason"))
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/leaves/<int:leave_id>/end")
@requires(Permission.READ_STORIES)
def end(story_id: int, leave_id: int) -> Response:
    with transaction():
        leaving.end(current_actor(), story_id, leave_id)
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/propose")
@requires(Permission.WRITE_COPY)
def propose(story_id: int, finding_id: int) -> Response:
    """Name the longer name in which the spelling stays, for whoever keeps the lexicon."""
    with transaction():
        proposing.propose(current_actor(), story_id, finding_id, sent("text"))
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/release")
@requires(Permission.PASS_COPY)
def release(story_id: int, finding_id: int) -> Response:
    """Answer for the unnamed source; whoever it is stays out of the newsroom's books."""
    with transaction():
        releasing.release(current_actor(), story_id, finding_id, sent("reason"))
    return after_decision(story_id)
