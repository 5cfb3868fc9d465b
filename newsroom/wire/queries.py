"""Reading the outlets: compiled for the rules, searched for people, asked who owns a name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import selectinload

from newsroom.db import db, locked_row
from newsroom.errors import NotFound
from newsroom.paging import page_by_name
from newsroom.versions import Compiled
from newsroom.wire.models import OutletAlias, OutletRow, RegistryVersion
from newsroom.wire.outlets import Outlet, sort_name
from newsroom.wire.registry import Registry

_WITH_ALIASES = selectinload(OutletRow.aliases)


def registry_version() -> int:
    """Grows with each change to an outlet; 0 for a newsroom that knows none yet."""
    return RegistryVersion.current()


def _registry() -> Registry:
    rows = select(OutletRow).options(_WITH_ALIASES).order_by(OutletRow.id)
    return Registry(row.outlet for row in db.session.scalars(rows))


_compiled = Compiled(RegistryVersion, _registry)


def live_registry() -> Registry:
    """The outlets of the database, compiled once per version and process."""
    return _compiled.newest()


def outlet(outlet_id: int) -> OutletRow:
    """One outlet with its names; raises NotFound."""
    found = db.session.get(OutletRow, outlet_id, options=[_WITH_ALIASES])
    if found is None:
        raise NotFound("There is no such outlet.")
    return found


def outlet_to_change(outlet_id: int) -> OutletRow:
    """The outlet as the newest commit left it, locked; for inside transaction()."""
    rows = select(OutletRow).where(OutletRow.id == outlet_id).options(_WITH_ALIASES)
    found = locked_row(rows)
    if found is None:
        raise NotFound("There is no such outlet.")
    return found


@dataclass(frozen=True)
class Wanted:
    """Which outlets are asked for; empty means all."""

    words: str = ""
    type: str = ""


def search(wanted: Wanted, after: int | None = None) -> tuple[list[OutletRow], int | None]:
    """A page of outlets by name, found by any name, and the id the next page begins after."""
    rows = _matching(wanted).options(_WITH_ALIASES)
    return page_by_name(rows, OutletRow.sort_name, OutletRow.id, after)


def count_by_type() -> dict[str, int]:
    rows = select(OutletRow.type, func.count()).group_by(OutletRow.type)
    return {row[0]: row[1] for row in db.session.execute(rows)}


def _matching(wanted: Wanted) -> Select[OutletRow]:
    rows = select(OutletRow)
    if wanted.type:
        rows = rows.where(OutletRow.type == wanted.type)
    if wanted.words:
        typed = wanted.words.lower()
        named = select(OutletAlias.outlet_id).where(
            func.lower(OutletAlias.name).contains(typed, autoescape=True)
        )
        rows = rows.where(
            or_(
                OutletRow.sort_name.contains(sort_name(wanted.words), autoescape=True),
                func.lower(OutletRow.domain).contains(typed, autoescape=True),
                OutletRow.id.in_(named),
            )
        )
    return rows


def outlets_by_key() -> dict[str, Outlet]:
    """All of them, by name, as the rules know them."""
    rows = select(OutletRow).options(_WITH_ALIASES).order_by(OutletRow.sort_name, OutletRow.id)
    return {row.key: row.outlet for row in db.session.scalars(rows)}


def id_of_key(key: str) -> int:
    """Raises NotFound."""
    found = db.session.scalar(select(OutletRow.id).where(OutletRow.key == key))
    if found is None:
        raise NotFound("There is no such outlet.")
    return found


def keys() -> set[str]:
    return set(db.session.scalars(select(OutletRow.key)))


def owners(names: Collection[str], other_than: int | None) -> dict[str, str]:
    """Which of these names belong to an outlet other than the given one, and to which."""
    by_name = select(OutletRow.name, OutletRow.name, OutletRow.id).where(OutletRow.name.in_(names))
    by_alias = (
        select(OutletAlias.name, OutletRow.name, OutletRow.id)
        .join(OutletAlias.outlet)
        .where(OutletAlias.name.in_(names))
    )
    rows = [*db.session.execute(by_name), *db.session.execute(by_alias)]
    return {name: owner for name, owner, owner_id in rows if owner_id != other_than}
