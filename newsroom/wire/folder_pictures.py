"""Picture files in a watched folder: each goes to the items that name it, and waits until one does."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Select, Update, and_, select, update
from sqlalchemy.orm import aliased

from newsroom.db import db, now, transaction
from newsroom.jobs import Job, enqueue
from newsroom.whole_files import fingerprint
from newsroom.wire import deliveries
from newsroom.wire.beside import KEPT, file_named, kept_as, kept_file, same_name
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.folder import MARK_LETTERS, TAKEN, Watched
from newsroom.wire.item_models import ItemPicture, ItemRow
from newsroom.wire.limits import MOST_PICTURE_BYTES

UNNAMED = "unnamed"
"""Where pictures go that no item ever named."""
PATIENCE = timedelta(days=3)
"""In which a picture waits for the item that names it."""
MOST_WAITING = 200
"""More of them would hide the folder's other files."""
NAMED_WITHIN = timedelta(days=7)
"""Older items get no picture any more."""
LOOKED_THROUGH = 2_000
"""Pictures of the newest items."""
REST = timedelta(minutes=15)
"""In which the next version of an item may bring its picture anew; then it has the earlier one's."""
NEVER_NAMED = "No item named this picture within three days, or too many waited."
NOTE = "A picture, for the item that names it."

Where = tuple[int, int]
"""The number of an item, and of the picture in it."""


@dataclass
class Named:
    """What the newest items of a feed say of files beside them, by file name."""

    lacking: dict[str, list[Where]] = field(default_factory=lambda: defaultdict(list))
    """The pictures whose file has not come."""
    kept: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The fingerprints of the files that came."""


def named_by(feed_id: int) -> Named:
    found = Named()
    for item_id, number, href in db.session.execute(_pictures(feed_id)):
        if kept := kept_file(href):
            found.kept[same_name(kept[1])].add(kept[0])
        elif name := file_named(href):
            found.lacking[name].append((item_id, number))
    return found


def _pictures(feed_id: int) -> Select[int, int, str]:
    return (
        select(ItemPicture.item_id, ItemPicture.ord, ItemPicture.href)
        .join(ItemRow, ItemRow.id == ItemPicture.item_id)
        .where(
            ItemRow.feed_id == feed_id,
            ItemRow.received_at > now() - NAMED_WITHIN,
            ItemPicture.href != "",
            ~ItemPicture.href.startswith("http"),
        )
        .order_by(ItemRow.received_at.desc(), ItemRow.id.desc())
        .limit(LOOKED_THROUGH)
    )


def take(feed: WireFeed, folder: Watched, name: str, known: Named) -> bool:
    """Give it to the items that name it; False where none does. Raises RefusedFile.

    A worker that is killed in between leaves the file, and the next look only puts it away.
    """
    called = same_name(name)
    wanted = known.lacking.pop(called, [])
    if not wanted and called not in known.kept:
        return False
    raw = folder.read(name, MOST_PICTURE_BYTES)
    sha256 = fingerprint(raw)
    if wanted:
        _give(feed, wanted, raw, called)
        known.kept[called].add(sha256)
    elif sha256 not in known.kept[called]:
        return False
    folder.put_away(name, TAKEN, sha256[:MARK_LETTERS])
    return True


def _give(feed: WireFeed, wanted: Sequence[Where], raw: bytes, name: str) -> None:
    sha256 = deliveries.shelf().put(raw)
    with transaction():
        deliveries.enter_picture(feed, sha256, len(raw), now(), name, NOTE)
        for where in wanted:
            db.session.execute(_set(where, kept_as(sha256, name)))
        enqueue(Job.WIRE_NEWER)  # which has the pictures of feeds taken that say so


def _set(where: Where, href: str) -> Update:
    item_id, number = where
    return (
        update(ItemPicture)
        .where(ItemPicture.item_id == item_id, ItemPicture.ord == number)
        .values(href=href)
    )


def share_earlier(known: Named) -> None:
    """A version that names the picture of an earlier one gets its file; opens its transaction."""
    names = {where: name for name, ones in known.lacking.items() for where in ones}
    shared: dict[Where, str] = {}
    # All is asked before anything is locked: most looks have nothing to share.
    for item_id, number, href in db.session.execute(_kept_by_earlier(names)) if names else ():
        kept = kept_file(href)
        if kept is not None and names.get((item_id, number)) == same_name(kept[1]):
            shared[item_id, number] = href  # the last is the newest version's
    if shared:
        with transaction():
            for where, href in shared.items():
                db.session.execute(_set(where, href))
            enqueue(Job.WIRE_NEWER)


def _kept_by_earlier(lacking: Collection[Where]) -> Select[int, int, str]:
    """Of pictures that lack their file for a while, the files of earlier versions, oldest first."""
    item, earlier, theirs = aliased(ItemRow), aliased(ItemRow), aliased(ItemPicture)
    return (
        select(ItemPicture.item_id, ItemPicture.ord, theirs.href)
        .join(item, item.id == ItemPicture.item_id)
        .join(earlier, and_(earlier.family_key == item.family_key, earlier.id < item.id))
        .join(theirs, theirs.item_id == earlier.id)
        .where(
            ItemPicture.item_id.in_({item_id for item_id, _ in lacking}),
            item.received_at <= now() - REST,
            theirs.href.startswith(KEPT),
        )
        .order_by(earlier.id)
    )


def wait(
    folder: Watched, names: Sequence[str], before: Mapping[str, str], at: datetime
) -> dict[str, str]:
    """Those that go on waiting, each with the time since when; the others are put away."""
    since = {name: before.get(name, at.isoformat()) for name in names}
    ordered = sorted(since, key=lambda name: since[name], reverse=True)
    patient = [one for one in ordered if datetime.fromisoformat(since[one]) > at - PATIENCE]
    kept = set(patient[:MOST_WAITING])
    for name in names:
        if name not in kept:
            folder.put_away(name, UNNAMED, f"{at:%Y%m%dT%H%M%S%f}", NEVER_NAMED)
    return {name: since[name] for name in names if name in kept}
