"""What the editor asks after each pause in typing: the words just typed, held against house style."""

from typing import Any

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from newsroom.errors import Invalid
from newsroom.housestyle.queries import in_force
from newsroom.roles import Permission
from newsroom.stories import leaves, queries
from newsroom.stories.found import Found
from newsroom.stories.typing_check import MOST_BYTES, check_typed, read_typed
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("typing", __name__)

TOO_LONG = "That is more than is checked while typing; the next reading has all of it."


@blueprint.post("/stories/<int:story_id>/findings/typed")
@requires(Permission.READ_STORIES)
def check(story_id: int) -> Response:
    """Only the blocks that were sent, as they were sent; nothing is kept of it."""
    story = queries.story(current_actor(), story_id)
    typed = read_typed(_sent().get("blocks"))
    decided = leaves.of(story.id)
    found = check_typed(typed, in_force(story.desk_id), lambda one: decided.over(one) is not None)
    return jsonify(blocks=[[_told(one) for one in block] for block in found])


def _sent() -> dict[str, Any]:
    if (request.content_length or 0) > MOST_BYTES or len(request.get_data()) > MOST_BYTES:
        raise Invalid(TOO_LONG)
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Invalid("This is not what the editor sends; load the page again.")
    return sent


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
