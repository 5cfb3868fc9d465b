"""Whose copy a passage of a story stands in: the item by its number, and what may be said of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from newsroom.db import db
from newsroom.wire.item_models import ItemPara, ItemRow


@dataclass(frozen=True, slots=True)
class Source:
    """The version of an item in whose words a passage stands."""

    item: int
    family: str
    outlet: str | None
    """Its key in the registry."""
    agency: str
    headline: str
    is_killed: bool
    is_newest: bool
    terms: tuple[str, ...] = ()
    """The prose that says what may be done with it, as it came."""


def sources(ids: Collection[str]) -> Mapping[str, Source]:
    """By the number under which the index has them; what was forgotten meanwhile is left out."""
    numbers = [int(one) for one in ids if one.isdecimal()]
    if not numbers:
        return {}
    wanted = select(ItemRow).where(ItemRow.id.in_(numbers)).options(joinedload(ItemRow.outlet))
    return {str(row.id): _source(row) for row in db.session.scalars(wanted)}


def _source(row: ItemRow) -> Source:
    outlet = row.outlet
    agency = outlet.name if outlet else row.provider or "an agency that does not name itself"
    return Source(
        row.id,
        row.family_key,
        outlet.key if outlet else None,
        agency,
        row.headline,
        row.killed_at is not None,
        row.is_current,
        (*row.usage_terms, *filter(None, (row.editors_note,))),
    )


def paragraphs(places: Collection[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The agencies' own paragraphs, by item and number."""
    items = {item for item, _ in places}
    wanted = select(ItemPara).where(ItemPara.item_id.in_(items))
    found = {(row.item_id, row.ord): row.text for row in db.session.scalars(wanted)}
    return {place: found[place] for place in places if place in found}
