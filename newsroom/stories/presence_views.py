"""Saying that one is in a story, that one leaves it, and asking who is in it now."""

from flask import Blueprint, jsonify, request
from werkzeug.wrappers import Response

from newsroom.db import LARGEST_ID
from newsroom.errors import Invalid
from newsroom.notifications import presence, presence_store
from newsroom.notifications.presence import Here
from newsroom.roles import Permission
from newsroom.stories import queries
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("presence", __name__)

MOST_BYTES = 1_000
"""Of what a page says: a few numbers and names."""
MOST_STORIES = 100
"""Asked about at once; a page of the desk has fifty."""


@blueprint.get("/stories/<int:story_id>/presence")
@requires(Permission.READ_STORIES)
def here(story_id: int) -> Response:
    queries.story(current_actor(), story_id)
    return _answer(presence_store.in_story(story_id))


@blueprint.post("/stories/<int:story_id>/presence")
@requires(Permission.READ_STORIES)
def say(story_id: int) -> Response:
    """A page tells where its person is; the answer is who is here, itself included."""
    actor = current_actor()
    if (request.content_length or 0) > MOST_BYTES:
        raise Invalid(presence.NOT_SAID)
    sent = request.get_json(silent=True)
    newest = presence.said(sent, actor.id or 0, actor.name, presence_store.moment())
    before = presence_store.pages_of(story_id)
    if not before or newest.key not in before:
        # Asked once, when a page comes in: a cursor that moves costs the database nothing.
        queries.story(actor, story_id)
    return _answer([] if before is None else presence_store.say(story_id, before, newest))


@blueprint.post("/stories/<int:story_id>/presence/leave")
@requires(Permission.READ_STORIES)
def leave(story_id: int) -> tuple[str, int]:
    """As a form, for a page that closes can send no other."""
    client = request.form.get("client", "")
    if not presence.good_client(client):
        raise Invalid(presence.NOT_SAID)
    presence_store.leave(story_id, current_actor().id or 0, client)
    return "", 204


@blueprint.get("/presence")
@requires(Permission.READ_STORIES)
def of_desk() -> Response:
    """The people in each of the stories named by `story`; a story with nobody in it has none."""
    asked = request.args.getlist("story", type=int)[:MOST_STORIES]
    wanted = {story_id for story_id in asked if 0 < story_id <= LARGEST_ID}
    found = presence_store.in_stories(wanted)
    return jsonify(
        stories={story: presence_store.as_people(pages) for story, pages in found.items()}
    )


def _answer(pages: list[Here]) -> Response:
    return jsonify(pages=[page.shown() for page in pages], at=presence_store.moment())
