"""Taking pictures of agency copy into the library, with their words, and hearing of their kills."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from urllib.parse import urlsplit

from sqlalchemy import exists, or_, select

from newsroom.accounts import queries as accounts
from newsroom.db import db, flush_or, locked_row, now, transaction
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.jobs import Job, enqueue
from newsroom.photos import service
from newsroom.photos.facts import Words
from newsroom.photos.formats import MAX_BYTES
from newsroom.photos.service import Received
from newsroom.roles import Actor, Permission, machine
from newsroom.settings import current_settings
from newsroom.stories.wire_photo_models import Taking, WirePhoto
from newsroom.wire.beside import KEPT, kept_file
from newsroom.wire.deliveries import shelf
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.fetching import Answer, Asked, FetchError, Limits, ask
from newsroom.wire.forgetting import keep_for_stories
from newsroom.wire.item_models import ItemPicture, ItemRow

CLAIM = timedelta(seconds=100)
"""Longer than a worker lets any task run."""
RESTS = (timedelta(seconds=30), timedelta(minutes=5), timedelta(minutes=30))
"""After each attempt that failed; after the last one it is given up."""
AT_ONCE = 200
THE_WIRE = machine("the wire")
NEW = timedelta(days=1)
"""Since an item came, in which its feed's pictures are taken by themselves."""


@dataclass(frozen=True)
class Claim:
    """The right to fetch one picture, and all that is needed for it."""

    row_id: int
    attempt: int
    actor: Actor
    href: str
    words: Words


@dataclass(frozen=True)
class Origin:
    """The item that a photo of the library came with."""

    item_id: int
    headline: str
    agency: str
    killed: bool


def take_later(actor: Actor, item_id: int, number: int) -> WirePhoto:
    """Have a worker fetch a picture of an item; asked twice it is fetched once."""
    actor.require(Permission.ADD_PHOTOS)
    actor.require(Permission.USE_WIRE)
    item = locked_row(select(ItemRow).where(ItemRow.id == item_id))
    picture = db.session.get(ItemPicture, (item_id, number))
    if item is None or picture is None or actor.id is None:
        raise NotFound("There is no such picture on the wire.")
    if item.killed_at:
        raise Invalid("Its agency killed it: no picture of it is taken.")
    if not picture.can_be_taken:
        raise Invalid("Its file has not come, and the item does not say where on the web it is.")
    row = _of(item_id, number) or WirePhoto(item_id=item_id, ord=number, by_id=actor.id)
    if row.id is None or row.state == Taking.REFUSED:
        row.state, row.attempts, row.not_before, row.error = Taking.WAITING.value, 0, now(), ""
        db.session.add(row)
        flush_or(Conflict("Somebody is just taking this picture too."))
        keep_for_stories([item_id])
        enqueue(Job.WIRE_TAKE_PHOTO, row.id)
    return row


def take(row_id: int) -> None:
    """Fetch it and put it into the library; again changes nothing. Opens its own transactions."""
    with transaction():
        claimed = _claim(row_id)
    if claimed is None:
        return
    try:
        received = _fetched(claimed)
    except FetchError as error:
        with transaction():
            _put_off(claimed, error.sentence)
    except (Invalid, NotAllowed) as error:
        with transaction():
            _refuse(claimed, error.sentence)
    else:
        with transaction():
            _enter(claimed, received)


def take_new() -> int:
    """Have the pictures of new items fetched, whose feeds say so; how many. Inside transaction()."""
    known = exists().where(
        WirePhoto.item_id == ItemPicture.item_id, WirePhoto.ord == ItemPicture.ord
    )
    wanted = (
        select(ItemPicture.item_id, ItemPicture.ord)
        .join(ItemRow, ItemRow.id == ItemPicture.item_id)
        .join(WireFeed, WireFeed.id == ItemRow.feed_id)
        .where(
            WireFeed.takes_pictures,
            ItemRow.received_at > now() - NEW,
            ItemRow.killed_at.is_(None),
            or_(ItemPicture.href.startswith("http"), ItemPicture.href.startswith(KEPT)),
            ~known,
        )
        .order_by(ItemPicture.item_id, ItemPicture.ord)
        .limit(AT_ONCE)
    )
    rows = [WirePhoto(item_id=item, ord=number) for item, number in db.session.execute(wanted)]
    db.session.add_all(rows)
    db.session.flush()
    keep_for_stories([row.item_id for row in rows])
    for row in rows:
        enqueue(Job.WIRE_TAKE_PHOTO, row.id)
    return len(rows)


def resend_stale() -> None:
    """Nudge again what waits without a worker having it. Inside transaction()."""
    waiting = select(WirePhoto.id).where(
        WirePhoto.state == Taking.WAITING, WirePhoto.not_before < now() - timedelta(seconds=30)
    )
    for row_id in db.session.scalars(waiting.order_by(WirePhoto.not_before).limit(AT_ONCE)):
        enqueue(Job.WIRE_TAKE_PHOTO, row_id)


