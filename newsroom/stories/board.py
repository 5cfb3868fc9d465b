"""The desk's table: which stories, in which order, with what stands beside each."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Select, and_, func, literal, or_, select, union_all

from newsroom.accounts.models import Person
from newsroom.db import db, now, storable
from newsroom.housestyle.queries import other_spellings
from newsroom.stories.killed_photos import with_killed_photos
from newsroom.stories.models import Approval, Finding, Story, StoryReporter
from newsroom.stories.states import WORKING, State
from newsroom.stories.wire_alerts import with_killed_copy

PAGE = 50

ARCHIVE = (State.PUBLISHED, State.WITHDRAWN, State.SPIKED)
"""States that a story rests in: newest first, and only when asked for."""


@dataclass(frozen=True)
class Filter:
    """What of the newsroom is looked at; the address bar says the same."""

    states: tuple[State, ...] = WORKING
    """All on their way, or all at rest: the two are ordered differently."""
    desk_id: int | None = None
    reporter_id: int | None = None
    overdue: bool = False
    words: str = ""


@dataclass(frozen=True)
class Cursor:
    """The last row seen: the next page begins after it, however many rows came meanwhile."""

    rank: int
    at: datetime
    id: int

    def text(self) -> str:
        return f"{self.rank}_{self.at.timestamp():.6f}_{self.id}"

    @classmethod
    def read(cls, text: str) -> "Cursor | None":
        """None for anything that is not a cursor: the list then begins at its beginning."""
        try:
            rank, at, row = text.split("_")
            moment = datetime.fromtimestamp(float(at), tz=now().tzinfo)
            number = int(row)
            return cls(int(rank), moment, number) if storable(number) else None
        except (ValueError, OverflowError, OSError):
            return None


@dataclass
class Row:
    story: Story
    reporters: list[str] = field(default_factory=list)
    findings: int = 0
    killed: bool = False
    """Whether an agency killed copy that it has words of."""
    killed_photo: bool = False
    """Whether an agency killed a photo that stands in it."""
    approvals: dict[str, bool] = field(default_factory=dict)
    """Kind to whether it still holds; a kind never given is not there."""


@dataclass(frozen=True)
class Board:
    rows: Sequence[Row]
    counts: dict[State, int]
    next: Cursor | None


def board(asked: Filter, after: Cursor | None = None) -> Board:
    """One page of the table in five statements, however many stories there are."""
    found = _stories(asked, after)
    page = found[:PAGE]
    rows = _beside([story for story, _ in page])
    more = len(found) > PAGE
    return Board(rows, counts(asked), _cursor(*page[-1]) if more else None)


def _cursor(story: Story, rank: int) -> Cursor:
    return Cursor(rank, _order_of(story), story.id)


def _order_of(story: Story) -> datetime:
    return story.state_since if story.stands in ARCHIVE else story.sort_at


def _stories(asked: Filter, after: Cursor | None) -> list[tuple[Story, int]]:
    """Each state is read by its own index in one statement; sorting them all would read all."""
    parts = [
        select(_of_state(asked, state, rank, after).subquery())
        for rank, state in enumerate(asked.states)
        if after is None or rank >= after.rank
    ]
    if not parts:
        return []
    keys = union_all(*parts).subquery()
    wanted = (
        select(Story, keys.c.rank)
        .join(keys, keys.c.id == Story.id)
        .order_by(keys.c.rank, *_ordering(asked.states[0]))
        .limit(PAGE + 1)
    )
    return [(story, rank) for story, rank in db.session.execute(wanted)]


def _ordering(state: State) -> tuple[Any, Any]:
    """Work by deadline, the earliest first; what rests by when it came to rest, the newest first."""
    if state in ARCHIVE:
        return Story.state_since.desc(), Story.id.desc()
    return Story.sort_at.asc(), Story.id.asc()


def _of_state(asked: Filter, state: State, rank: int, after: Cursor | None) -> Select[int, int]:
    wanted = (
        select(Story.id, literal(rank).label("rank"))
        .where(Story.state == state.value, *_conditions(asked))
        .order_by(*_ordering(state))
        .limit(PAGE + 1)
    )
    if asked.reporter_id is not None:
        wanted = wanted.join(StoryReporter, StoryReporter.story_id == Story.id)
    if after is not None and after.rank == rank:
        wanted = wanted.where(_behind(state, after))
    return wanted


def _behind(state: State, after: Cursor) -> Any:
    if state in ARCHIVE:
        tie = and_(Story.state_since == after.at, Story.id < after.id)
        return or_(Story.state_since < after.at, tie)
    return or_(Story.sort_at > after.at, and_(Story.sort_at == after.at, Story.id > after.id))


def _conditions(asked: Filter) -> list[Any]:
    found: list[Any] = []
    if asked.desk_id is not None:
        found.append(Story.desk_id == asked.desk_id)
    if asked.reporter_id is not None:
        found.append(StoryReporter.person_id == asked.reporter_id)
    if asked.overdue:
        found.append(Story.deadline_at < now())
    if asked.words:
        likes = [f"%{_literal(words)}%" for words in _spelt(asked.words)]
        found.append(
            or_(
                Story.slug.ilike(likes[0], escape="\\"),
                *(Story.headline.ilike(like, escape="\\") for like in likes),
            )
        )
    return found


def _spelt(words: str) -> list[str]:
    """The words as they were typed, and as every other spelling of the name that they are."""
    return list(dict.fromkeys([words, *other_spellings(words)]))


def _literal(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def counts(asked: Filter) -> dict[State, int]:
    """How many stories each working state shows under the same filters.

    What rests is not counted on every look.
    """
    wanted = select(Story.state, func.count()).where(
        Story.state.in_([state.value for state in WORKING]), *_conditions(asked)
    )
    if asked.reporter_id is not None:
        wanted = wanted.join(StoryReporter, StoryReporter.story_id == Story.id)
    found = dict(db.session.execute(wanted.group_by(Story.state)).all())
    return {state: found.get(state.value, 0) for state in WORKING}


def _beside(stories: Sequence[Story]) -> list[Row]:
    ids = [story.id for story in stories]
    rows = {story.id: Row(story) for story in stories}
    if not ids:
        return []
    for story_id, name in _reporters(ids):
        rows[story_id].reporters.append(name)
    for story_id in with_killed_copy([story.id for story in stories if story.from_wire]):
        rows[story_id].killed = True
    for story_id in with_killed_photos([story.id for story in stories if story.pictures]):
        rows[story_id].killed_photo = True
    for story_id, number in _open_findings(ids):
        rows[story_id].findings = number
    for story_id, kinds in _approvals(ids).items():
        rows[story_id].approvals = kinds
    return list(rows.values())


def _reporters(ids: Collection[int]) -> Sequence[tuple[int, str]]:
    wanted = (
        select(StoryReporter.story_id, Person.full_name)
        .join(Person, Person.id == StoryReporter.person_id)
        .where(StoryReporter.story_id.in_(ids))
        .order_by(StoryReporter.story_id, Person.full_name)
    )
    return db.session.execute(wanted).all()


def _open_findings(ids: Collection[int]) -> Sequence[tuple[int, int]]:
    """What shuts a gate; notes and advice are for the story page."""
    wanted = (
        select(Finding.story_id, func.count())
        .where(Finding.story_id.in_(ids), Finding.status == "open", Finding.severity == "blocking")
        .group_by(Finding.story_id)
    )
    return db.session.execute(wanted).all()


def _approvals(ids: Collection[int]) -> dict[int, dict[str, bool]]:
    """The newest of each kind stands: rows come in the order they were given."""
    wanted = (
        select(Approval.story_id, Approval.kind, Approval.lapsed_at.is_(None))
        .where(Approval.story_id.in_(ids))
        .order_by(Approval.id)
    )
    found: dict[int, dict[str, bool]] = defaultdict(dict)
    for story_id, kind, holds in db.session.execute(wanted):
        found[story_id][kind] = holds
    return found
