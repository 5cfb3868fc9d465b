"""The talk about a story: what its forms send, and what the editor and its fields ask for."""

import secrets
from collections.abc import Callable, Sequence

from flask import Blueprint, jsonify, redirect, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from newsroom.db import storable, transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Actor, Permission
from newsroom.stories import comment_queries, comments, own_comments, queries, talk, talk_filter
from newsroom.stories.comment_models import StoryThread
from newsroom.stories.comments import Place, Sent
from newsroom.stories.story_page import refused
from newsroom.web.access import current_actor, requires, wants_json

blueprint = Blueprint("comments", __name__)
blueprint.add_app_template_global(lambda: secrets.token_urlsafe(12), "sending_key")
blueprint.add_app_template_global(lambda: talk_filter.KINDS, "talk_kinds")

Answer = Response | tuple[str, int]
NAME_LENGTH = 60
NEW = "new"


@blueprint.get("/stories/<int:story_id>/threads")
@requires(Permission.READ_STORIES)
def threads(story_id: int) -> Response:
    """The threads with their places in the newest version; `out` are those whose words are not there."""
    story = queries.story(current_actor(), story_id)
    found = talk.threads(story, comment_queries.talk(story.id))
    on_words = [one for one in found if one.anchor]
    return jsonify(
        version=story.version,
        threads=[_placed(one) for one in on_words if not one.deleted],
        out=[_placed(one) | {"taken": one.taken} for one in on_words if one.deleted],
    )


def _placed(one: talk.Thread) -> dict[str, object]:
    return {
        "id": one.row.id,
        "from": one.start,
        "to": one.end,
        "words": one.row.words,
        "open": one.row.open,
        "must_fix": one.row.must_fix,
    }


@blueprint.get("/stories/mentions")
@requires(Permission.READ_STORIES)
def mentions() -> Response:
    """Whom the beginning of a name may mean."""
    typed = request.args.get("q", "")[:NAME_LENGTH]
    people = comment_queries.readers_like(typed) if typed.isprintable() else []
    return jsonify(people=[{"name": one.name, "full_name": one.full_name} for one in people])


@blueprint.post("/stories/<int:story_id>/threads")
@requires(Permission.READ_STORIES)
def start(story_id: int) -> Answer:
    actor = current_actor()

    def begin() -> StoryThread:
        thread = comments.start(actor, story_id, _place(), _sent())
        if request.form.get("must_fix"):
            comments.demand(actor, story_id, thread.id)
        return thread

    return _done(actor, story_id, NEW, begin)


@blueprint.post("/stories/<int:story_id>/threads/<int:thread_id>/replies")
@requires(Permission.READ_STORIES)
def reply(story_id: int, thread_id: int) -> Answer:
    actor = current_actor()
    return _done(
        actor,
        story_id,
        str(thread_id),
        lambda: comments.reply(actor, story_id, thread_id, _sent()),
    )


@blueprint.post("/stories/<int:story_id>/threads/<int:thread_id>/resolve")
@requires(Permission.READ_STORIES)
def resolve(story_id: int, thread_id: int) -> Answer:
    return _judged(story_id, thread_id, comments.resolve)


@blueprint.post("/stories/<int:story_id>/threads/<int:thread_id>/reopen")
@requires(Permission.READ_STORIES)
def reopen(story_id: int, thread_id: int) -> Answer:
    return _judged(story_id, thread_id, comments.reopen)


@blueprint.post("/stories/<int:story_id>/threads/<int:thread_id>/demand")
@requires(Permission.READ_STORIES)
def demand(story_id: int, thread_id: int) -> Answer:
    return _judged(story_id, thread_id, comments.demand)


@blueprint.post("/stories/<int:story_id>/threads/<int:thread_id>/release")
@requires(Permission.READ_STORIES)
def release(story_id: int, thread_id: int) -> Answer:
    return _judged(story_id, thread_id, comments.release)


@blueprint.post("/stories/<int:story_id>/comments/<int:comment_id>/edit")
@requires(Permission.READ_STORIES)
def edit(story_id: int, comment_id: int) -> Answer:
    actor = current_actor()
    return _done(
        actor,
        story_id,
        f"edit-{comment_id}",
        lambda: own_comments.edit(actor, story_id, comment_id, request.form.get("text", "")),
    )


@blueprint.post("/stories/<int:story_id>/comments/<int:comment_id>/delete")
@requires(Permission.READ_STORIES)
def delete(story_id: int, comment_id: int) -> Answer:
    actor = current_actor()
    return _done(actor, story_id, NEW, lambda: own_comments.delete(actor, story_id, comment_id))


def _judged(story_id: int, thread_id: int, act: Callable[[Actor, int, int], StoryThread]) -> Answer:
    with transaction():
        thread = act(current_actor(), story_id, thread_id)
    return _after(story_id, thread)


def _done(actor: Actor, story_id: int, form: str, act: Callable[[], StoryThread]) -> Answer:
    try:
        with transaction():
            thread = act()
    except (Invalid, Conflict) as error:
        # A form refused for what happened meanwhile may stand on the page no more.
        place = NEW if isinstance(error, Conflict) else form
        return refused(actor, story_id, error, refused_talk=place, panel_tab="talk")
    return _after(story_id, thread)


def _after(story_id: int, thread: StoryThread) -> Response:
    if wants_json():
        return jsonify(thread=thread.id)
    place = "talk" if thread.gone else f"thread-{thread.id}"
    return redirect(
        url_for("stories.story", story_id=story_id, tab="talk", talk=talk_chosen(), _anchor=place)
    )


@blueprint.app_template_global()
def talk_chosen() -> str | None:
    """The kind of threads that this page was asked for; none where it is the one that is usual."""
    kind = talk_filter.asked(request.args.get("talk"))
    return None if kind == talk_filter.FIRST else kind


@blueprint.app_template_global()
def talk_shown(threads: Sequence[talk.Thread]) -> talk_filter.TalkFilter:
    shown = talk_chosen() or talk_filter.FIRST
    return talk_filter.talk_filter(threads, shown, current_user.id, current_user.name)


def _sent() -> Sent:
    return Sent(request.form.get("text", ""), request.form.get("sending", ""))


def _place() -> Place | None:
    """Where the words stand, as the editor names it; a form sent without it is about all."""
    if not request.form.get("from") and not request.form.get("to"):
        return None
    numbers = [request.form.get(name, default=-1, type=int) for name in ("at", "from", "to")]
    if not all(storable(one) for one in numbers):
        raise Invalid("Choose the words that the comment is about.")
    return Place(*numbers)
