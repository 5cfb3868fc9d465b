"""Where an item belongs: new, newer, older or there already, and what a kill among its versions does."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select

from newsroom.db import db, dialect, now
from newsroom.jobs import Job, enqueue
from newsroom.wire import kill_targets, kills, search_index
from newsroom.wire.item_keys import family_key, item_key, lock_number
from newsroom.wire.item_models import ItemRow
from newsroom.wire.item_writing import routed, row_of, write_parts
from newsroom.wire.items import WireItem
from newsroom.wire.routing import Rule, desks_for
from newsroom.wire.sightings import seen_again
from newsroom.wire.version_order import Edition, in_order, killed


class Happened(StrEnum):
    """What an item was to what the newsroom had."""

    NEW = "new"
    NEWER = "newer"
    OLDER = "older"
    SAME = "same"
    KILLED = "killed"
    """It was a kill, or its kill had come before it."""


@dataclass(frozen=True)
class Placement:
    """What all items of a delivery share."""

    feed_id: int
    outlet_id: int | None
    desk_id: int | None
    raw: str
    format: str
    received: datetime
    rules: Sequence[Rule]
    outlets: Mapping[str, int]
    """By name in small letters, for feeds of several agencies."""

    def outlet_of(self, item: WireItem) -> int | None:
        return self.outlet_id or self.outlets.get(item.provider.casefold())


def place(items: Sequence[WireItem], where: Placement) -> list[Happened]:
    """Keep those that are not there yet, in this transaction; what happened to each, in order."""
    keys = [item_key(where.feed_id, item) for item in items]
    known = _known(keys)
    seen_again(known)
    families = [family_key(i.family, where.feed_id, where.outlet_of(i)) for i in items]
    fresh = {k: f for k, f in zip(keys, families, strict=True) if k not in known}
    if not fresh:
        return [Happened.SAME] * len(items)
    take_turns(fresh.values())
    known = _known(keys)  # again, for another may have had its turn with the same items
    answers: list[Happened] = []
    for item, key, family in zip(items, keys, families, strict=True):
        awaited = families[len(answers) + 1 :]
        answers.append(Happened.SAME if key in known else _keep(item, key, family, where, awaited))
        known.add(key)
    return answers


def _known(keys: Collection[str]) -> set[str]:
    return set(db.session.scalars(select(ItemRow.item_key).where(ItemRow.item_key.in_(keys))))


def take_turns(families: Collection[str]) -> None:
    """Two workers must not order one family at once; SQLite has one writer anyway."""
    if dialect() == "postgresql":
        for number in sorted({lock_number(key) for key in families}):
            db.session.execute(select(func.pg_advisory_xact_lock(number)))


def _keep(
    item: WireItem, key: str, family: str, where: Placement, awaited: Collection[str]
) -> Happened:
    outlet_id = where.outlet_of(item)
    row = row_of(
        item,
        where.received,
        item_key=key,
        family_key=family,
        feed_id=where.feed_id,
        outlet_id=outlet_id,
        raw=where.raw,
        format=where.format,
    )
    if row.is_kill and family not in awaited:
        _place_kill(row, item)
    db.session.add(row)
    db.session.flush()
    desks = desks_for(routed(item, outlet_id), where.rules)
    fallback = [where.desk_id] if where.desk_id else []
    write_parts(row, item, desks or fallback)
    search_index.add(row.id, item)
    return settle(row)


def _place_kill(row: ItemRow, item: WireItem) -> None:
    """A kill under an id of its own goes to the item that its words name, where one alone fits."""
    if kill_targets.is_placed(row.family_key):
        return
    found = kill_targets.only_one(row, item.paragraphs)
    if found is not None:
        take_turns([found.family_key])
        # Its number counts notices, not versions of the item: its time says what it reaches.
        row.family, row.family_key, row.version = found.family, found.family_key, ""


def settle(new: ItemRow) -> Happened:
    """Settle anew which of the family is the newest and which of them are killed."""
    family = select(ItemRow).where(ItemRow.family_key == new.family_key)
    # As the newest commit left them: another worker may have settled them a moment ago.
    rows = db.session.scalars(family.execution_options(populate_existing=True)).all()
    editions = [Edition(r.id, r.version, r.updated_at or r.published_at, r.is_kill) for r in rows]
    newest, dead = in_order(editions)[-1].id, killed(editions)
    for row in rows:
        row.is_current = row.id == newest
        if row.id in dead and row.killed_at is None:
            row.killed_at = now()
            if row is not new:
                kills.announce(row)
    if new.is_current and any(row.used for row in rows):
        enqueue(Job.WIRE_NEWER)
    if new.id in dead:
        return Happened.KILLED
    if len(rows) == 1:
        return Happened.NEW
    return Happened.NEWER if new.is_current else Happened.OLDER
