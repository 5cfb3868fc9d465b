"""Which item a kill under an id of its own is of: the one of its agency and slug, if one alone is."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, and_, func, select

from newsroom.db import db
from newsroom.wire.item_models import ItemRow
from newsroom.wire.kill_words import PARAGRAPHS, name_of, names_in
from newsroom.wire.version_order import Edition, killed

WITHIN = timedelta(days=5)
"""Before the kill came; agencies do not kill older copy by its slug."""
LOOKED_THROUGH = 20_000
"""Items of its agency, the newest."""
MOST_SHOWN = 20


@dataclass(frozen=True)
class Named:
    """An item that the words of a kill may mean; its newest version stands for all."""

    id: int
    family: str
    family_key: str
    lives: bool


def only_one(kill: ItemRow, paragraphs: Sequence[str]) -> Named | None:
    """The item that it is of; None where none fits, or several do."""
    found = named_by(kill, paragraphs)
    living = [one for one in found if one.lives]
    fitting = living or found
    return fitting[0] if len(fitting) == 1 else None


def named_by(kill: ItemRow, paragraphs: Sequence[str]) -> list[Named]:
    """The newest first, each family once, and only what a kill of that time reaches."""
    prose = [kill.editors_note, *paragraphs[:PARAGRAPHS]]
    names = names_in((kill.headline, kill.slugline), prose)
    found: dict[str, Named] = {}
    for row in _of_its_agency(kill) if names else ():
        fits = {name_of(row.slugline), name_of(row.headline)} & names
        if fits and row.family_key not in found and _reaches(kill, row):
            lives = row.killed_at is None
            found[row.family_key] = Named(row.id, row.family, row.family_key, lives)
    return list(found.values())[:MOST_SHOWN]


def is_placed(family_key: str) -> bool:
    """Whether there is an item in the family, and not kills alone."""
    return family_key in _with_items([family_key])


def unplaced(rows: Iterable[ItemRow]) -> set[int]:
    """The numbers of those that are kills of no item that is known."""
    kills = [row for row in rows if row.is_kill]
    placed = _with_items({row.family_key for row in kills}) if kills else set()
    return {row.id for row in kills if row.family_key not in placed}


def _with_items(family_keys: Collection[str]) -> set[str]:
    wanted = select(ItemRow.family_key).where(ItemRow.family_key.in_(family_keys), ~ItemRow.is_kill)
    return set(db.session.scalars(wanted.distinct()))


class _Item(NamedTuple):
    """What is asked of thousands of items, without the rest of them."""

    id: int
    slugline: str
    headline: str
    family: str
    family_key: str
    killed_at: datetime | None
    at: datetime | None


def _of_its_agency(kill: ItemRow) -> Iterator[_Item]:
    names = (ItemRow.id, ItemRow.slugline, ItemRow.headline, ItemRow.family, ItemRow.family_key)
    at = func.coalesce(ItemRow.updated_at, ItemRow.published_at)
    wanted = (
        select(*names, ItemRow.killed_at, at)
        .where(
            _same_agency(kill), ItemRow.received_at > kill.received_at - WITHIN, ~ItemRow.is_kill
        )
        .order_by(ItemRow.received_at.desc(), ItemRow.id.desc())
        .limit(LOOKED_THROUGH)
    )
    return (_Item(*row) for row in db.session.execute(wanted))


def _same_agency(kill: ItemRow) -> ColumnElement[bool]:
    if kill.outlet_id is not None:
        return ItemRow.outlet_id == kill.outlet_id
    return and_(ItemRow.feed_id == kill.feed_id, ItemRow.outlet_id.is_(None))


def _reaches(kill: ItemRow, row: _Item) -> bool:
    """What the agency sent after the kill lives, so the kill is not of that."""
    item = Edition(row.id, "", row.at, kills=False)
    notice = Edition(kill.id or row.id + 1, "", kill.updated_at or kill.published_at, kills=True)
    return item.id in killed([item, notice])
