"""Upload links for one story, and what came through them for it."""

from flask import Blueprint, render_template, request

from newsroom.accounts.queries import desks, people_by_id
from newsroom.db import transaction
from newsroom.errors import Invalid
from newsroom.photos import link_views, links
from newsroom.roles import Permission
from newsroom.stories import queries
from newsroom.stories.models import Story
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import REFUSED, Answer

blueprint = Blueprint("story_photo_links", __name__)


@blueprint.get("/stories/<int:story_id>/photo-links")
@requires(Permission.ADD_PHOTOS)
def index(story_id: int) -> str:
    return _page(queries.story(current_actor(), story_id))


@blueprint.post("/stories/<int:story_id>/photo-links")
@requires(Permission.ADD_PHOTOS)
def make(story_id: int) -> Answer:
    found = queries.story(current_actor(), story_id)
    wanted = link_views.wanted(found.id, found.slug)
    try:
        with transaction():
            link, secret = links.make(current_actor(), wanted)
    except Invalid as error:
        return _page(found, error), REFUSED
    return link_views.made(link, secret)


def _page(found: Story, error: Invalid | None = None) -> str:
    every = links.newest(found.id)
    return render_template(
        "stories/photo_links.html",
        story=found,
        links=every,
        sent=[one for link in every for one in link.uploads if one.photo],
        people=people_by_id({one.made_by_id for one in every}),
        why_shut=links.why_shut,
        hours=links.HOURS,
        desks=desks(),
        first_desk=found.desk_id,
        error=error,
        typed=request.form,
    )
