"""The page of one item: its words and what holds for them, its bytes, and its versions side by side."""

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask_login import current_user

from newsroom.db import now, transaction
from newsroom.errors import Conflict, Invalid
from newsroom.roles import Permission
from newsroom.web.access import current_actor, requires
from newsroom.web.forms import Answer
from newsroom.wire import deliveries, kill_choosing, kill_targets, read_marks, wire_queries
from newsroom.wire.comparing import compare
from newsroom.wire.flags import flags, priority_flag
from newsroom.wire.item_models import ItemRow
from newsroom.wire.item_parts import parts_of
from newsroom.wire.terms import terms_of

SHOWN_PARAGRAPHS = 1_000
"""On the page; more is in the raw bytes, and no person reads that much."""

blueprint = Blueprint("wire_item", __name__, url_prefix="/wire/items")


@blueprint.get("/<int:item_id>")
@requires(Permission.USE_WIRE)
def show(item_id: int) -> str:
    """To open an item is to have read it."""
    item = wire_queries.item(item_id)
    if not wire_queries.has_read(current_user.id, item_id):
        with transaction():
            read_marks.mark_read(current_user.id, item_id)
    family = wire_queries.versions(item)
    unplaced = bool(kill_targets.unplaced([item]))
    return render_template(
        "wire/item.html",
        unplaced=unplaced,
        named=_named(item) if unplaced else (),
        may_choose=current_actor().may(Permission.EDIT_COPY),
        item=item,
        paragraphs=item.paragraphs[:SHOWN_PARAGRAPHS],
        left_out=max(0, len(item.paragraphs) - SHOWN_PARAGRAPHS),
        family=family,
        before=_before(item, family),
        kill=next((one for one in family if one.is_kill), None) if item.killed_at else None,
        terms=terms_of([*item.usage_terms, item.editors_note]),
        desks=wire_queries.desks_of(item),
        marks=flags(item, now()),
        flags=flags,
        priority=priority_flag(item.priority),
        at=now(),
    )


@blueprint.get("/<int:item_id>/against/<int:other_id>")
@requires(Permission.USE_WIRE)
def against(item_id: int, other_id: int) -> str:
    """The other version at the left, this one at the right."""
    item = wire_queries.item(item_id)
    other = wire_queries.version_beside(item, other_id)
    return render_template(
        "wire/against.html",
        item=item,
        other=other,
        found=compare(parts_of(other), parts_of(item)),
        family=wire_queries.versions(item),
    )


@blueprint.get("/<int:item_id>/raw")
@requires(Permission.USE_WIRE)
def raw(item_id: int) -> Response:
    """The delivery as it came, never shown in the browser: nobody knows what an agency sends."""
    item = wire_queries.item(item_id)
    answer = Response(deliveries.shelf().get(item.raw), mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="wire-{item_id}.bin"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@blueprint.post("/<int:item_id>/kills/<int:other_id>")
@requires(Permission.EDIT_COPY)
def choose_killed(item_id: int, other_id: int) -> Answer:
    """Which item this kill is of."""
    try:
        with transaction():
            kill_choosing.choose(current_actor(), item_id, other_id)
    except (Conflict, Invalid) as error:
        flash(error.sentence, "bad")
    else:
        flash("The item is killed, and the stories that have words of it are told.", "good")
    return redirect(url_for("wire_item.show", item_id=item_id), 303)


def _named(kill: ItemRow) -> list[ItemRow]:
    paragraphs = [one.text for one in kill.paragraphs]
    return wire_queries.items([one.id for one in kill_targets.named_by(kill, paragraphs)])


def _before(item: ItemRow, family: list[ItemRow]) -> ItemRow | None:
    """The version that came before it."""
    return next((one for one in family if one.id < item.id), None)
