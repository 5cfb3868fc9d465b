"""Publishing and withdrawing: the move and what it does to the paper, in one transaction."""

from sqlalchemy.exc import IntegrityError

from newsroom.audit.events import Event
from newsroom.audit.service import record
from newsroom.db import db, now
from newsroom.errors import Conflict
from newsroom.photos import uses
from newsroom.publishing import freezing, queries, withholding
from newsroom.publishing.models import Article
from newsroom.publishing.paper import site
from newsroom.roles import Actor, Permission
from newsroom.stories import moving
from newsroom.stories import queries as stories
from newsroom.stories.models import Story
from newsroom.stories.standing import Given
from newsroom.stories.states import State
from newsroom.stories.words import kept


def publish(actor: Actor, story_id: int, seen: int) -> Article:
    """Freeze the approved version and put it on the site; sent twice it is published once.

    A correction becomes the next edition at the address of the one before. Raises what
    `stories.moving.perform` raises.
    """
    story = stories.story_for_change(actor, story_id)
    before = queries.current(story_id)
    if before is not None and _is_done(story, before, seen):
        actor.require(Permission.PUBLISH, story.desk_id)
        return before
    moving.perform(actor, story_id, "publish", Given(), seen)
    made = _print(actor, story, before)
    _tell(actor, made)
    story.correction = None
    return made


def _is_done(story: Story, before: Article, seen: int) -> bool:
    return story.stands is State.PUBLISHED and before.version == story.version == seen


def _print(actor: Actor, story: Story, before: Article | None) -> Article:
    moment, paper = now(), site()
    edition = freezing.edition(story, before, paper, moment)
    frozen = edition.article
    if before is not None:
        before.superseded_at = moment
        db.session.flush()  # the address must be free of the old edition when the new one takes it
    made = freezing.row(frozen, story, paper, actor.id)
    try:
        with db.session.begin_nested():
            db.session.add(made)
            db.session.flush()
    except IntegrityError as error:
        raise Conflict(
            "Another story took this address at the same moment; publish it again."
        ) from error
    db.session.add_all(freezing.photo_rows(made, frozen))
    uses.run(story.id, story.desk_id, {one.photo for one in frozen.pictures}, moment)
    db.session.add_all(freezing.channel_rows(made, edition.elsewhere))
    db.session.flush()
    withholding.judge([one.photo for one in frozen.pictures])
    return made


def _tell(actor: Actor, made: Article) -> None:
    about = ("article", made.id)
    version = made.version
    if made.correction is None:
        record(actor, Event.ARTICLE_PUBLISHED, *about, version=version, path=made.path)
    else:
        record(actor, Event.ARTICLE_CORRECTED, *about, version=version, correction=made.correction)


def withdraw(actor: Actor, story_id: int, reason: str, seen: int) -> Article:
    """Take the article off the site; its address says from now on that it was withdrawn."""
    moving.perform(actor, story_id, "withdraw", Given(note=reason), seen)
    article = queries.current(story_id)
    assert article is not None, f"story {story_id} was live without an article"  # noqa: S101 - the workflow offers it only where one is live
    article.withdrawn_at = now()
    article.withdrawn_by_id = actor.id
    article.withdrawn_reason = kept(reason)
    record(actor, Event.ARTICLE_WITHDRAWN, "article", article.id, reason=article.withdrawn_reason)
    return article
