"""Which house style, outlets, standards, agency copy and photos are in force for a reading."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from sqlalchemy import func, select

from newsroom import versions
from newsroom.db import db
from newsroom.housestyle.models import LexiconVersion
from newsroom.photos.caption_models import CaptionRulesVersion
from newsroom.stories.caption_photos import changed_since
from newsroom.stories.checks import ATTRIBUTION, CAPTIONS, HOUSE_STYLE, REUSE
from newsroom.stories.models import CheckReading
from newsroom.wire.models import RegistryVersion
from newsroom.wire.reuse_models import ReuseVersion
from newsroom.wire.standard_models import StandardsVersion

IN_FORCE = {
    HOUSE_STYLE: (LexiconVersion,),
    # Whose copy the story has tells which credit is owed, and which is for nothing.
    ATTRIBUTION: (RegistryVersion, StandardsVersion, ReuseVersion),
    REUSE: (ReuseVersion, StandardsVersion),
    # What a photo says of itself is held against its story alone: see caption_photos.
    CAPTIONS: (CaptionRulesVersion, LexiconVersion),
}
"""What each check reads with; its reference is their sum, which grows with each of them."""


def references() -> dict[str, int]:
    kinds = list(chain.from_iterable(IN_FORCE.values()))
    return _by_check(versions.current(*kinds))


def readings(story_id: int) -> Iterator[tuple[CheckReading, bool]]:
    """What each check read last, and whether with what is in force; in one question."""
    return readings_of([story_id])


def readings_of(story_ids: Collection[int]) -> Iterator[tuple[CheckReading, bool]]:
    """The same of many stories."""
    numbers = [
        func.coalesce(select(kind.version).scalar_subquery(), 0)
        for kind in chain.from_iterable(IN_FORCE.values())
    ]
    changed = changed_since(CheckReading.story_id)
    wanted = select(CheckReading, changed, *numbers).where(CheckReading.story_id.in_(story_ids))
    for row, photos_changed, *found in db.session.execute(wanted):
        fresh = row.reference == _by_check(found)[row.check]
        yield row, fresh and not (row.check == CAPTIONS and photos_changed)


def _by_check(numbers: Sequence[int]) -> dict[str, int]:
    left = iter(numbers)
    return {check: sum(next(left) for _ in kinds) for check, kinds in IN_FORCE.items()}
