"""From the wire into stories: start one from an item, attach and detach, release and acknowledge."""

from collections.abc import Callable

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user

from newsroom.db import db, storable, transaction
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.roles import Permission
from newsroom.stories import wire_linking, wire_photos, wire_releasing, wire_starting
from newsroom.stories.story_page import refused
from newsroom.stories.wire_choosing import Choices, open_stories, wire_choices
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import Answer
from newsroom.wire.item_models import ItemRow

blueprint = Blueprint("story_wire", __name__)

WORDS = 80
"""Characters of a slug that is searched for."""


@blueprint.post("/stories/from-wire/<int:item_id>")
@requires(Permission.CREATE_STORY)
def start(item_id: int) -> Answer:
    desk_id = request.form.get("desk_id", type=int)
    with transaction():
        story = wire_starting.start(current_actor(), item_id, desk_id)
    flash("The story is started. Its credit and its terms came along.", "good")
    return redirect(url_for("stories.story", story_id=story.id))


@blueprint.get("/stories/from-wire/<int:item_id>/attach")
@requires(Permission.WRITE_COPY)
def choose(item_id: int) -> str:
    item = db.session.get(ItemRow, item_id)
    if item is None:
        raise NotFound("There is no such item on the wire.")
    words = request.args.get("q", "")[:WORDS]
    stories = open_stories(current_actor(), words)
    return render_template("stories/wire_attach.html", item=item, words=words, stories=stories)


@blueprint.post("/stories/<int:story_id>/wire")
@requires(Permission.WRITE_COPY)
def attach(story_id: int) -> Answer:
    item_id = request.form.get("item", default=0, type=int)
    if not storable(item_id):
        raise NotFound("There is no such item on the wire.")
    return _done(
        story_id,
        lambda: wire_linking.attach(current_actor(), story_id, item_id),
        "Attached. The story is told of newer versions and of a kill.",
    )


@blueprint.post("/stories/<int:story_id>/wire/<int:link_id>/detach")
@requires(Permission.WRITE_COPY)
def detach(story_id: int, link_id: int) -> Answer:
    return _done(
        story_id,
        lambda: wire_linking.detach(current_actor(), story_id, link_id, _reason()),
        "Detached.",
    )


@blueprint.post("/stories/<int:story_id>/wire/<int:link_id>/release-embargo")
@requires(Permission.PUBLISH)
def release_embargo(story_id: int, link_id: int) -> Answer:
    return _done(
        story_id,
        lambda: wire_releasing.release_embargo(current_actor(), story_id, link_id, _reason()),
        "The embargo is released for this story.",
    )


@blueprint.post("/stories/<int:story_id>/wire/<int:link_id>/heed-terms")
@requires(Permission.PUBLISH)
def heed_terms(story_id: int, link_id: int) -> Answer:
    return _done(
        story_id,
        lambda: wire_releasing.heed_terms(current_actor(), story_id, link_id),
        "The terms are acknowledged.",
    )


@blueprint.post("/stories/from-wire/<int:item_id>/pictures/<int:number>")
@requires(Permission.ADD_PHOTOS)
def take_picture(item_id: int, number: int) -> Answer:
    """Into the photo library; a worker fetches it."""
    with transaction():
        wire_photos.take_later(current_actor(), item_id, number)
    flash("The picture is being taken into the library.", "good")
    return redirect(url_for("wire_item.show", item_id=item_id, _anchor="pictures"))


def _reason() -> str:
    return request.form.get("reason", "")


def _done(story_id: int, act: Callable[[], object], said: str) -> Answer:
    """What was done, said at the story; a refusal comes back there with what was typed."""
    try:
        with transaction():
            act()
    except (Invalid, Conflict) as error:
        return refused(current_actor(), story_id, error)
    flash(said, "good")
    return redirect(url_for("stories.story", story_id=story_id, tab="gate", _anchor="wire"))


def choices_of_item(item: ItemRow) -> Choices:
    """For the item's page, which stands below the stories and knows nothing of them."""
    return wire_choices(current_user.actor, item)
