"""The page of the log: who did what, newest first."""

from typing import Any

from flask import Blueprint, render_template, request, url_for

from newsroom.audit.events import Event
from newsroom.audit.queries import Wanted, entries
from newsroom.roles import Permission
from newsroom.web.access import requires
from newsroom.web.sane import asked_number

blueprint = Blueprint("audit", __name__)

FILTERS = ("event", "actor", "subject", "number")
"""What goes along in the page's links; url_for() takes other names for orders of its own."""


@blueprint.get("/audit")
@requires(Permission.READ_AUDIT)
def index() -> str:
    asked = request.args
    wanted = Wanted(
        event=asked.get("event", ""),
        actor=asked.get("actor", "").strip(),
        subject_type=asked.get("subject", ""),
        subject_id=asked_number("number"),
    )
    found, older = entries(wanted, before=asked_number("before"))
    kept: dict[str, Any] = {name: asked[name] for name in FILTERS if asked.get(name)}
    return render_template(
        "audit/index.html",
        entries=found,
        wanted=wanted,
        events=list(Event),
        subjects=SUBJECTS,
        newest=url_for(".index", **kept) if "before" in asked else None,
        older=url_for(".index", **kept, before=older) if older else None,
    )


SUBJECTS = {
    "story": "/stories/{}",
    "person": "/people/{}",
    "desk": "/desks/{}",
    "photo": "/photos/{}",
    "concept": "/lexicon/{}",
    "outlet": "/wire/outlets/{}",
}
"""What an entry may be about, and where that is looked at."""

blueprints = (blueprint,)
