"""What the editor asks after each pause in typing: the words just typed, held against house style."""

from typing import Any

from flask import Blueprint, jsonify
from werkzeug.wrappers import Response

from newsroom.housestyle.queries import in_force
from newsroom.roles import Permission
from newsroom.stories import leaves, queries
from newsroom.stories.found import Found
from newsroom.stories.typing_check import MOST_BYTES, check_typed, read_typed
from newsroom.web.access import current_actor, requires
from newsroom.web.sent import sent_object

blueprint = Blueprint("typing", __name__)

TOO_LONG = "That is more than is checked while typing; the next reading has all of it."


@blueprint.post("/stories/<int:story_id>/findings/typed")
@requires(Permission.READ_STORIES)
def check(story_id: int) -> Response:
    """Only the blocks that were sent, as they were sent; nothing is kept of it."""
    story = queries.story(current_actor(), story_id)
    typed = read_typed(sent_object(MOST_BYTES, TOO_LONG).get("blocks"))
    decided = leaves.of(story.id)
    found = check_typed(typed, in_force(story.desk_id), lambda one: decided.over(one) is not None)
    return jsonify(blocks=[[_told(one) for one in block] for block in found])


def _told(one: Found) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "from": one.start,
        "to": one.end,
        "words": one.words,
        "suggestion": one.suggestion,
        "kind": one.kind,
        "severity": one.severity,
        "reason": one.detail["reason"],
    }
