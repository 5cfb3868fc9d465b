"""Which house style, outlets and agency copy are in force: a reading with older ones counts as none."""

from collections.abc import Iterator

from sqlalchemy import func, select

from newsroom import versions
from newsroom.db import db
from newsroom.housestyle.models import LexiconVersion
from newsroom.stories.checks import ATTRIBUTION, HOUSE_STYLE, REUSE
from newsroom.stories.models import CheckReading
from newsroom.wire.models import RegistryVersion
from newsroom.wire.reuse_models import ReuseVersion

IN_FORCE = {HOUSE_STYLE: LexiconVersion, ATTRIBUTION: RegistryVersion, REUSE: ReuseVersion}


def references() -> dict[str, int]:
    return dict(zip(IN_FORCE, versions.current(*IN_FORCE.values()), strict=True))


def readings(story_id: int) -> Iterator[tuple[CheckReading, bool]]:
    """What each check read last, and whether with what is in force; in one question."""
    numbers = [
        func.coalesce(select(kind.version).scalar_subquery(), 0) for kind in IN_FORCE.values()
    ]
    wanted = select(CheckReading, *numbers).where(CheckReading.story_id == story_id)
    for row, *found in db.session.execute(wanted):
        yield row, row.reference == dict(zip(IN_FORCE, found, strict=True))[row.check]
