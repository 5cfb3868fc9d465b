"""Whose an item is, where a feed carries several agencies: by the name that the item gives."""

from collections.abc import Collection

from sqlalchemy import select

from newsroom.db import db
from newsroom.wire.models import OutletAlias, OutletRow

MOST_NAMES = 200
"""Of one delivery; a feed with more is no feed of agencies."""


def outlets_by_name(names: Collection[str]) -> dict[str, int]:
    """The outlets' numbers by these names in small letters; a name of none is left out."""
    asked = sorted(names)[:MOST_NAMES]
    if not asked:
        return {}
    aliases = select(OutletAlias.name, OutletAlias.outlet_id).where(OutletAlias.name.in_(asked))
    owned = select(OutletRow.name, OutletRow.id).where(OutletRow.name.in_(asked))
    found = [*db.session.execute(aliases), *db.session.execute(owned)]
    return {name.casefold(): outlet_id for name, outlet_id in found}
