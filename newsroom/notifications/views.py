"""The one event stream of a browser, and who is in a story as its pages show it."""

from flask import Blueprint, Flask, Response, request

from newsroom.accounts import signing_in
from newsroom.db import db
from newsroom.notifications import live, presence, presence_store
from newsroom.notifications.inbox_views import blueprint as inbox_blueprint
from newsroom.roles import Permission
from newsroom.settings import current_settings
from newsroom.web.access import current_actor, requires

blueprint = Blueprint("notifications", __name__)
blueprints = (blueprint, inbox_blueprint)

OF_ONE_STORY = frozenset({"steps", "panel", "presence", "comments"})
OF_ONE_PERSON = frozenset({"inbox", live.SIGNED_OUT})


@blueprint.get("/live")
@requires(Permission.READ_STORIES)
def stream() -> Response:
    """Events of the stories named by `story`, and of the board; replayed from Last-Event-ID."""
    stories = frozenset(request.args.getlist("story", type=int))
    last = request.headers.get("Last-Event-ID") or request.args.get("last")
    settings, person = current_settings(), current_actor().id

    def wanted(event: live.Event) -> bool:
        return is_for(event, stories, person)

    db.session.remove()  # a stream lives for hours; a connection held that long starves the rest
    # Without the request's context, which would be kept for every open stream and serves none.
    answer = Response(live.listen(settings, wanted, last), mimetype="text/event-stream")
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Accel-Buffering"] = "no"
    if request.headers.get("Origin") == settings.public_url:
        # The live process may be reached at another port than the pages.
        answer.headers["Access-Control-Allow-Origin"] = settings.public_url
        answer.headers["Access-Control-Allow-Credentials"] = "true"
        answer.headers["Cross-Origin-Resource-Policy"] = "same-site"
    return answer


def is_for(event: live.Event, stories: frozenset[int], person: int | None) -> bool:
    """Whether a browser of that person that follows those stories is told of it."""
    if event.name in OF_ONE_PERSON:
        return event.facts.get("person") == person
    return event.name not in OF_ONE_STORY or event.facts.get("story") in stories


def tell_signed_out(_sender: object, person: int) -> None:
    """A stream outlives the request that was allowed to open it: it must not outlive the sign-in."""
    live.announce(live.SIGNED_OUT, person=person)


def install(app: Flask) -> None:
    signing_in.ended.connect(tell_signed_out)
    app.jinja_env.globals.update(
        pages_in_stories=presence_store.in_stories, people_in=presence.present
    )
