"""A story that has much of an agency's copy is from it, whether or not anybody said so."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from newsroom.db import db
from newsroom.errors import NotFound
from newsroom.stories import queries
from newsroom.stories.models import Finding, Story
from newsroom.stories.reuse import COPY, is_much
from newsroom.stories.wire_linking import item_to_use, link
from newsroom.stories.wire_models import StoryWire
from newsroom.stories.wire_use import Why


def follow(story: Story) -> None:
    """Keep each item that the open passages are from, for its kill and its embargo to reach.

    The story is locked. What an editor dismissed as no copy is not among the open ones; what is
    attached already stays as it is, and nothing is ever detached here.
    """
    much = families(queries.findings(story.id, {"open"}))
    if not much:
        return
    wanted = select(StoryWire.family_key).where(StoryWire.story_id == story.id)
    known = set(db.session.scalars(wanted))
    for family, item in sorted(much.items()):
        if family in known:
            continue
        try:
            link(story, item_to_use(item), Why.REUSE, None)
        except NotFound:
            continue  # it was forgotten a moment ago


def families(findings: Iterable[Finding]) -> Mapping[str, int]:
    """Those of which the story has much, each with the item of its longest passage."""
    words: dict[str, int] = defaultdict(int)
    shares: dict[str, float] = defaultdict(float)
    longest: dict[str, tuple[int, int]] = {}
    for row in findings:
        if row.kind == COPY:
            family, detail = row.rule.removeprefix(f"{COPY}:"), json.loads(row.detail)
            words[family] += detail["count"]
            shares[family] += detail["share"]
            longest[family] = max(longest.get(family, (0, 0)), (detail["count"], detail["item"]))
    return {key: longest[key][1] for key in words if is_much(words[key], shares[key])}
