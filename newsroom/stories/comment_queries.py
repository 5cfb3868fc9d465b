"""What is asked of the database about the talk of a story, and about whom it may name."""

from collections.abc import Collection, Sequence

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import aliased, selectinload

from newsroom.accounts.models import Person
from newsroom.db import db
from newsroom.roles import Permission
from newsroom.stories.comment_models import StoryComment, StoryThread

SUGGESTED = 8
"""Names offered at a time."""

Row = tuple[StoryThread, StoryComment, str, str | None]
"""A comment in its thread, the full name of its author, and of who resolved the thread."""


_author, _resolver = aliased(Person), aliased(Person)
_TALK = (
    select(StoryThread, StoryComment, _author.full_name, _resolver.full_name)
    .join(StoryComment, StoryComment.thread_id == StoryThread.id)
    .join(_author, _author.id == StoryComment.author_id)
    .outerjoin(_resolver, _resolver.id == StoryThread.resolved_by_id)
    .where(StoryThread.story_id == bindparam("story"), ~StoryThread.gone)
    .order_by(StoryThread.id, StoryComment.id)
)
"""Made once: every page of a story asks it, and to make it takes longer than to ask it."""


def talk(story_id: int) -> Sequence[Row]:
    """Everything said about the story, thread by thread, in one question."""
    rows = db.session.execute(_TALK, {"story": story_id})
    return [(thread, comment, by, resolved) for thread, comment, by, resolved in rows]


def anchored(story_id: int, before: int) -> Sequence[StoryThread]:
    """The threads that count their place in a version before that one."""
    wanted = select(StoryThread).where(
        StoryThread.story_id == story_id,
        StoryThread.version < before,
        StoryThread.start.is_not(None),
        ~StoryThread.gone,
    )
    return db.session.scalars(wanted).all()


def sent_before(author_id: int, sending: str) -> StoryComment | None:
    wanted = select(StoryComment).where(
        StoryComment.author_id == author_id, StoryComment.sending == sending
    )
    return db.session.scalars(wanted).one_or_none()


def comments_in(story_id: int) -> int:
    wanted = (
        select(func.count())
        .select_from(StoryComment)
        .join(StoryThread, StoryThread.id == StoryComment.thread_id)
        .where(StoryThread.story_id == story_id)
    )
    return db.session.scalar(wanted) or 0


def speakers(thread_id: int) -> frozenset[int]:
    """Who has spoken in the thread and still works here."""
    wanted = (
        select(StoryComment.author_id)
        .join(Person, Person.id == StoryComment.author_id)
        .where(
            StoryComment.thread_id == thread_id,
            StoryComment.deleted_at.is_(None),
            Person.active,
        )
    )
    return frozenset(db.session.scalars(wanted))


def is_empty(thread_id: int) -> bool:
    """Whether everything said in the thread was deleted."""
    left = select(StoryComment.id).where(
        StoryComment.thread_id == thread_id, StoryComment.deleted_at.is_(None)
    )
    return db.session.scalars(left.limit(1)).first() is None


def readers_named(names: Collection[str]) -> dict[str, int]:
    """Sign-in name to id, of those who work here and may read stories."""
    if not names:
        return {}
    rows = _people().where(Person.name.in_(names))
    return {one.name: one.id for one in db.session.scalars(rows) if _reads(one)}


def readers_like(typed: str) -> list[Person]:
    """Whom somebody may mean who typed the beginning of a name."""
    begins = or_(
        Person.name.istartswith(typed, autoescape=True),
        Person.full_name.istartswith(typed, autoescape=True),
        Person.full_name.icontains(f" {typed}", autoescape=True),
    )
    # Some of them may have no role; a few more are asked for than are offered.
    rows = _people().where(begins).order_by(Person.full_name, Person.id).limit(SUGGESTED * 3)
    return [one for one in db.session.scalars(rows) if _reads(one)][:SUGGESTED]


def _people() -> Select[Person]:
    return select(Person).where(Person.active).options(selectinload(Person.grants))


def _reads(person: Person) -> bool:
    return person.actor.may(Permission.READ_STORIES)
