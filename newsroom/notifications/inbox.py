"""A person's inbox: what is put in, what is opened, and how many wait unopened."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, func, select, update

from newsroom.accounts.models import Person
from newsroom.db import db, now
from newsroom.errors import NotFound
from newsroom.notifications.live import announce
from newsroom.notifications.models import InboxEntry
from newsroom.paging import first_page

SENTENCES = {
    "mention": "{who} named you in {slug}",
    "reply": "{who} answered in {slug}",
    "exception": "{who} proposes an exception, met in {slug}",
    "wire_killed": "{who} killed copy that {slug} has words of",
    "wire_killed_live": "{who} killed copy that stands on the site: correct or withdraw {slug}",
    "wire_newer": "{who} sent a newer version of copy that {slug} has words of",
    "rights_end": "{who} is the last day of the rights to a photo in {slug}",
    "photo_gone": "{who} shows a photo of {slug} no longer: its rights do not cover it",
    "photo_killed": "{who} killed copy with a photo that is in the library",
    "wire_photo_killed": "{who} killed a photo that {slug} has: take it out",
    "photo_killed_live": "{who} killed a photo that stands on the site: correct or withdraw {slug}",
    "photos_sent": "{who} sent photos through your upload link",
    "photos_sent_to_desk": "{who} sent photos to {slug} through an upload link",
    "photos_sent_for": "{who} sent photos for {slug} through your upload link",
}
"""How each kind of entry reads."""

DELETED = "Deleted by its author"
"""What stands in place of words that were taken back."""

NO_THREAD = 0
"""In the place of a thread's number, of what is about none."""

PEOPLE = cast(Table, Person.__table__)


@dataclass(frozen=True)
class Said:
    """What somebody said in a thread of a story, as an inbox tells it."""

    story_id: int
    thread_id: int
    comment_id: int
    who: str
    slug: str
    words: str


@dataclass(frozen=True)
class Shown:
    """An entry as its page shows it."""

    row: InboxEntry
    facts: dict[str, Any]

    @property
    def sentence(self) -> str:
        return SENTENCES[self.row.kind].format_map(self.facts)


def put(told: Mapping[str, Collection[int]], said: Said) -> None:
    """Put it into the inboxes of the people told, by the kind of entry that each of them gets."""
    facts = json.dumps(
        {"who": said.who, "slug": said.slug, "words": said.words}, ensure_ascii=False
    )
    for kind, people in told.items():
        for person_id in people:
            entry = InboxEntry(
                person_id=person_id,
                kind=kind,
                story_id=said.story_id,
                thread_id=said.thread_id,
                comment_id=said.comment_id,
                facts=facts,
            )
            db.session.add(entry)
    _count_again({one for people in told.values() for one in people})


def tell(people: Collection[int], kind: str, story_id: int, facts: Mapping[str, str]) -> None:
    """Put something into their inboxes that is about no thread; `facts` has the address it leads to."""
    told = json.dumps(dict(facts), ensure_ascii=False)
    for person_id in people:
        entry = InboxEntry(
            person_id=person_id, kind=kind, story_id=story_id, thread_id=NO_THREAD, facts=told
        )
        db.session.add(entry)
    _count_again(people)


def address_of(entry: InboxEntry) -> str:
    """Where it leads."""
    told = json.loads(entry.facts).get("address")
    return told or f"/stories/{entry.story_id}?tab=talk#thread-{entry.thread_id}"


def reword(comment_id: int, words: str) -> None:
    """What was told of that comment reads so from now on, opened or not."""
    for entry in _told_of(comment_id):
        entry.facts = _with_words(entry, words)
        announce("inbox", person=entry.person_id)


def take_back(comment_id: int) -> None:
    """The comment is gone: nobody is told its words any more, nor that something waits."""
    told = _told_of(comment_id)
    for entry in told:
        entry.facts = _with_words(entry, DELETED)
        entry.read_at = entry.read_at or now()
    _count_again({entry.person_id for entry in told})


def _told_of(comment_id: int) -> Sequence[InboxEntry]:
    wanted = select(InboxEntry).where(InboxEntry.comment_id == comment_id)
    return db.session.scalars(wanted.order_by(InboxEntry.id)).all()


def _with_words(entry: InboxEntry, words: str) -> str:
    return json.dumps({**json.loads(entry.facts), "words": words}, ensure_ascii=False)


def opened(person_id: int, entry_id: int) -> InboxEntry:
    """The entry, read from now on, and with it all that waits about the same thread."""
    entry = db.session.get(InboxEntry, entry_id)
    if entry is None or entry.person_id != person_id:
        raise NotFound("There is no such entry in your inbox.")
    same = InboxEntry.thread_id == entry.thread_id
    _read(person_id, same if entry.thread_id != NO_THREAD else InboxEntry.id == entry.id)
    return entry


def read_all(person_id: int) -> None:
    _read(person_id)


def _read(person_id: int, *which: Any) -> None:
    waiting = update(InboxEntry).where(
        InboxEntry.person_id == person_id, InboxEntry.read_at.is_(None), *which
    )
    db.session.execute(waiting.values(read_at=now()))
    _count_again({person_id})


def _count_again(people: Collection[int]) -> None:
    """The number stands with the person: every page shows it and none has to count."""
    db.session.flush()
    waiting = (
        select(func.count())
        .where(InboxEntry.person_id == PEOPLE.c.id, InboxEntry.read_at.is_(None))
        .scalar_subquery()
    )
    # In the order of their numbers, so that no two transactions wait for each other.
    for person_id in sorted(people):
        db.session.execute(update(PEOPLE).where(PEOPLE.c.id == person_id).values(unread=waiting))
        announce("inbox", person=person_id)


def page(person_id: int, before: int | None) -> tuple[Sequence[Shown], int | None]:
    """Newest first, and the id behind which the next page begins."""
    rows = select(InboxEntry).where(InboxEntry.person_id == person_id)
    if before is not None:
        rows = rows.where(InboxEntry.id < before)
    found, older = first_page(rows.order_by(InboxEntry.id.desc()))
    return [Shown(row, json.loads(row.facts)) for row in found], older
