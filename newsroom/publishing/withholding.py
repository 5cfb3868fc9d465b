"""Photos of live articles leave each channel that their rights no longer cover, and come back."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import and_, or_, select

from newsroom.audit import Event, record
from newsroom.channels import Channel
from newsroom.db import db, transaction
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.photos.rights import queries as rights
from newsroom.photos.rights.categories import CATEGORIES, Kind
from newsroom.photos.rights.contracts import agreement_with
from newsroom.photos.rights.models import PhotoLease, PhotoRights
from newsroom.photos.rights.terms import Lets, Terms
from newsroom.photos.rights.verdict import verdict
from newsroom.publishing.models import Article, ArticlePhoto
from newsroom.publishing.queries import IS_LIVE, stories_showing
from newsroom.publishing.withheld_models import WithheldPhoto, WithheldVersion
from newsroom.roles import machine
from newsroom.stories.rights_ending import put

CLOCK = machine("the rights of its photos")
AT_ONCE = 200
BY_CONTRACT = [one.kind.value for one in CATEGORIES if one.by_contract]


def look() -> None:
    """Judge every photo on the site that may have to go, and those that went; outside of any
    transaction, for it opens its own: some photos each, so that no writer waits for long."""
    doubtful = sorted(_doubtful(rights.use_now().at.date()) | _withheld_anywhere())
    for first in range(0, len(doubtful), AT_ONCE):
        with transaction():
            judge(doubtful[first : first + AT_ONCE])


def judge(photo_ids: Collection[int]) -> None:
    """Set straight what the channels show of these; twice changes nothing."""
    if not photo_ids:
        return
    WithheldVersion.locked()  # one worker at a time
    photos = photos_by_id(photo_ids)
    now_kept = _rows(photo_ids)
    terms = rights.terms(photos.values())
    changed = [
        _settle(photo, terms[number], now_kept.get(number, {}))
        for number, photo in sorted(photos.items())
    ]
    if any(changed):
        WithheldVersion.grow()


def _settle(photo: Photo, terms: Terms, before: dict[Channel, WithheldPhoto]) -> bool:
    """Gives whether anything changed."""
    after = _refused(terms)
    gone = [channel for channel in Channel if channel in after and channel not in before]
    back = [channel for channel in Channel if channel in before and channel not in after]
    for channel in gone:
        row = WithheldPhoto(photo_id=photo.id, channel=channel.value, why=after[channel])
        db.session.add(row)
    for channel in back:
        db.session.delete(before[channel])
    if gone:
        _tell_gone(photo, gone, after[gone[0]])
    if back:
        channels = _named(back)
        record(
            CLOCK,
            Event.PHOTO_SHOWN_AGAIN,
            "photo",
            photo.id,
            name=photo.file_name,
            channels=channels,
        )
    return bool(gone or back)


def _refused(terms: Terms) -> dict[Channel, str]:
    """The channels that may not show it, each with why.

    A photo that went out before anybody kept rights goes only where somebody stops it: the gate
    asks for its rights with its next story.
    """
    judged = terms if terms.kind else replace(terms, kind=Kind.STAFF)
    found = {channel: verdict(judged, rights.use_now(channel)) for channel in Channel}
    return {channel: " ".join(one.refusals) for channel, one in found.items() if not one.may_run}


def _tell_gone(photo: Photo, channels: Sequence[Channel], why: str) -> None:
    if Channel.SITE in channels:
        put("photo_gone", stories_showing(photo.id), photo, "The site")
    record(
        CLOCK,
        Event.PHOTO_WITHHELD,
        "photo",
        photo.id,
        name=photo.file_name,
        channels=_named(channels),
        reason=why,
    )


def _named(channels: Iterable[Channel]) -> str:
    return ", ".join(one.label[0].lower() + one.label[1:] for one in channels)


def _rows(photo_ids: Collection[int]) -> dict[int, dict[Channel, WithheldPhoto]]:
    found: dict[int, dict[Channel, WithheldPhoto]] = {}
    rows = select(WithheldPhoto).where(WithheldPhoto.photo_id.in_(set(photo_ids)))
    for row in db.session.scalars(rows):
        found.setdefault(row.photo_id, {})[Channel(row.channel)] = row
    return found


def _withheld_anywhere() -> set[int]:
    return set(db.session.scalars(select(WithheldPhoto.photo_id).distinct()))


def _doubtful(today: date) -> set[int]:
    """Those on the site whose row alone says that they may have to go: few, found by indexes."""
    shown = (
        select(ArticlePhoto.photo_id)
        .join(Article, Article.id == ArticlePhoto.article_id)
        .where(*IS_LIVE)
    )
    ended = or_(
        PhotoRights.ends_on < today,
        PhotoRights.embargo_until.is_not(None),
        PhotoRights.channels != "",
        PhotoRights.countries != "",
        PhotoRights.kind == Kind.UNKNOWN.value,
        and_(PhotoRights.kind.in_(BY_CONTRACT), PhotoRights.supplier.in_(_without_contract(today))),
    )
    stopped = and_(PhotoLease.lets == Lets.DENY.value, PhotoLease.ended_at.is_(None))
    by_rights = select(PhotoRights.photo_id).where(ended, PhotoRights.photo_id.in_(shown))
    by_lease = select(PhotoLease.photo_id).where(stopped, PhotoLease.photo_id.in_(shown))
    return {*db.session.scalars(by_rights), *db.session.scalars(by_lease)}


def _without_contract(today: date) -> list[str]:
    named = select(PhotoRights.supplier).where(PhotoRights.kind.in_(BY_CONTRACT)).distinct()
    return [one for one in db.session.scalars(named) if _lacks(one, today)]


def _lacks(supplier: str, today: date) -> bool:
    contract = agreement_with(supplier)
    return contract is None or bool(contract.lacking(today))
