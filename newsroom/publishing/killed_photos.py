"""Who hears that an agency killed a photo: the photo desk, each story that has it, and the desk of
an article that shows it."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from newsroom.accounts import queries as accounts
from newsroom.audit import Event, record
from newsroom.db import db, locked_row, transaction
from newsroom.notifications import inbox
from newsroom.notifications.live import announce
from newsroom.photos.models import Photo
from newsroom.publishing.models import Article, ArticlePhoto
from newsroom.publishing.queries import IS_LIVE, stories_showing
from newsroom.roles import Permission
from newsroom.stories import photo_uses
from newsroom.stories.killed_photos import KILLED
from newsroom.stories.models import Story
from newsroom.stories.states import WORKING
from newsroom.stories.wire_photo_models import WirePhoto
from newsroom.stories.wire_photos import Origin, origin, origins
from newsroom.stories.wire_telling import WIRE, editors_of, people_of
from newsroom.stories.words import short
from newsroom.wire.item_models import ItemRow

log = logging.getLogger(__name__)

NO_STORY = 0
NAME = 80
"""Characters of a photo's name in an inbox."""
AT_ONCE = 200
MOST_SHOWN = 20


@dataclass(frozen=True)
class Alert:
    """An article on the site with a photo that its agency killed."""

    story_id: int
    slug: str
    photo_id: int
    name: str
    agency: str


def alerts() -> Sequence[Alert]:
    """Until the article is corrected or withdrawn, or the agency sends the photo anew."""
    wanted = (
        select(Story, Photo)
        .join(Article, Article.story_id == Story.id)
        .join(ArticlePhoto, ArticlePhoto.article_id == Article.id)
        .join(Photo, Photo.id == ArticlePhoto.photo_id)
        .where(ArticlePhoto.photo_id.in_(KILLED), *IS_LIVE)
        .order_by(Article.published_at.desc(), Story.id, Photo.id)
        .limit(AT_ONCE)
    )
    found = [(story, photo) for story, photo in db.session.execute(wanted)]
    came = origins({photo.id for _, photo in found})
    shown = [
        Alert(story.id, story.slug, photo.id, photo.name, came[photo.id].agency)
        for story, photo in found
        if came[photo.id].killed
    ]
    return shown[:MOST_SHOWN]


def tell() -> None:
    """Tell of every killed photo once; a transaction for each, so call it outside of any."""
    for photo_id in filter(None, db.session.scalars(_untold()).all()):
        try:
            with transaction():
                _tell(photo_id)
        except Exception:  # one photo's fault must not keep the others from being told of
            log.exception("the kill of photo %d was not told", photo_id)


def _untold() -> Select[int | None]:
    return KILLED.where(~WirePhoto.kill_told).distinct().order_by(WirePhoto.photo_id).limit(AT_ONCE)


def _tell(photo_id: int) -> None:
    # Stories first, as for every change to one: two who lock both never wait for each other.
    standing = {story.id for _, story in photo_uses.standing_in([photo_id])}
    stories = _locked(standing | _showing(photo_id))
    rows = _rows(photo_id)
    came = origin(photo_id)
    if not rows or came is None:
        return  # another worker told of it
    for row in rows:
        row.kill_told = True
    _put_before_desk(photo_id, came, {row.by_id for row in rows if row.by_id})
    if came.killed:
        photo, shown = db.session.get_one(Photo, photo_id), _showing(photo_id)
        for story in stories:
            _hear(story, photo, came, on_site=story.id in shown)


def _showing(photo_id: int) -> set[int]:
    return {story.id for story in stories_showing(photo_id)}


def _locked(story_ids: Iterable[int]) -> list[Story]:
    found = (locked_row(select(Story).where(Story.id == number)) for number in sorted(story_ids))
    return [story for story in found if story is not None]


def _rows(photo_id: int) -> Sequence[WirePhoto]:
    wanted = (
        select(WirePhoto)
        .join(ItemRow, ItemRow.id == WirePhoto.item_id)
        .where(WirePhoto.photo_id == photo_id, ItemRow.killed_at.is_not(None), ~WirePhoto.kill_told)
        .order_by(WirePhoto.id)
        .with_for_update(of=WirePhoto, skip_locked=True)
        .execution_options(populate_existing=True)
    )
    return db.session.scalars(wanted).all()


def _put_before_desk(photo_id: int, came: Origin, took: Iterable[int]) -> None:
    facts = {
        "who": came.agency,
        "slug": "",
        "words": came.headline,
        "address": f"/photos/{photo_id}",
    }
    inbox.tell(_photo_desk() | set(took), "photo_killed", NO_STORY, facts)


def _photo_desk() -> set[int]:
    return {
        one.id
        for one in accounts.people()
        if one.active and one.id and one.actor.may(Permission.EDIT_PHOTOS)
    }


def _hear(story: Story, photo: Photo, came: Origin, *, on_site: bool) -> None:
    if not on_site and story.stands not in WORKING:
        return  # spiked or withdrawn: nothing of it is shown, and the gate knows
    record(
        WIRE,
        Event.WIRE_PHOTO_KILLED,
        "story",
        story.id,
        slug=story.slug,
        agency=came.agency,
        name=photo.name,
        photo=photo.id,
    )
    facts = {
        "who": came.agency,
        "slug": story.slug,
        "words": short(photo.name, NAME),
        "address": f"/stories/{story.id}?tab=gate",
    }
    kind = "photo_killed_live" if on_site else "wire_photo_killed"
    inbox.tell(people_of(story) | editors_of(story), kind, story.id, facts)
    announce("panel", story=story.id)
    announce("board", desk=story.desk_id)
