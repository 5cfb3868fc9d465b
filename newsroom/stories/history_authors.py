"""Who wrote a version of a story, followed through its steps from a snapshot on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from prosemirror.transform import Step
from sqlalchemy import select

from newsroom.accounts.queries import full_names
from newsroom.db import db
from newsroom.stories import document, documents
from newsroom.stories.authorship import EARLIER, NEWSROOM, Authorship, Block, shares
from newsroom.stories.models import Story, StorySnapshot

UNDERLINES = 8
"""As many as the page has; the ninth person gets the first one again."""
FOLLOWED = 1_000
"""Steps followed at most; what is older counts as written before."""


@dataclass(frozen=True)
class Writer:
    author: int
    name: str
    percent: int
    line: int
    """Which of the underlines tells this person's words apart."""


@dataclass(frozen=True)
class Written:
    blocks: Sequence[Block]
    writers: Sequence[Writer]
    """Who wrote most first."""
    since: int
    """The version from which it was followed."""

    @property
    def by_author(self) -> dict[int, Writer]:
        return {one.author: one for one in self.writers}


def written(story: Story, version: int, since: int = 0) -> Written:
    """Followed from the last snapshot up to `since`, but through no more steps than FOLLOWED."""
    begin = _beginning(story.id, version, since)
    # Only a story's first document is one person's.
    starter = (story.created_by_id or NEWSROOM) if begin == 0 else EARLIER
    followed = Authorship(documents.at(story.id, begin), starter)
    for row in documents.rows_between(story.id, begin, version):
        step = Step.from_json(document.SCHEMA, json.loads(row.step))
        followed.follow(step, row.author_id or NEWSROOM)
    blocks = followed.blocks(documents.at(story.id, version))
    return Written(blocks, _writers(blocks, begin), begin)


def _beginning(story_id: int, version: int, since: int) -> int:
    wanted = (
        select(StorySnapshot.version)
        .where(
            StorySnapshot.story_id == story_id,
            StorySnapshot.version >= version - FOLLOWED,
            StorySnapshot.version <= version,
        )
        .order_by(StorySnapshot.version)
    )
    kept = list(db.session.scalars(wanted))
    earlier = [one for one in kept if one <= since]
    # The version itself, where there is none: then nothing is told apart, and the page says so.
    return max(earlier) if earlier else min(kept, default=version)


def _writers(blocks: Sequence[Block], begin: int) -> list[Writer]:
    parts = shares(blocks)
    full_name = full_names(author for author, _ in parts if author != EARLIER)
    earlier = f"Written before version {begin}"
    return [
        Writer(
            author,
            earlier if author == EARLIER else full_name(author),
            percent,
            number % UNDERLINES + 1,
        )
        for number, (author, percent) in enumerate(parts)
    ]
