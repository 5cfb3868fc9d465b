"""The paper's own stories, kept to be found again: in an index of their own beside the agencies'."""

from pathlib import Path

from flask import current_app
from sqlalchemy import select

from newsroom.db import db, locked_row, transaction
from newsroom.jobs import Job, enqueue
from newsroom.settings import Settings, current_settings
from newsroom.stories import documents
from newsroom.stories.models import Story
from newsroom.stories.own_models import OwnCopy
from newsroom.stories.passages import blocks
from newsroom.stories.reuse import READ
from newsroom.wire.reuse.index import ReuseIndex
from newsroom.wire.reuse.model import Copy

FILE = "own-reuse.sqlite3"
SCHEMA = "own_reuse"
"""On PostgreSQL."""
KEY = "own_reuse_index"

AT_ONCE = 50
"""Stories a round."""
ROUNDS = 40
"""Of one message; the rest waits for the next."""


def own_index() -> ReuseIndex:
    """This process's; opened when it is first asked for."""
    kept: ReuseIndex | None = current_app.extensions.get(KEY)
    if kept is None:
        opened = ReuseIndex.open(_address(current_settings()), SCHEMA)
        kept = current_app.extensions[KEY] = opened
    return kept


def _address(settings: Settings) -> str | Path:
    if not settings.embedded_database:
        return settings.database_url
    settings.data_path.mkdir(parents=True, exist_ok=True)
    return settings.data_path / FILE


def ran(story: Story) -> None:
    """The story is published as it stands; its row is locked."""
    _note(story, story.version)


def withdrew(story: Story) -> None:
    _note(story, None)


def _note(story: Story, version: int | None) -> None:
    row = db.session.get(OwnCopy, story.id)
    if row is None:
        row = OwnCopy(story_id=story.id)
        db.session.add(row)
    row.version, row.indexed = version, False
    enqueue(Job.STORIES_INDEX_OWN)


def index_own() -> int:
    """How many stories were taken in or out; opens its own transactions.

    The index is written first and the row is marked after: a worker that is killed between the
    two does the same again, which changes nothing.
    """
    if own_index().needs_rebuild:
        own_index().rebuild()
    done = 0
    for _ in range(ROUNDS):
        waiting = _waiting()
        if not waiting:
            break
        for row in waiting:
            _index(row)
        done += len(waiting)
    return done


def _waiting() -> list[OwnCopy]:
    wanted = select(OwnCopy).where(~OwnCopy.indexed).order_by(OwnCopy.story_id).limit(AT_ONCE)
    rows = list(db.session.scalars(wanted))
    db.session.expunge_all()
    return rows


def _index(row: OwnCopy) -> None:
    if row.version is None:
        own_index().remove([str(row.story_id)])
    else:
        read = blocks(documents.at(row.story_id, row.version))
        texts = tuple(block.text for block in read if block.kind in READ)
        own_index().ingest([Copy(str(row.story_id), texts, published=row.published_at)])
    with transaction():
        kept = locked_row(select(OwnCopy).where(OwnCopy.story_id == row.story_id))
        # A correction may have been published meanwhile; then it is still to be done.
        if kept is not None and kept.version == row.version:
            kept.indexed = True
