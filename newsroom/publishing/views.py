"""The two moves that change the paper, beside the paper itself."""

from flask import Blueprint, Flask, flash, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.publishing import addresses, killed_photos, paper_views, queries, service
from newsroom.publishing.models import Article
from newsroom.publishing.sessions import OnlyForTheNewsroom
from newsroom.roles import Permission
from newsroom.stories.story_page import refused, seen
from newsroom.web.access import current_actor, requires, wants_json

blueprint = Blueprint("publishing", __name__)
blueprints = (blueprint, paper_views.blueprint)

Answer = Response | tuple[str, int]


def install(app: Flask) -> None:
    app.session_interface = OnlyForTheNewsroom(app.session_interface)
    app.jinja_env.globals.update(
        photo_articles=queries.articles_with, killed_on_site=killed_photos.alerts
    )


@blueprint.get("/stories/<int:story_id>/article")
@requires(Permission.READ_STORIES)
def see(story_id: int) -> Response:
    """From the story to its article, wherever on the site that stands."""
    article = queries.current(story_id)
    if article is None:
        raise NotFound("This story has no article on the site.")
    return redirect(addresses.article(article.path))


@blueprint.post("/stories/<int:story_id>/publish")
@requires(Permission.PUBLISH)
def publish(story_id: int) -> Answer:
    actor = current_actor()
    try:
        with transaction():
            made = service.publish(actor, story_id, seen())
    except (Invalid, Conflict) as error:
        return refused(actor, story_id, error, refused_move="publish")
    return _done(made, f"Version {made.version} is on the site.")


@blueprint.post("/stories/<int:story_id>/withdraw")
@requires(Permission.WITHDRAW)
def withdraw(story_id: int) -> Answer:
    actor = current_actor()
    try:
        with transaction():
            taken = service.withdraw(actor, story_id, request.form.get("note", ""), seen())
    except (Invalid, Conflict) as error:
        return refused(actor, story_id, error, refused_move="withdraw")
    return _done(taken, "The article is off the site; its address says that it was withdrawn.")


def _done(article: Article, sentence: str) -> Response:
    if wants_json():
        address = addresses.article(article.path)
        return jsonify({"version": article.version, "edition": article.edition, "address": address})
    flash(sentence, "good")
    return redirect(url_for("stories.story", story_id=article.story_id), 303)
