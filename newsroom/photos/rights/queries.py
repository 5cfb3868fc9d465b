"""Reading rights: the terms of photos, their leases, what a use of them today comes to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from zoneinfo import ZoneInfo

from sqlalchemy import select

from newsroom.channels import Channel
from newsroom.db import db, now
from newsroom.photos.models import Photo
from newsroom.photos.rights.categories import BY_KIND, Kind
from newsroom.photos.rights.contracts import agreements_with
from newsroom.photos.rights.licences import NO_LICENCE, Licence, licence_of
from newsroom.photos.rights.models import PhotoLease, PhotoRights, RightsChoice
from newsroom.photos.rights.terms import Agreement, Lease, Lets, Terms
from newsroom.photos.rights.verdict import Use, Verdict, verdict
from newsroom.settings import current_settings


def rights(photo_id: int) -> PhotoRights | None:
    return db.session.get(PhotoRights, photo_id)


def rights_of(photo_ids: Collection[int]) -> dict[int, PhotoRights]:
    """By photo; those of which nobody has said anything are left out."""
    wanted = select(PhotoRights).where(PhotoRights.photo_id.in_(photo_ids))
    return {row.photo_id: row for row in db.session.scalars(wanted)}


def licences(photo_ids: Collection[int]) -> dict[int, Licence]:
    """Of those whose readers are told of one."""
    found = {number: licence(row) for number, row in rights_of(photo_ids).items()}
    return {number: one for number, one in found.items() if one}


def licence(row: PhotoRights | None) -> Licence:
    return licence_of(Kind(row.kind), row.details) if row else NO_LICENCE


def leases(photo_id: int) -> Sequence[PhotoLease]:
    """All that nobody has ended, newest first."""
    return leases_of({photo_id}).get(photo_id, [])


def choice(credited: str) -> RightsChoice | None:
    return db.session.get(RightsChoice, credited)


def terms(photos: Iterable[Photo]) -> dict[int, Terms]:
    """By photo, in two questions however many they are."""
    known = {one.id: one for one in photos}
    return terms_by(known, rights_of(known), leases_of(known)) if known else {}


def terms_by(
    photos: Mapping[int, Photo],
    found: Mapping[int, PhotoRights],
    leased: Mapping[int, Sequence[PhotoLease]],
) -> dict[int, Terms]:
    """The same, for who has the rows already."""
    agreements = _agreements(found.values())
    return {
        number: _terms(photo, found.get(number), leased.get(number, ()), agreements)
        for number, photo in photos.items()
    }


def use_now(channel: Channel = Channel.SITE) -> Use:
    settings = current_settings()
    return Use(now().astimezone(ZoneInfo(settings.timezone)), channel, settings.countries)


def verdicts(photos: Iterable[Photo]) -> dict[int, Verdict]:
    """By photo, of a use on the site today."""
    use = use_now()
    return {number: verdict(one, use) for number, one in terms(photos).items()}


def by_channel(photo: Photo) -> dict[Channel, Verdict]:
    """Today, in each channel."""
    found = terms([photo])[photo.id]
    return {channel: verdict(found, use_now(channel)) for channel in Channel}


def countries(text: str) -> frozenset[str]:
    return frozenset(part.strip().casefold() for part in text.split(",") if part.strip())


def channels(text: str) -> frozenset[Channel]:
    return frozenset(Channel(one) for one in text.split())


def leases_of(photo_ids: Collection[int]) -> Mapping[int, list[PhotoLease]]:
    """By photo, all that nobody has ended, newest first."""
    if not photo_ids:
        return {}
    rows = select(PhotoLease).where(
        PhotoLease.photo_id.in_(set(photo_ids)), PhotoLease.ended_at.is_(None)
    )
    found: dict[int, list[PhotoLease]] = defaultdict(list)
    for row in db.session.scalars(rows.order_by(PhotoLease.id.desc())):
        found[row.photo_id].append(row)
    return found


def _agreements(rows: Iterable[PhotoRights]) -> Mapping[str, Agreement]:
    """By supplier, of those that need a contract; asked for all at once."""
    suppliers = {row.supplier for row in rows if BY_KIND[Kind(row.kind)].by_contract}
    return agreements_with(suppliers)


def _terms(
    photo: Photo,
    row: PhotoRights | None,
    leased: Iterable[PhotoLease],
    agreements: Mapping[str, Agreement],
) -> Terms:
    given = tuple(_lease(one) for one in leased)
    if row is None:
        return Terms(leases=given, usage_terms=photo.usage_terms)
    kind = Kind(row.kind)
    return Terms(
        kind=kind,
        details=row.details,
        countries=countries(row.countries),
        channels=channels(row.channels),
        embargo_until=row.embargo_until,
        ends_on=row.ends_on,
        leases=given,
        agreement=agreements.get(row.supplier) if BY_KIND[kind].by_contract else None,
        usage_terms=photo.usage_terms,
    )


def _lease(row: PhotoLease) -> Lease:
    channel = Channel(row.channel) if row.channel else None
    return Lease(Lets(row.lets), row.by_name, row.why, row.starts_on, row.ends_on, channel)
