"""Any version of a story's document, from the nearest snapshot and the steps since."""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from functools import cache

from prosemirror.model import Node
from prosemirror.transform import Mapping, Step
from sqlalchemy import CompoundSelect, Integer, and_, bindparam, func, select, union_all

from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.stories import document
from newsroom.stories.models import Story, StorySnapshot, StoryStep
from newsroom.stories.shelf import shelf

SNAPSHOT_EVERY = 50
"""Versions between snapshots: at most so many steps are applied to read any version."""


def _way_to() -> CompoundSelect[int, str]:
    """The newest snapshot not newer than a version, and after it the steps that lead there."""
    story, wanted = bindparam("story", type_=Integer), bindparam("wanted", type_=Integer)
    begin = (
        select(func.max(StorySnapshot.version))
        .where(StorySnapshot.story_id == story, StorySnapshot.version <= wanted)
        .scalar_subquery()
    )
    snapshot = select(StorySnapshot.version.label("version"), StorySnapshot.document).where(
        StorySnapshot.story_id == story, StorySnapshot.version == begin
    )
    steps = select(StoryStep.version, StoryStep.step).where(
        StoryStep.story_id == story, StoryStep.version > begin, StoryStep.version <= wanted
    )
    return union_all(snapshot, steps).order_by("version")


_WAY = _way_to()


def at(story_id: int, version: int) -> Node:
    """The document as it was at that version; raises NotFound where the story has none such."""
    kept = shelf().nearest(story_id, version)
    # Not far behind: another process took the steps since.
    if kept is not None and version - kept[0] <= SNAPSHOT_EVERY:
        return _after(story_id, kept[1], steps_between(story_id, kept[0], version))
    way = db.session.execute(_WAY, {"story": story_id, "wanted": version}).all()
    if not way:
        raise NotFound("There is no such version of this story.")
    snapshot, *steps = (text for _, text in way)
    return _after(story_id, document.read(snapshot), [_read(step) for step in steps])


def _after(story_id: int, node: Node, steps: Iterable[Step]) -> Node:
    for step in steps:
        result = step.apply(node)
        assert result.doc is not None, f"step of story {story_id} no longer applies"  # noqa: S101 - kept steps were applied before
        node = result.doc
    return node


def _read(step: str) -> Step:
    return Step.from_json(document.SCHEMA, json.loads(step))


def current(story_id: int, version: int) -> Node:
    """The newest committed document, kept at hand for the next who asks."""
    node = at(story_id, version)
    shelf().put(story_id, version, node)
    return node


def read_ahead(stories: Collection[Story]) -> None:
    """Put the newest documents of many stories at hand, in two questions for all of them."""
    wanted = [one.id for one in stories if not _is_at_hand(one)]
    newest = (
        select(StorySnapshot.story_id, func.max(StorySnapshot.version).label("version"))
        .where(StorySnapshot.story_id.in_(wanted))
        .group_by(StorySnapshot.story_id)
        .subquery()
    )
    kept = select(StorySnapshot.story_id, StorySnapshot.version, StorySnapshot.document).join(
        newest,
        and_(
            newest.c.story_id == StorySnapshot.story_id,
            newest.c.version == StorySnapshot.version,
        ),
    )
    since = (
        select(StoryStep.story_id, StoryStep.version, StoryStep.step)
        .join(newest, newest.c.story_id == StoryStep.story_id)
        .where(StoryStep.version > newest.c.version)
        .order_by(StoryStep.story_id, StoryStep.version)
    )
    steps: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for story_id, version, step in db.session.execute(since):
        steps[story_id].append((version, step))
    for story_id, version, text in db.session.execute(kept):
        _lay_out(story_id, version, text, steps[story_id])


def _is_at_hand(story: Story) -> bool:
    kept = shelf().nearest(story.id, story.version)
    return kept is not None and kept[0] == story.version


def _lay_out(story_id: int, version: int, text: str, steps: Iterable[tuple[int, str]]) -> None:
    """What cannot be read is left for who asks for it alone, and is told why."""
    with suppress(Exception):
        node = document.read(text)
        for number, step in steps:
            made = _read(step).apply(node)
            if made.doc is None:
                return
            node, version = made.doc, number
        shelf().put(story_id, version, node)


def rows_between(story_id: int, after: int, upto: int | None = None) -> Iterable[StoryStep]:
    wanted = select(StoryStep).where(StoryStep.story_id == story_id, StoryStep.version > after)
    if upto is not None:
        wanted = wanted.where(StoryStep.version <= upto)
    return db.session.scalars(wanted.order_by(StoryStep.version))


def steps_between(story_id: int, after: int, upto: int) -> list[Step]:
    """The steps that lead from one version to a later one."""
    if after >= upto:
        return []
    rows = rows_between(story_id, after, upto)
    return [_read(row.step) for row in rows]


def mapping_between(story_id: int, after: int, upto: int) -> Mapping:
    """How positions of one version move to a later one."""
    return document.mapping_of(steps_between(story_id, after, upto))


def mappings_to(story_id: int, upto: int) -> Callable[[int], Mapping]:
    """The same for many things of one story: the steps since each version are read once."""
    return cache(lambda after: mapping_between(story_id, after, upto))
