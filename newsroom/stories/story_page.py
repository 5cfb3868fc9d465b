"""The page of one story, also as it comes back with the refusal of what its forms sent."""

from flask import render_template, request

from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor
from newsroom.stories import documents, queries, reading
from newsroom.stories.gate_page import gate_page
from newsroom.stories.opening import opening
from newsroom.web.access import wants_json
from newsroom.web.forms import CHANGED_MEANWHILE, REFUSED


def story_page(actor: Actor, story_id: int, **more: object) -> str:
    found = queries.story(actor, story_id)
    desk = queries.desk_of(found)  # held, so that nobody below asks for it again
    page = gate_page(actor, found)
    return render_template(
        "stories/story.html",
        page=page,
        story=found,
        copy=reading.html(documents.current(found.id, found.version)),
        desk=desk,
        opening=opening(actor, found, page.standing.reporters),
        **more,
    )


def refused(
    actor: Actor, story_id: int, error: Invalid | Conflict, **place: object
) -> tuple[str, int]:
    """The refusal at its `place`, and what was typed kept in the form; a script is told as ever."""
    if wants_json():
        raise error
    page = story_page(actor, story_id, refused=error.sentence, typed=request.form, **place)
    return page, CHANGED_MEANWHILE if isinstance(error, Conflict) else REFUSED


def seen() -> int:
    """The version that the page showed; a form without one has seen nothing."""
    return request.form.get("version", default=-1, type=int)