def of_item(item_id: int) -> dict[int, WirePhoto]:
    """What became of its pictures, by their numbers."""
    rows = select(WirePhoto).where(WirePhoto.item_id == item_id)
    return {row.ord: row for row in db.session.scalars(rows)}


def origins(photo_ids: Collection[int]) -> dict[int, Origin]:
    """The newest item that each of the photos came with; those of no item are left out."""
    if not photo_ids:
        return {}
    rows = (
        select(WirePhoto.photo_id, ItemRow)
        .join(ItemRow, ItemRow.id == WirePhoto.item_id)
        .where(WirePhoto.photo_id.in_(photo_ids))
        .order_by(ItemRow.id)
    )
    return {
        int(photo_id or 0): Origin(item.id, item.headline, item.agency, item.killed_at is not None)
        for photo_id, item in db.session.execute(rows)
    }


def origin(photo_id: int) -> Origin | None:
    return origins([photo_id]).get(photo_id)


def _claim(row_id: int) -> Claim | None:
    row = db.session.scalar(
        select(WirePhoto)
        .where(
            WirePhoto.id == row_id,
            WirePhoto.state == Taking.WAITING,
            WirePhoto.not_before <= now(),
        )
        .with_for_update(skip_locked=True)
        .execution_options(populate_existing=True)
    )
    if row is None:
        return None
    item = db.session.get_one(ItemRow, row.item_id)
    picture = db.session.get_one(ItemPicture, (row.item_id, row.ord))
    if item.killed_at or row.attempts > len(RESTS):
        killed = "Its agency killed it: no picture of it is taken."
        row.error = killed if item.killed_at else row.error or "It was broken off again and again."
        row.state = Taking.REFUSED.value
        return None
    row.attempts += 1
    row.not_before = now() + CLAIM
    actor = accounts.person(row.by_id).actor if row.by_id else THE_WIRE
    return Claim(row.id, row.attempts, actor, picture.href, words_of(item, picture))


def words_of(item: ItemRow, picture: ItemPicture) -> Words:
    """What the item says of its picture, as far as it says it."""
    return Words(
        creator=picture.creator,
        credit=picture.credit or picture.creator,
        caption=picture.caption,
        alt=picture.alt,
        headline=item.headline,
        copyright=picture.copyright or item.copyright,
        usage_terms=picture.usage_terms or "\n".join(item.usage_terms),
        source=item.agency,
    )


def _fetched(claimed: Claim) -> Received:
    name, raw = _beside(claimed.href) or _on_the_web(claimed.href)
    return filled(service.receive(claimed.actor, name, raw), claimed.words)


def _beside(href: str) -> tuple[str, bytes] | None:
    """Name and bytes of a picture that came in a folder with its item; None of any other."""
    kept = kept_file(href)
    if kept is None:
        return None
    sha256, name = kept
    try:
        return name, shelf().get(sha256)
    except NotFound as error:
        raise Invalid("Its file is no longer kept; ask the agency for it.") from error


def _on_the_web(href: str) -> tuple[str, bytes]:
    hosts = current_settings().wire_allowed_hosts
    answer = ask(Asked(href), Limits(most_bytes=MAX_BYTES, allowed_hosts=hosts))
    if not isinstance(answer, Answer):
        raise FetchError("It sent nothing.")
    return urlsplit(href).path.rpartition("/")[2] or "wire-picture", answer.body


def filled(received: Received, words: Words) -> Received:
    """What the file says of itself stays; what it lacks, the item says."""
    own = received.facts.words
    both = {one.name: getattr(own, one.name) or getattr(words, one.name) for one in fields(Words)}
    facts = replace(received.facts, words=service.shortened(Words(**both)))
    return replace(received, facts=facts)


def _enter(claimed: Claim, received: Received) -> None:
    row = _still_claimed(claimed)
    if row is not None:
        row.photo_id = service.enter(claimed.actor, received).photo.id
        row.state, row.error = Taking.TAKEN.value, ""


def _put_off(claimed: Claim, sentence: str) -> None:
    row = _still_claimed(claimed)
    if row is None:
        return
    row.error = sentence
    if row.attempts > len(RESTS):
        row.state = Taking.REFUSED.value
    else:
        row.not_before = now() + RESTS[row.attempts - 1]


def _refuse(claimed: Claim, sentence: str) -> None:
    row = _still_claimed(claimed)
    if row is not None:
        row.state, row.error = Taking.REFUSED.value, sentence


def _still_claimed(claimed: Claim) -> WirePhoto | None:
    row = locked_row(select(WirePhoto).where(WirePhoto.id == claimed.row_id))
    same = row is not None and (row.state, row.attempts) == (Taking.WAITING, claimed.attempt)
    return row if same else None


def _of(item_id: int, number: int) -> WirePhoto | None:
    rows = select(WirePhoto).where(WirePhoto.item_id == item_id, WirePhoto.ord == number)
    return locked_row(rows)
