"""The inbox: who named or answered the person, and the way to the place."""

from flask import Blueprint, jsonify, redirect, render_template, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.notifications import inbox
from newsroom.roles import Permission
from newsroom.web.access import requires
from newsroom.web.sane import asked_number

blueprint = Blueprint("inbox", __name__)


@blueprint.get("/inbox")
@requires(Permission.READ_STORIES)
def index() -> str:
    before = asked_number("before")
    entries, older = inbox.page(current_user.id, before)
    return render_template(
        "notifications/inbox.html",
        entries=entries,
        newest=url_for(".index") if before else None,
        older=url_for(".index", before=older) if older else None,
    )


@blueprint.get("/inbox/unread")
@requires(Permission.READ_STORIES)
def unread() -> Response:
    """How many wait, for the bar of a page that is open."""
    return jsonify(unread=current_user.unread)


@blueprint.get("/inbox/<int:entry_id>")
@requires(Permission.READ_STORIES)
def entry(entry_id: int) -> Response:
    """On to the place it is about; the entry has been opened then."""
    with transaction():
        found = inbox.opened(current_user.id, entry_id)
    return redirect(inbox.address_of(found))


@blueprint.post("/inbox/read")
@requires(Permission.READ_STORIES)
def read() -> Response:
    with transaction():
        inbox.read_all(current_user.id)
    return redirect(url_for(".index"))
