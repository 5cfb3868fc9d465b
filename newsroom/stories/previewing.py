"""What an entry would do to every story before it goes live, and the lexicon to what is published."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, func, select, true

from newsroom.db import db, transaction
from newsroom.housestyle import tasks
from newsroom.housestyle.guards import packaged_guards
from newsroom.housestyle.lexicon import compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.matches import Kind, Match
from newsroom.housestyle.near_words import near_words
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.queries import concept, in_force_on_desks
from newsroom.housestyle.task_models import LexiconTask
from newsroom.stories import documents
from newsroom.stories.models import Story
from newsroom.stories.passages import Block, blocks
from newsroom.stories.states import State

AT_ONCE = 100
"""Stories between two notes of how far it is."""
MOST_LISTED = 100
SAMPLES = 3
"""Lines of each story that are shown."""
AROUND = 40
"""Characters on each side of a spelling in such a line."""
MOST_SPELLINGS = 40


@dataclass
class Found:
    """What came of the stories looked at so far."""

    places: int = 0
    stories: int = 0
    published: int = 0
    """Of these stories: their articles are not touched."""
    quoted: int = 0
    listed: list[dict[str, Any]] = field(default_factory=list)
    dictionary: list[str] = field(default_factory=list)
    """Words that the check never asks about, and that may be spellings of the entry."""
    spellings: Counter[str] = field(default_factory=Counter)
    """Unlisted spellings that sound like the entry, with how often they stand in stories."""

    @classmethod
    def read(cls, kept: dict[str, Any]) -> "Found":
        return cls(**kept | {"spellings": Counter(kept.get("spellings", {}))})

    def as_json(self) -> dict[str, Any]:
        spellings = dict(self.spellings.most_common(MOST_SPELLINGS))
        return {**self.__dict__, "spellings": spellings}

    def add(self, story: Story, read: Sequence[Block], matches: Sequence[Match]) -> None:
        known = [match for match in matches if match.kind is Kind.KNOWN]
        self.quoted += sum(match.kind is Kind.QUOTE for match in matches)
        self.spellings.update(m.words for m in matches if m.kind is Kind.PROBABLE)
        if not known:
            return
        self.places += len(known)
        self.stories += 1
        self.published += story.stands is State.PUBLISHED
        if len(self.listed) < MOST_LISTED:
            lines = [_line(read[match.passage].text, match) for match in known[:SAMPLES]]
            self.listed.append(
                {
                    "story": story.id,
                    "slug": story.slug,
                    "state": story.state,
                    "places": len(known),
                    "lines": lines,
                }
            )


def run(task_id: int) -> None:
    """One slice of a preview; opens its own transactions, and reads outside of them."""
    begun = time.monotonic()
    while time.monotonic() - begun < tasks.SLICE_SECONDS:
        if not _some(task_id):
            return
    with transaction():
        task = tasks.open_task(task_id)
        if task is not None:
            tasks.go_on(task)


@dataclass(frozen=True)
class _Look:
    """Which stories are looked at, and what is said of each."""

    stories: ColumnElement[bool]
    read: Callable[[Story, Sequence[Passage]], Sequence[Match]]


def _look_of(task: LexiconTask) -> _Look:
    if task.concept_id is None:
        style = in_force_on_desks()
        return _Look(Story.live.is_(True), lambda story, read: style(story.desk_id).listed(read))
    lexicon = compile_lexicon([concept(task.concept_id).facts.term])
    return _Look(true(), lambda _story, read: check_passages(read, lexicon))


def _some(task_id: int) -> bool:
    """Look at some more stories; false where none is left, or somebody else did."""
    task = tasks.task(task_id)
    if not task.is_open:
        return False
    after, found, look = task.after, Found.read(task.result), _look_of(task)
    wanted = select(Story).where(look.stories, Story.id > after)
    stories = db.session.scalars(wanted.order_by(Story.id).limit(AT_ONCE)).all()
    documents.read_ahead(stories)
    for story in stories:
        read = blocks(documents.at(story.id, story.version))
        passages = [Passage(block.text, block.start, block.quoted, block.kind) for block in read]
        found.add(story, read, look.read(story, passages))
    if not stories and task.concept_id is not None:
        found.dictionary = near_words(concept(task.concept_id).facts.forms, packaged_guards())
    total = db.session.scalar(select(func.count()).select_from(Story).where(look.stories)) or 0
    db.session.expunge_all()  # a slice looks at thousands
    with transaction():
        row = tasks.open_task(task_id)
        if row is None or row.after != after:
            return False
        tasks.note(row, min(total, row.done + len(stories)), total, found.as_json())
        if stories:
            row.after = stories[-1].id
        else:
            tasks.finish(row)
    return bool(stories)


def _line(text: str, match: Match) -> list[str]:
    """The words before, those that would change, what they would become, and the words behind."""
    before = text[max(0, match.start - AROUND) : match.start]
    behind = text[match.end : match.end + AROUND]
    return [before, match.words, match.suggestion, behind]
