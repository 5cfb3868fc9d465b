"""Photos in stories whose rights end: told a week ahead to who must act, and listed until they do."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from newsroom.accounts.queries import people
from newsroom.db import db, transaction
from newsroom.notifications import inbox
from newsroom.photos.library_models import PhotoUse
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.photos.rights import queries as rights
from newsroom.photos.rights.categories import CATEGORIES
from newsroom.photos.rights.contracts import agreement_with
from newsroom.photos.rights.models import PhotoRights
from newsroom.photos.rights.verdict import SOON
from newsroom.roles import Permission, Role
from newsroom.stories import photo_uses
from newsroom.stories.models import Story
from newsroom.stories.photo_models import RightsEndTold
from newsroom.stories.states import WORKING
from newsroom.stories.words import short

log = logging.getLogger(__name__)

PAST = timedelta(days=30)
"""How long an end stays listed."""
NAME = 80
"""Characters of a photo's name in an inbox."""
BY_CONTRACT = [one.kind.value for one in CATEGORIES if one.by_contract]


@dataclass(frozen=True)
class Ending:
    """A photo, the last day on which it may run, and the stories that it stands in."""

    photo: Photo
    last_day: date
    stories: tuple[Story, ...]
    today: date

    @property
    def over(self) -> bool:
        return self.last_day < self.today


def ending() -> list[Ending]:
    """Ends of the next week and the last month, of photos in stories that run or are to; soonest
    first."""
    today = rights.use_now().at.date()
    ends = dict(_ends(today - PAST, today + SOON))
    found = photos_by_id(ends)
    stories: dict[int, list[Story]] = {}
    for photo_id, story in photo_uses.standing_in(ends):
        if story.live or story.stands in WORKING:
            stories.setdefault(photo_id, []).append(story)
    listed = (Ending(found[one], ends[one], tuple(its), today) for one, its in stories.items())
    return sorted(listed, key=lambda one: (one.last_day, one.photo.id))


def _ends(first: date, last: date) -> Iterator[tuple[int, date]]:
    """Each photo in a story whose last day lies between the two, with that day."""
    suppliers = _suppliers_ending(first, last)
    wanted = select(PhotoRights.photo_id).where(
        or_(
            PhotoRights.ends_on.between(first, last),
            PhotoRights.kind.in_(BY_CONTRACT) & PhotoRights.supplier.in_(suppliers),
        )
    )
    used = select(PhotoUse.photo_id).where(PhotoUse.stands)
    ids = list(db.session.scalars(wanted.where(PhotoRights.photo_id.in_(used))))
    for number, terms in rights.terms(photos_by_id(ids).values()).items():
        if terms.last_day is not None and first <= terms.last_day <= last:
            yield number, terms.last_day


def _suppliers_ending(first: date, last: date) -> list[str]:
    named = select(PhotoRights.supplier).where(PhotoRights.kind.in_(BY_CONTRACT)).distinct()
    agreements = {one: agreement_with(one) for one in db.session.scalars(named)}
    return [
        name
        for name, contract in agreements.items()
        if contract and contract.until and first <= contract.until <= last
    ]


def tell() -> None:
    """Tell of each end once; a transaction for each photo, so call it outside of any."""
    for one in ending():
        if one.over:
            continue  # whoever takes it off the site tells of it
        try:
            with transaction():
                _tell(one)
        except Exception:  # one photo's fault must not keep the others from being told
            log.exception("the end of the rights to photo %d was not told", one.photo.id)


def _tell(one: Ending) -> None:
    for story in one.stories:
        key = (story.id, one.photo.id, one.last_day)
        if db.session.get(RightsEndTold, key, with_for_update=True) is None:
            db.session.add(
                RightsEndTold(story_id=story.id, photo_id=one.photo.id, ends_on=one.last_day)
            )
            db.session.flush()  # of two workers at once the second fails here and tells nobody
            put("rights_end", [story], one.photo, f"{one.last_day:%-d %B %Y}")


def put(kind: str, stories: Iterable[Story], photo: Photo, who: str) -> None:
    """Into the inboxes of each story's photo desk and editors; `who` begins the sentence."""
    for story in stories:
        facts = {
            "who": who,
            "slug": story.slug,
            "words": short(photo.name, NAME),
            "address": f"/photos/{photo.id}/rights",
        }
        inbox.tell(_concerned(story), kind, story.id, facts)


def _concerned(story: Story) -> set[int]:
    """The photo desk and the editors of its desk."""
    return {
        one.id
        for one in people()
        if one.active
        and (
            one.actor.holds(Role.EDITOR, story.desk_id)
            or one.actor.may(Permission.PASS_CAPTIONS, story.desk_id)
        )
    }
