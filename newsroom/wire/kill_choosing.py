"""An editor says which item a kill is of that does not name one by its id."""

from sqlalchemy import select

from newsroom.audit import Event, record
from newsroom.db import db, locked_row
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.roles import Actor, Permission
from newsroom.wire.item_models import ItemRow
from newsroom.wire.kill_targets import is_placed
from newsroom.wire.placing import settle, take_turns
from newsroom.wire.wire_queries import NO_ITEM


def choose(actor: Actor, kill_id: int, item_id: int) -> None:
    """The kill reaches the item and its earlier versions, as if it had named them."""
    actor.require(Permission.EDIT_COPY)
    # In the order in which deliveries lock: first the families, then their rows.
    take_turns([_family_key(kill_id), _family_key(item_id)])
    kill, item = _item(kill_id), _item(item_id)
    if not kill.is_kill or item.is_kill:
        raise Invalid("Choose the item that this kill is of.")
    if is_placed(kill.family_key):
        raise Conflict("Which item this kill is of is known by now.")
    if not _same_agency(kill, item):
        raise Invalid("That item is another agency’s.")
    notices = select(ItemRow).where(ItemRow.family_key == kill.family_key)
    for row in db.session.scalars(notices).all():
        row.family, row.family_key, row.version = item.family, item.family_key, ""
    db.session.flush()
    settle(kill)
    if item.killed_at is None:
        raise Invalid("Its agency sent that item after the kill, so the kill is not of it.")
    record(
        actor,
        Event.WIRE_KILL_PLACED,
        "wire_item",
        kill.id,
        agency=kill.agency,
        headline=item.headline or item.slugline,
        item=item.id,
    )


def _item(item_id: int) -> ItemRow:
    found = locked_row(select(ItemRow).where(ItemRow.id == item_id))
    if found is None:
        raise NotFound(NO_ITEM)
    return found


def _family_key(item_id: int) -> str:
    found = db.session.scalar(select(ItemRow.family_key).where(ItemRow.id == item_id))
    if found is None:
        raise NotFound(NO_ITEM)
    return found


def _same_agency(kill: ItemRow, item: ItemRow) -> bool:
    if kill.outlet_id is not None:
        return kill.outlet_id == item.outlet_id
    return item.outlet_id is None and kill.feed_id == item.feed_id
