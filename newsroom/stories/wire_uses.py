"""The agency copy of a story with all its versions, in one question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import func, select

from newsroom.accounts.models import Person
from newsroom.clock import local
from newsroom.db import db
from newsroom.settings import current_settings
from newsroom.standards import Level
from newsroom.stories.models import Story
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_use import Decided, WireUse, WireVersion, use_of
from newsroom.wire.desk_standards import level
from newsroom.wire.item_models import ItemRow
from newsroom.wire.items import Status
from newsroom.wire.models import OutletRow
from newsroom.wire.standards.table import Rule
from newsroom.wire.version_order import Edition, in_order

AGENCY = func.coalesce(OutletRow.name, func.nullif(ItemRow.provider, ""), "The agency")
"""Whose copy an item is, as sentences say it."""

_FAMILIES = (
    select(StoryWire, ItemRow, AGENCY, Person.full_name)
    .join(ItemRow, ItemRow.family_key == StoryWire.family_key)
    .outerjoin(OutletRow, OutletRow.id == ItemRow.outlet_id)
    .outerjoin(Person, Person.id == StoryWire.by_id)
)


@dataclass(frozen=True)
class Linked:
    """A piece of agency copy in a story, and who put it there."""

    row: StoryWire
    by: str
    use: WireUse


class _Version(NamedTuple):
    """A version of a piece of copy beside the story's link to its family."""

    row: StoryWire
    item: ItemRow
    agency: str
    by: str | None


def linked(story: Story) -> Sequence[Linked]:
    """In the order in which they came; asks nothing of a story that has none."""
    if not story.from_wire:
        return ()
    rows = db.session.execute(
        _FAMILIES.where(StoryWire.story_id == story.id)
        .order_by(StoryWire.id)
        .execution_options(populate_existing=True)
    )
    grouped = groupby((_Version(*row) for row in rows), key=lambda one: one.row.id)
    found = [_linked(list(family)) for _, family in grouped]
    if any(one.use.unheeded for one in found) and not _terms_shut(story):
        found = [replace(one, use=replace(one.use, terms_shut=False)) for one in found]
    return found


def _terms_shut(story: Story) -> bool:
    return level(Rule.USAGE_TERMS, story.desk_id) is Level.BLOCK


def _linked(family: Sequence[_Version]) -> Linked:
    row = family[0].row
    items = {one.item.id: one.item for one in family}
    agency = next(one.agency for one in family if one.item.id == row.item_id)
    versions = [_version(items[one.id]) for one in in_order(_editions(items.values()))]
    used = next(one for one in versions if one.id == row.item_id)
    decided = Decided(row.released_item_id, frozenset(row.heeded.splitlines()))
    use = use_of(row.id, agency, versions, used, decided, current_settings().countries)
    return Linked(row, family[0].by or "The newsroom", use)


def _editions(items: Iterable[ItemRow]) -> list[Edition]:
    return [
        Edition(one.id, one.version, one.updated_at or one.published_at, one.is_kill)
        for one in items
    ]


def _version(item: ItemRow) -> WireVersion:
    return WireVersion(
        id=item.id,
        version=item.version,
        signal=item.signal,
        headline=item.headline or item.slugline,
        received_at=item.received_at,
        killed=item.killed_at is not None,
        withheld=item.status == Status.WITHHELD,
        embargo_until=_in_words(item.embargo_until),
        embargo_open=item.embargo_open,
        expires_at=_in_words(item.expires_at),
        terms=(*item.usage_terms, *filter(None, (item.editors_note,))),
    )


def _in_words(moment: datetime | None) -> datetime | None:
    """On the newsroom's clock, for sentences name it."""
    return local(moment) if moment else None
