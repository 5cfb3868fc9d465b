"""How a file is sent in pieces: begun, gone on with after any break, given up or handed to a worker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select

from newsroom.accounts.tokens import new_token
from newsroom.db import after_commit, db, locked_row, now
from newsroom.errors import Invalid, NotFound
from newsroom.jobs import Job, enqueue
from newsroom.photos.formats import MAX_BYTES
from newsroom.photos.incoming import Incoming, incoming
from newsroom.photos.service import base_name
from newsroom.photos.storage import NotKeptError
from newsroom.photos.upload_models import PhotoUpload, UploadState
from newsroom.settings import current_settings
from newsroom.whole_files import fingerprint

MOST_OPEN = 500
"""Files that one person, or all who have one link, may have on the way at once."""
KEPT = timedelta(days=1)
"""Since the last byte of a file that was left unfinished came, or since one of no link was done."""
OPEN = (UploadState.RECEIVING.value, UploadState.WAITING.value)


@dataclass(frozen=True)
class Sender:
    """Who sends: a person, or somebody with a name of their own through a person's link."""

    person_id: int
    link_id: int | None = None
    name: str = ""


@dataclass(frozen=True)
class Offered:
    """What is said of a file before it is sent; `key` tells the same file when it comes again."""

    file_name: str
    size: int
    key: str = ""
    caption: str = ""


def begin(sender: Sender, offered: Offered) -> PhotoUpload:
    """A file to be sent, or the same one where it was begun before. Inside transaction().

    Raises Invalid with a sentence where it is not wanted.
    """
    key = fingerprint(f"{offered.file_name}\n{offered.size}\n{offered.key}".encode())
    begun = _open_ones(sender)
    same = next((one for one in begun if one.file_key == key), None)
    if same is not None and arrived(same) is not None:
        return same
    _refuse_unless_bearable(offered, len(begun))
    row = PhotoUpload(
        token=new_token(),
        person_id=sender.person_id,
        link_id=sender.link_id,
        sent_by=sender.name,
        caption=offered.caption,
        file_key=key,
        file_name=base_name(offered.file_name),
        size=offered.size,
    )
    try:
        files().begin(row.token, row.size)
    except NotKeptError as error:
        raise Invalid(error.sentence) from error
    db.session.add(row)
    db.session.flush()
    return row


def of(sender: Sender, token: str) -> PhotoUpload:
    """One that this sender began; raises NotFound."""
    wanted = select(PhotoUpload).where(PhotoUpload.token == token, *_theirs(sender))
    found = db.session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound("There is no such upload. Choose the file again.")
    return found


def open_ones(sender: Sender) -> list[PhotoUpload]:
    """What is on the way, the oldest first."""
    return _open_ones(sender)


def arrived(row: PhotoUpload) -> int | None:
    """How many of its bytes are here; None where they are lost."""
    if row.state != UploadState.RECEIVING:
        return row.size
    return files().offset(row.token)


def receive(row: PhotoUpload, offset: int, pieces: Iterator[bytes]) -> int:
    """Take a piece; outside of any transaction. Gives where the next one begins.

    Raises what Incoming.append raises, but Invalid for a full disk and NotFound for a lost file.
    """
    if row.state != UploadState.RECEIVING:
        return row.size
    try:
        return files().append(row.token, offset, pieces, row.size)
    except NotKeptError as error:
        raise Invalid(error.sentence) from error
    except FileNotFoundError as error:
        raise NotFound("This upload was given up. Choose the file again.") from error


def hand_over(row: PhotoUpload) -> None:
    """All of it is here: a worker takes it in. Said twice it is done once. Inside transaction()."""
    row = _locked(row.id)
    if row.state == UploadState.RECEIVING:
        row.state = UploadState.WAITING.value
        row.queued_at = now()
        enqueue(Job.PHOTOS_TAKE_IN, row.id)


def give_up(row: PhotoUpload) -> None:
    """The sender does not want it any more; what a worker has in hand is past that."""
    row = _locked(row.id)
    if row.state == UploadState.RECEIVING:
        forget_bytes(row)
        db.session.delete(row)


def forget_bytes(row: PhotoUpload) -> None:
    """Once the open transaction is committed; a kill before that leaves them to the sweep."""
    token, where = row.token, files()
    after_commit(lambda: where.remove(token))


def files() -> Incoming:
    return incoming(current_settings().data_path)


def sweep() -> int:
    """Forget what was left unfinished for a day, and what is done and no link tells of."""
    before = now() - KEPT
    forgettable = or_(PhotoUpload.state.in_(OPEN), PhotoUpload.link_id.is_(None))
    old = db.session.scalars(select(PhotoUpload).where(PhotoUpload.begun_at < before, forgettable))
    gone = 0
    for row in old.all():
        touched = files().touched_at(row.token)
        unfinished = row.state == UploadState.RECEIVING and (touched is None or touched < before)
        if unfinished or row.state not in OPEN:
            files().remove(row.token)
            db.session.delete(row)
            gone += 1
    return gone


def sweep_files() -> None:
    """Bytes that no upload needs: their process was killed between the two. Outside of any.

    What is taken or refused goes at once; of what no row tells, another may just be writing it.
    """
    lying = files().tokens()
    asked = select(PhotoUpload.token, PhotoUpload.state).where(PhotoUpload.token.in_(lying))
    rows = dict(db.session.execute(asked).all())
    for token in lying:
        touched = files().touched_at(token)
        old = touched is not None and touched < now() - KEPT
        needless = rows[token] not in OPEN if token in rows else old
        if needless:
            files().remove(token)


def _refuse_unless_bearable(offered: Offered, begun: int) -> None:
    if offered.size <= 0:
        raise Invalid("The file is empty.")
    if offered.size > MAX_BYTES:
        raise Invalid(f"The file has {offered.size >> 20} MB; the library takes 60 MB at most.")
    if begun >= MOST_OPEN:
        raise Invalid(
            f"{MOST_OPEN} files are on the way already. Wait until some of them have arrived."
        )


def _open_ones(sender: Sender) -> list[PhotoUpload]:
    wanted = select(PhotoUpload).where(*_theirs(sender), PhotoUpload.state.in_(OPEN))
    return list(db.session.scalars(wanted.order_by(PhotoUpload.id)))


def count_of_link(link_id: int) -> int:
    """Files sent through a link that were not refused."""
    wanted = select(func.count()).where(
        PhotoUpload.link_id == link_id, PhotoUpload.state != UploadState.REFUSED
    )
    return db.session.scalar(wanted) or 0


def _theirs(sender: Sender) -> tuple[ColumnElement[bool], ...]:
    link = (
        PhotoUpload.link_id.is_(None)
        if sender.link_id is None
        else PhotoUpload.link_id == sender.link_id
    )
    return PhotoUpload.person_id == sender.person_id, link


def _locked(upload_id: int) -> PhotoUpload:
    found = locked_row(select(PhotoUpload).where(PhotoUpload.id == upload_id))
    if found is None:
        raise NotFound("This upload was given up. Choose the file again.")
    return found
