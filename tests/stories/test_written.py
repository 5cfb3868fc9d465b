"""Who wrote how much of a story is known without summing up all of its steps."""

import pytest
from sqlalchemy import func, select, update

from newsroom.db import db
from newsroom.stories import documents, queries, written
from newsroom.stories.models import Story, StorySnapshot, StoryStep


@pytest.fixture
def write(newsroom):
    """So many words, each a commit of its own."""

    def _write(actor, times):
        for _ in range(times):
            newsroom.type(actor, "word")

    return _write


def shares(newsroom):
    with newsroom.app.app_context():
        return queries.writers(db.session.get(Story, newsroom.story))


def summed(newsroom):
    with newsroom.app.app_context():
        wanted = select(StoryStep.author_id, func.sum(StoryStep.inserted))
        wanted = wanted.where(StoryStep.story_id == newsroom.story)
        return dict(db.session.execute(wanted.group_by(StoryStep.author_id)).all())


def test_a_snapshot_keeps_who_wrote_how_much_and_the_steps_since_are_added(
    newsroom, write, monkeypatch
):
    monkeypatch.setattr(documents, "SNAPSHOT_EVERY", 5)
    begun = shares(newsroom)[newsroom.jonas.id]
    write(newsroom.jonas, 6)
    write(newsroom.tomas, 7)
    with newsroom.app.app_context():
        [kept] = db.session.scalars(
            select(StorySnapshot.written).where(
                StorySnapshot.story_id == newsroom.story, StorySnapshot.version == 10
            )
        )
        assert kept == f'{{"{newsroom.jonas.id}":24,"{newsroom.tomas.id}":16}}'
        assert written.by_person(newsroom.story) == summed(newsroom)
    assert shares(newsroom) == {newsroom.jonas.id: 24 + begun, newsroom.tomas.id: 28}


def test_older_snapshots_that_do_not_say_it_are_passed_over(newsroom, write, monkeypatch):
    monkeypatch.setattr(documents, "SNAPSHOT_EVERY", 5)
    write(newsroom.jonas, 12)
    with newsroom.change():
        db.session.execute(update(StorySnapshot).values(written=None))
    with newsroom.app.app_context():
        assert written.by_person(newsroom.story) == summed(newsroom) == {newsroom.jonas.id: 48}


def test_only_the_steps_since_the_snapshot_are_read(newsroom, write, monkeypatch):
    monkeypatch.setattr(documents, "SNAPSHOT_EVERY", 5)
    write(newsroom.jonas, 6)
    with newsroom.change():
        # Were they read, the sum would be another.
        db.session.execute(update(StoryStep).where(StoryStep.version <= 5).values(inserted=1000))
    with newsroom.app.app_context():
        assert written.by_person(newsroom.story) == {newsroom.jonas.id: 24}
