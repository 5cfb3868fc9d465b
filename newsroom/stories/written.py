"""Who has put how much into a story: kept with each snapshot, so that only the steps since count."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    CompoundSelect,
    Integer,
    Text,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from newsroom.db import db
from newsroom.stories.models import StorySnapshot, StoryStep

NOBODY = 0
"""The writer of what came without a person: imported, or made by the newsroom itself."""


_story = bindparam("story", type_=Integer)
_kept_at = (
    select(func.max(StorySnapshot.version))
    .where(StorySnapshot.story_id == _story, StorySnapshot.written.is_not(None))
    .scalar_subquery()
)
_kept = select(null().label("author"), literal(0).label("units"), StorySnapshot.written).where(
    StorySnapshot.story_id == _story, StorySnapshot.version == _kept_at
)
_since = (
    select(StoryStep.author_id, func.sum(StoryStep.inserted), cast(null(), Text))
    .where(StoryStep.story_id == _story, StoryStep.version > func.coalesce(_kept_at, 0))
    .group_by(StoryStep.author_id)
)
_WRITTEN: CompoundSelect[Any] = union_all(_kept, _since)
"""Made once: every page of a story asks it, and to make it takes longer than to ask it."""


def by_person(story_id: int) -> dict[int, int]:
    """Person to units of text put in by steps; in one question, however long the history is."""
    units: Counter[int] = Counter()
    found: Iterable[Any] = db.session.execute(_WRITTEN, {"story": story_id})
    for author, number, so_far in found:
        units.update(_units(author, number, so_far))
    return dict(units)


def _units(author: int | None, number: int, written: str | None) -> dict[int, int]:
    if written is None:
        return {author or NOBODY: int(number)}
    return {int(person): int(share) for person, share in json.loads(written).items()}


def to_keep(story_id: int) -> str:
    """The same as text, for the snapshot that is made now."""
    return json.dumps(by_person(story_id), separators=(",", ":"))
