"""The wire page: what comes in, the newest first, filtered and searched."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks
from newsroom.db import now, transaction
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.sane import asked_number, known_number
from newsroom.wire import feed_queries, kill_targets, read_marks, wire_queries
from newsroom.wire.flags import flags, priority_flag
from newsroom.wire.wire_filter import EMBARGOES, PRIORITIES, WireFilter

Filter = tuple[str, str, str, list[tuple[str, str]]]
"""Its name, its label, what it says where nothing is chosen, and its choices."""

blueprint = Blueprint("wire_items", __name__, url_prefix="/wire")


@blueprint.get("")
@requires(Permission.USE_WIRE)
def index() -> str:
    asked, after = WireFilter.read(request.args), asked_number("after")
    page = wire_queries.page(current_user.id, asked, after)
    return render_template(
        "wire/items.html",
        page=page,
        asked=asked,
        filters=_filters(asked),
        flags=flags,
        unplaced=kill_targets.unplaced(row.item for row in page.rows),
        priority_flag=priority_flag,
        at=now(),
        has_feeds=bool(page.rows) or feed_queries.any_feed(),
        may_manage=current_actor().may(Permission.MANAGE_FEEDS),
        first=_address(asked, None) if after else None,
        following=_address(asked, page.following) if page.following else None,
    )


@blueprint.post("/read")
@requires(Permission.USE_WIRE)
def mark_read() -> Response:
    """All that the view showed, and what is older than that; the view is the address's."""
    asked = WireFilter.read(request.args)
    up_to = known_number(request.form.get("up_to", ""))
    if up_to is not None:
        with transaction():
            read_marks.mark_view_read(current_user.id, asked, up_to)
        flash("Marked as read.", "good")
    return redirect(_address(asked, None), 303)


def _address(asked: WireFilter, after: int | None) -> str:
    return url_for("wire_items.index", **asked.address(), after=after)  # type: ignore[arg-type]


def _filters(asked: WireFilter) -> list[Filter]:
    offered = wire_queries.choices()
    on = [(str(desk.id), desk.name) for desk in desks()]
    found: list[Filter] = [
        ("agency", "Agency", "All agencies", offered.agencies),
        ("desk", "Desk", "All desks", on),
        ("priority", "Priority", "Any priority", list(PRIORITIES)),
        ("language", "Language", "Any language", offered.languages),
        ("keyword", "Keyword", "Any keyword", offered.keywords),
        ("embargo", "Embargo", "With and without", list(EMBARGOES)),
    ]
    return [
        (name, label, every, _with(choices, getattr(asked, name)))
        for name, label, every, choices in found
    ]


def _with(choices: list[tuple[str, str]], chosen: str) -> list[tuple[str, str]]:
    """What is chosen stays to be seen, also where nothing of it came lately."""
    known = not chosen or chosen in dict(choices)
    return choices if known else [*choices, (chosen, f"{chosen} (nothing lately)")]
